import { parse } from 'csv-parse/sync';
import { mapColumns, type WantedColumn } from './columns';

export type CsvEncoding = 'utf-8' | 'windows-1252';
export type CsvDelimiter = ';' | ',' | '\t';

/**
 * The signs of Windows-1252 from 0x80 to 0x9F; five bytes have none. Written out because `TextDecoder` of several
 * versions of Node takes the encoding for Latin-1 (nodejs/node#56542).
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f' + '\u0090‘’“”•–—˜™š›œ\u009džŸ';

const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80));

const fromUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    // Strips the byte order mark as well.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const hasUtf8Mark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** No text has these: UTF-16 or a binary file, and bytes for which Windows-1252 has no sign. */
const noText = { 'utf-8': /\0/, 'windows-1252': /[\0\u0080-\u009f]/ } as const;

/** The text of a file in UTF-8, or else in Windows-1252; undefined when it is a text in neither. */
export const decoded = (bytes: Uint8Array): { readonly text: string; readonly encoding: CsvEncoding } | undefined => {
  const utf8 = fromUtf8(bytes);
  if (utf8 === undefined && hasUtf8Mark(bytes)) return undefined;
  const text = utf8 ?? fromWindows1252(bytes);
  const encoding = utf8 === undefined ? 'windows-1252' : 'utf-8';
  return noText[encoding].test(text) ? undefined : { text, encoding };
};

const HEAD = 64 * 1024;

const headersOf = (text: string, delimiter: CsvDelimiter): readonly string[] => {
  try {
    const [headers = []]: string[][] = parse(text.slice(0, HEAD), { delimiter, to: 1, skip_empty_lines: true });
    return headers;
  } catch {
    return [];
  }
};

/** The delimiter by which the first line names most of the wanted columns; of equals, the one that makes most cells. */
export const delimiterOf = (text: string, wanted: readonly WantedColumn[]): CsvDelimiter => {
  const tried = ([';', '\t', ','] as const).map((delimiter) => {
    const headers = headersOf(text, delimiter);
    const named = mapColumns(headers, wanted).filter(({ column }) => column !== undefined).length;
    return { delimiter, named, cells: headers.length };
  });
  return tried.reduce((best, next) =>
    next.named > best.named || (next.named === best.named && next.cells > best.cells) ? next : best,
  ).delimiter;
};
