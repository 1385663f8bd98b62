import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { faultsOf, saidIn } from './said';

const project = join(__dirname, '../..');

const said = ['apps', 'libs']
  .flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$|(^|\/)(node_modules|dist)\//.test(path))
  .flatMap((path) => saidIn(path, readFileSync(join(project, path), 'utf8')));

const faultsIn = (source: string) => saidIn('a.ts', source).flatMap(faultsOf);

describe('what the service says when it refuses', () => {
  it('is in all three languages, each in its own words', () => {
    expect(said.length).toBeGreaterThan(400);
    expect(said.flatMap(faultsOf)).toEqual([]);
  });

  it.each([
    ["said('Ingen plass', 'Ingen plass', 'Ingen plass')", 'is the same in all three'],
    ["said('Lenken er brukt', 'Lenkja er brukt', 'Lenken er brukt')", 'has no English'],
    ["said('Lenken finnes ikke', 'Lenkja finst ikke', 'The link is not there')", 'has «ikke» in nn'],
    ["said('Lenkja finst ikkje', 'Lenkja finst ikkje', 'The link is not there')", 'has «finst» in nb'],
    ["said('Søknaden er sendt', 'Søknaden er send', 'The søknad is sent')", 'has «ø» in en'],
    [`said(\`Har $\{n}\`, \`Har $\{n}\`, \`Has $\{m}\`)`, 'does not put the same into all three'],
  ])('would not be if it were %s', (source, fault) => {
    expect(faultsIn(source)).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
  });
});
