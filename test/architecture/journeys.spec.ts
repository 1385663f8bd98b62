import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { targets } from '../browser/journey-targets';

const folder = join(__dirname, '../browser');
const specs = readdirSync(folder)
  .filter((name) => name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');
const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

describe('the journeys of ux.md 2', () => {
  // L2 is a machine's: test/acceptance/association-consumer.
  it.each([...numbered('A', 12), ...numbered('S', 11), ...numbered('L', 9)].filter((no) => no !== 'L2'))(
    '%s has a target',
    (no) => {
      expect(Object.keys(targets)).toContain(no);
    },
  );

  it.each(Object.keys(targets))('%s is walked in a browser', (name) => {
    expect(specs).toContain(`await journey('${name}', `);
  });

  it.each(Object.keys(targets))('%s is in the name of its test, by which the run by keyboard finds it', (name) => {
    const named = [...specs.matchAll(/\(walks ([^)]+)\)['"]/g)].flatMap(([, names]) => names!.split(', '));
    expect(named).toContain(name);
  });
});
