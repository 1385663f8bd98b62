import { Unzip, type UnzipFile, UnzipInflate, Zip, ZipPassThrough } from 'fflate';
import { watchPlaces } from './cell-places';
import { LIMITS, type TableRefusal } from './refusal';

/** The parts of a workbook that hold its cells. What else there is (pictures, macros) is never inflated. */
const needed =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i;
const aSheet = /^xl\/worksheets\//i;

/** So little at a time that one piece inflates to some 4 MB at most. */
const PIECE = 4 * 1024;

/** Every file of this kind ends with its directory; one that was cut off on the way has none. */
const isWhole = (bytes: Uint8Array): boolean => {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-66_000);
  return end.includes('PK\x05\x06', 0, 'latin1');
};

const joined = (pieces: readonly Uint8Array[]): ArrayBuffer => {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all.buffer;
};

/**
 * The needed parts of a workbook, as a workbook without compression: the parser takes a file, and must see the bytes
 * that were counted, not those that the file's own directory leads to. They are counted as they come out, and it ends
 * there when they are too many: what the file says about its sizes counts for nothing (S15).
 */
export const inflated = (bytes: Uint8Array): { readonly file: ArrayBuffer } | { readonly refused: TableRefusal } => {
  if (!isWhole(bytes)) return { refused: { code: 'NOT_A_TABLE' } };
  const written: Uint8Array[] = [];
  const names = new Set<string>();
  let entries = 0;
  let inflatedBytes = 0;
  let refused: TableRefusal | undefined;

  const plain = new Zip((error, chunk) => {
    if (error) throw error;
    written.push(chunk);
  });
  const take = (entry: UnzipFile): void => {
    entries += 1;
    if (entries > LIMITS.entries) refused ??= { code: 'TOO_LARGE', limit: 'entries' };
    if (refused || !needed.test(entry.name)) return;
    if (names.has(entry.name)) {
      refused = { code: 'NOT_A_TABLE' };
      return;
    }
    names.add(entry.name);
    const part = new ZipPassThrough(entry.name);
    plain.add(part);
    const isInPlace = aSheet.test(entry.name) ? watchPlaces() : () => true;
    entry.ondata = (error, piece, last) => {
      if (error) throw error;
      inflatedBytes += piece.length;
      if (inflatedBytes > LIMITS.inflatedBytes) refused ??= { code: 'TOO_LARGE', limit: 'inflatedBytes' };
      if (!refused && !isInPlace(piece, last)) refused = { code: 'TOO_LARGE', limit: 'places' };
      if (!refused) part.push(piece, last);
    };
    entry.start();
  };

  const zip = new Unzip(take);
  zip.register(UnzipInflate);
  try {
    for (let start = 0; start < bytes.length && !refused; start += PIECE) {
      zip.push(bytes.subarray(start, start + PIECE), start + PIECE >= bytes.length);
    }
    if (refused) return { refused };
    plain.end();
  } catch {
    return { refused: { code: 'NOT_A_TABLE' } };
  }
  return { file: joined(written) };
};
