/**
 * The newest revision of a PDF as our renderer writes it: one classic cross-reference table (no xref streams, no object
 * streams), so that every object is found by its offset.
 */
export interface Revision {
  /** Offset of its cross-reference table. */
  readonly xref: number;
  /** One more than the highest object number. */
  readonly size: number;
  readonly root: number;
  /** `/Info 43 0 R`, or empty. */
  readonly info: string;
  /** The first half of `/ID` as written, with its brackets. */
  readonly id: string;
  /** The text of an object between `obj` and `endobj`, one byte per character. */
  object(number: number): string;
}

const need = <T>(value: T | undefined | null, what: string): T => {
  if (value === undefined || value === null) throw new Error(`This PDF cannot be signed here: ${what}`);
  return value;
};

/** @throws Error when the file is encrypted, already updated, or has a cross-reference stream */
export const readRevision = (pdf: Uint8Array): Revision => {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const xref = Number(need(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64)), 'its end was not found')[1]);
  const table = need(/^xref\s+0 (\d+)\s*\n/.exec(text.slice(xref, xref + 40)), 'it has no single xref table');
  const size = Number(table[1]);
  const entries = xref + table[0].length;
  const trailer = text.slice(entries + size * 20);
  if (!trailer.startsWith('trailer') || /\/(Prev|Encrypt|XRefStm)\b/.test(trailer))
    throw new Error('This PDF cannot be signed here: it was updated or encrypted before');
  return {
    xref,
    size,
    root: Number(need(/\/Root (\d+) 0 R/.exec(trailer), 'it has no catalog')[1]),
    info: /\/Info \d+ 0 R/.exec(trailer)?.[0] ?? '',
    id: need(/\/ID \[\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>)/.exec(trailer), 'it has no file identifier')[1]!,
    object: (number) => {
      const entry = text.slice(entries + number * 20, entries + number * 20 + 20);
      const offset = Number(need(/^(\d{10}) 00000 n/.exec(entry), `object ${number} is not there`)[1]);
      const start = need(new RegExp(`^${number} 0 obj\\s`).exec(text.slice(offset, offset + 24)), `object ${number}`);
      return text.slice(offset + start[0].length, text.indexOf('endobj', offset)).trim();
    },
  };
};

/** A dictionary with entries added at its end. Entries that it has already are not looked for. */
export const withEntries = (dictionary: string, entries: string): string =>
  `${need(/^<<[\s\S]*(?=>>$)/.exec(dictionary), 'an object is no dictionary')[0]}${entries}\n>>`;

/** A page with one more annotation. */
export const withAnnotation = (page: string, annotation: number): string => {
  if (!/\/Annots\b/.test(page)) return withEntries(page, `/Annots [${annotation} 0 R]`);
  need(/\/Annots \[[^\]]*\]/.exec(page), 'its annotations are kept apart from the page');
  return page.replace(/\/Annots \[([^\]]*)\]/, `/Annots [$1 ${annotation} 0 R]`);
};

/** The number of the first page's object. */
export const firstPage = (revision: Revision): number => {
  const catalog = revision.object(revision.root);
  const pages = need(/\/Pages (\d+) 0 R/.exec(catalog), 'it has no pages')[1];
  let node = Number(pages);
  for (;;) {
    const kids = /\/Kids \[\s*(\d+) 0 R/.exec(revision.object(node));
    if (!kids) return node;
    node = Number(kids[1]);
  }
};

/** Objects, cross-reference table and trailer to be written after the bytes of the revision, which stay as they are. */
export const incrementalUpdate = (
  revision: Revision,
  start: number,
  objects: ReadonlyMap<number, string>,
  newId: string,
): string => {
  let text = '\n';
  const offsets = [...objects].map(([number, body]) => {
    const offset = start + text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return { number, offset };
  });
  const xref = start + text.length;
  const sections = offsets
    .sort((a, b) => a.number - b.number)
    .map(({ number, offset }) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = Math.max(revision.size, ...offsets.map(({ number }) => number + 1));
  return `${text}xref\n${sections.join('')}trailer\n<<\n/Size ${size}\n/Root ${revision.root} 0 R\n${revision.info}\n/ID [${revision.id} <${newId}>]\n/Prev ${revision.xref}\n>>\nstartxref\n${xref}\n%%EOF\n`;
};
