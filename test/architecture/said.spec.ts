import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { faultOf, faultsOf, recordedIn, saidIn } from './said';

const project = join(__dirname, '../..');

const sources = ['apps', 'libs']
  .flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.tsx?$|(^|\/)(node_modules|dist)\//.test(path))
  .map((path) => ({ path, source: readFileSync(join(project, path), 'utf8') }));

const said = sources.flatMap(({ path, source }) => saidIn(path, source));
const recorded = sources.flatMap(({ path, source }) => recordedIn(path, source));

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

describe('what a record says in three languages', () => {
  it('is each in its own words', () => {
    expect(recorded.length).toBeGreaterThan(10_000);
    expect(recorded.flatMap(faultOf)).toEqual([]);
  });

  it.each([
    ["{ nb: { a: 'Ikke ført' }, nn: { a: 'Ikke ført' }, en: { a: 'Not recorded' } }", 'has «Ikke» in nn'],
    ["{ nb: (n) => n + ' timer', nn: (n) => n + ' timar', en: (n) => n + ' timer og poeng' }", 'has «og» in en'],
    ['{ nb: <p>Berre du</p>, nn: <p>Berre du</p>, en: <p>Only you</p> }', 'has «Berre» in nb'],
  ])('would not be if it were %s', (record, fault) => {
    expect(recordedIn('a.tsx', `const a = ${record};`).flatMap(faultOf)).toEqual([expect.stringContaining(fault)]);
  });
});
