import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Codecs } from '@kull/event-store';
import { leavesOf } from '../../../../test/architecture/codec-leaves';
import { admissionsCodec } from './admissions.codec';

const golden = join(__dirname, 'golden');
const codecs = new Codecs([admissionsCodec]);
const files = readdirSync(golden).map((file) => {
  const [type, version] = file.split('.');
  return { type: type!, version: Number(version!.slice(1)), file };
});

describe('the events of admissions', () => {
  it('have a golden file for every version that was ever written', () => {
    const expected = Object.entries(admissionsCodec).flatMap(([type, { schemaVersion }]) =>
      Array.from({ length: schemaVersion }, (_, i) => `${type}.v${i + 1}.json`),
    );
    expect(files.map(({ file }) => file).sort()).toEqual(expected.sort());
  });

  it.each(files)('read what was stored as $type, version $version', ({ type, version, file }) => {
    const stored = JSON.parse(readFileSync(join(golden, file), 'utf8'));
    const data = codecs.decode(type, version, stored);
    expect(JSON.parse(codecs.encode({ type, data }).data)).toEqual(data);
  });

  it('hold no plain text', () => {
    expect(leavesOf(admissionsCodec).filter(({ kind }) => kind.startsWith('plain'))).toEqual([]);
  });

  it('name in the clear only programmes, sites and municipalities', () => {
    const named = leavesOf(admissionsCodec).filter(({ kind }) => kind === 'publicText');
    expect(named.map(({ path }) => path)).toEqual([
      'IntakeOpened.programme.title',
      'IntakeOpened.classes[].site',
      'MunicipalitiesTakenIn.municipalities[].name',
    ]);
  });
});
