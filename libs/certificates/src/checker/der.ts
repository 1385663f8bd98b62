/** One value of an ASN.1 message: its tag, its content, and all its bytes. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

const readOne = (bytes: Buffer, at: number): Der & { readonly end: number } => {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new Error('DER ends too early');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) throw new Error('DER is too long');
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const start = at + 2 + lengthBytes;
  const end = start + length;
  if (end > bytes.length) throw new Error('DER ends too early');
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end), end };
};

/** The first value in the bytes. */
export const derOf = (bytes: Buffer): Der => readOne(bytes, 0);

/** The values that a sequence or set holds. */
export const partsOf = ({ content }: Der): readonly Der[] => {
  const parts: Der[] = [];
  for (let at = 0; at < content.length; ) {
    const { end, ...part } = readOne(content, at);
    parts.push(part);
    at = end;
  }
  return parts;
};
