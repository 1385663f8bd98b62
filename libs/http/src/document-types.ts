/** What people send in as evidence: a paper as PDF, or a picture of it. */
export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export type DocumentType = (typeof documentTypes)[number];

/** A document as it came in, of the type that its own first bytes say. */
export interface UploadedDocument {
  readonly bytes: Buffer;
  readonly mediaType: DocumentType;
}

const beginnings: readonly (readonly [DocumentType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.of(0xff, 0xd8, 0xff)],
  ['image/png', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
];

/** What the bytes are, whatever they were said to be; undefined when none of the types. */
export const documentTypeOf = (bytes: Buffer): DocumentType | undefined =>
  beginnings.find(([, beginning]) => bytes.subarray(0, beginning.length).equals(beginning))?.[0];
