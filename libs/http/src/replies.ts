import type { Language } from '@kull/kernel';
import { StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { said } from './language';
import { Problem } from './problem';

/** A reply that says which version it shows (`ETag`); with the same version in `If-None-Match` it becomes 304. */
export class Versioned<T> {
  constructor(
    readonly version: number,
    readonly body: T,
  ) {}
}

/** A reply to a request that made something: 201, with its address in `Location`. */
export class Created<T> {
  constructor(
    readonly location: string,
    readonly body: T,
  ) {}
}

/** A reply with words that people read, or a file of them: made in the language of whoever asks. */
export class Worded<T> {
  constructor(readonly inLanguage: (language: Language) => T | Promise<T>) {}
}

/** One page of a list: `{ data, nextCursor }` and Link headers (RFC 8288). */
export class Page<T> {
  constructor(
    readonly data: readonly T[],
    readonly nextCursor: string | undefined,
  ) {}
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** The query parameters of every list; extend it with filters: `z.strictObject({ ...listQuery.shape, class: … })`. */
export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().min(1).max(500).optional(),
});

export type ListQuery = z.infer<typeof listQuery>;

/** A cursor hides the sort key of the last row seen: `encodeCursor('NLP-2026', 7)`. */
export const encodeCursor = (...key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

const cursorKey = z.array(z.union([z.string().max(200), z.number()])).min(1);

/** The sort key in a cursor; undefined at the beginning. A cursor that is not ours is refused. */
export const decodeCursor = (cursor: string | undefined): readonly (string | number)[] | undefined => {
  if (cursor === undefined) return undefined;
  try {
    return cursorKey.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw Problem.invalid([
      {
        pointer: '/cursor',
        code: 'CURSOR_INVALID',
        detail: said('Ta nextCursor som den er', 'Ta nextCursor som han er', 'Take nextCursor as it is'),
      },
    ]);
  }
};

/** Makes a page of rows that were asked for with `limit + 1`: the one too many only says that there is more. */
export const pageOf = <T>(
  rows: readonly T[],
  { limit }: Pick<ListQuery, 'limit'>,
  keyOf: (row: T) => readonly (string | number)[],
): Page<T> => {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return new Page(data, rows.length > limit && last !== undefined ? encodeCursor(...keyOf(last)) : undefined);
};

const quoted = (name: string): string => name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
const percentEncoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** RFC 6266: a plain name for old clients, the real one in UTF-8. */
export const contentDisposition = (name: string, kind: 'attachment' | 'inline' = 'attachment'): string =>
  `${kind}; filename="${quoted(name)}"; filename*=UTF-8''${percentEncoded(name)}`;

/** A file as a reply, under its own name. */
export const fileReply = (file: {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | string;
  readonly inline?: boolean;
}): StreamableFile => {
  const bytes = typeof file.content === 'string' ? Buffer.from(file.content, 'utf8') : file.content;
  return new StreamableFile(bytes, {
    type: file.type,
    length: bytes.byteLength,
    disposition: contentDisposition(file.name, file.inline ? 'inline' : 'attachment'),
  });
};

/** A CSV file as a reply; the text is sent as it is (with its BOM, when it has one). */
export const csvReply = (name: string, content: Uint8Array | string): StreamableFile =>
  fileReply({ name, type: 'text/csv; charset=utf-8', content });
