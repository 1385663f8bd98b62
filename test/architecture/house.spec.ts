import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(__dirname, '../..');
const rooms = ['apps', 'libs', 'test'];

const files = rooms
  .flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .filter((path) => /\.(tsx?|mjs|cjs|sql|css)$/.test(path) && !/(^|\/)(node_modules|dist|fixtures)\//.test(path));

/** Past some 300 lines a file wants to be two (design.md 2); tables of examples may be longer. */
const longest = { code: 320, spec: 420 };

describe('the house', () => {
  it('has no drawer for things without a place', () => {
    expect(files.filter((path) => /\/(utils?|helpers?|common|shared|misc)(\/|\.ts$)/.test(path))).toEqual([]);
  });

  it('has files that are read without scrolling far', () => {
    const lines = files.map((path) => ({ path, count: readFileSync(join(project, path), 'utf8').split('\n').length }));
    const tooLong = lines.filter(
      ({ path, count }) => count > (path.endsWith('.spec.ts') ? longest.spec : longest.code),
    );
    expect(tooLong).toEqual([]);
  });

  it('has a page about every context and part', () => {
    const parts = readdirSync(join(project, 'libs'));
    const without = parts.filter((part) => !readdirSync(join(project, 'libs', part)).includes('README.md'));
    expect(without).toEqual([]);
  });
});
