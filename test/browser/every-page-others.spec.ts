import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pages } from '../access/pages';
import { EveryPage, otherwise } from './every-page';

/** The office's are looked at beside these (every-page-office.spec): together they are as long as the rest of a run. */
const others = ['student of X', 'student A', 'association, desk', 'anonymous'];

let every: EveryPage;
beforeAll(async () => {
  every = await EveryPage.begin();
}, 300_000);
afterAll(() => every?.close());

it('is a list of every page and every screen there is', () => {
  const screens = [
    ...readFileSync(join(__dirname, '../../apps/web/app/screens.ts'), 'utf8').matchAll(/path: '([^']+)'/g),
  ];
  const served = [...pages.matchAll(/^GET +(\S+)/gm)].map(([, path]) => path!).filter((path) => !path.endsWith('/*'));
  const known = new Set([
    ...Object.values(every.stops)
      .flat()
      .map(({ pattern }) => pattern),
    ...Object.keys(otherwise),
  ]);
  const all = [...new Set([...screens.map(([, path]) => path!), ...served])];
  expect(all.filter((path) => !known.has(path))).toEqual([]);
  expect(all.length).toBeGreaterThan(80);
});

it('is looked at for everybody who has pages', () => {
  expect(Object.keys(every.stops)).toEqual(['administrator', 'assessor', ...others]);
});

describe.each(['nb', 'nn', 'en'])('each of them in %s, narrow and wide, light and dark', (lang) => {
  it.each(others)(
    'is accessible and no wider than the screen for: %s',
    async (who) => {
      expect(await every.wrongFor(who, lang)).toEqual([]);
    },
    300_000,
  );
});

/** A file is only weighed on the reader's own machine by a script; it is not offered where none runs. */
const onlyWithScript = /^(Har du PDF-en\?|Velg filen|Den sjekkes på din maskin\.)/;

describe('without JavaScript', () => {
  it.each(others)(
    'says as much as with it, to: %s',
    async (who) => {
      expect(await every.lostWithoutScript(who, (line) => onlyWithScript.test(line))).toEqual([]);
    },
    120_000,
  );
});
