import { parse } from 'csv-parse/sync';
import { sha256Of, storedFiles } from './documents';
import type { Finding } from './finding';
import { type Ask, eventsOfType, type StoredEvent } from './log';

const ISSUED = `select data->>'number' as number, data->>'sha256' as sha256 from log.event
  where type in ('CertificateIssued', 'CertificateCorrected') and data->>'number' = any ($1)`;

interface Line {
  readonly certificate_id: string;
  readonly certificate_sha256: string;
}

const linesIn = (file: Buffer): readonly Line[] =>
  parse(file, { bom: true, delimiter: ';', record_delimiter: '\r\n', columns: true }) as Line[];

const findingsOf = async (ask: Ask, { data }: StoredEvent): Promise<readonly Finding[]> => {
  const about = String(data.fileName);
  const files = await storedFiles(ask, [data.fileSha256, data.manifestSha256]);
  const [file, manifest] = [files.get(data.fileSha256), files.get(data.manifestSha256)];
  if (!file || !manifest) return [{ rule: 'DOCUMENT_MISSING', about }];
  if (sha256Of(file) !== data.fileSha256 || sha256Of(manifest) !== data.manifestSha256)
    return [{ rule: 'DELIVERY_ALTERED', about }];
  if (JSON.parse(manifest.toString('utf8')).sha256 !== data.fileSha256)
    return [{ rule: 'DELIVERY_ALTERED', about, detail: 'manifest' }];
  const lines = linesIn(file);
  const issued = await ask<{ number: string; sha256: string }>(ISSUED, [lines.map((line) => line.certificate_id)]);
  const known = new Set(issued.map(({ number, sha256 }) => `${number} ${sha256}`));
  return lines
    .filter((line) => !known.has(`${line.certificate_id} ${line.certificate_sha256}`))
    .map((line) => ({ rule: 'DELIVERY_LINE_DIFFERS', about: line.certificate_id, detail: about }) as const);
};

/** What is wrong with the deliveries that were released: their files, and the documents that their lines name. */
export async function* deliveryFindings(ask: Ask): AsyncGenerator<Finding> {
  for await (const released of eventsOfType(ask, 'ExportBatchReleased')) yield* await findingsOf(ask, released);
}
