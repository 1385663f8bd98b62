import { deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** A small workbook whose sheet inflates to so many bytes and says that it has none (S15, E15). */
export const bombOf = (inflatedBytes: number, filling: string): Uint8Array => {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  const sheet: ZipInputFile = { filename: 'xl/worksheets/sheet1.xml', compression: 8, size: 0, crc: 0 };
  zip.add(sheet);
  sheet.ondata?.(null, deflateRawSync(Buffer.alloc(inflatedBytes, filling), { level: 1 }), true);
  zip.end();
  return Buffer.concat(chunks);
};
