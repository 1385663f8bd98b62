import { inflateSync } from 'node:zlib';

/** No certificate's facts are larger; what claims to be is not read. */
const MOST = 1_000_000;

const stream = /\/Type \/EmbeddedFile\b[\s\S]*?>>\s*stream\r?\n/g;

const factsIn = (content: Uint8Array): Readonly<Record<string, unknown>> | undefined => {
  try {
    const facts: unknown = JSON.parse(inflateSync(content, { maxOutputLength: MOST }).toString('utf8'));
    return typeof facts === 'object' && facts !== null && 'schema' in facts ? { ...facts } : undefined;
  } catch {
    // Another attachment, or one in another form.
    return undefined;
  }
};

/**
 * The facts that a certificate carries as `kursbevis.json`. To be asked of an unaltered file only: what is read here is
 * what was signed, and in the form that our renderer gives it.
 * @returns undefined when there are none
 */
export const attachedFacts = (pdf: Uint8Array): Readonly<Record<string, unknown>> | undefined => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  for (const { index, 0: head } of text.matchAll(stream)) {
    const start = index + head.length;
    const facts = factsIn(bytes.subarray(start, text.indexOf('endstream', start)));
    if (facts) return facts;
  }
  return undefined;
};
