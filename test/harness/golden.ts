import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Codec, Codecs } from '@kull/event-store';

/** One stored event of one version, kept for ever. */
export interface Golden {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

/** The golden files of a codec's folder: `<EventType>.v<n>.json`. */
export const goldenIn = (folder: string): readonly Golden[] =>
  readdirSync(folder).map((name) => {
    const [type, version] = /^(\w+)\.v(\d+)\.json$/.exec(name)?.slice(1) ?? [];
    if (!type || !version) throw new Error(`${name} is not named <EventType>.v<n>.json`);
    const data = JSON.parse(readFileSync(join(folder, name), 'utf8')) as object;
    return { type, schemaVersion: Number(version), data };
  });

/** Versions of events that the codec declares and nobody keeps a golden file of, as `EventType.v1`. */
export const withoutGolden = (codec: Codec, golden: readonly Golden[]): readonly string[] => {
  const kept = new Set(golden.map(({ type, schemaVersion }) => `${type}.v${schemaVersion}`));
  return Object.entries(codec)
    .flatMap(([type, { schemaVersion }]) => Array.from({ length: schemaVersion }, (_, i) => `${type}.v${i + 1}`))
    .filter((name) => !kept.has(name));
};

/** What is read from a golden file, written again in the present version and read back. */
export const readAndWritten = (codec: Codec, { type, schemaVersion, data }: Golden) => {
  const codecs = new Codecs([codec]);
  const read = codecs.decode(type, schemaVersion, data);
  return { read, written: JSON.parse(codecs.encode({ type, data: read }).data) as object };
};
