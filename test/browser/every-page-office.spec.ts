import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EveryPage } from './every-page';

let every: EveryPage;
beforeAll(async () => {
  every = await EveryPage.begin();
}, 300_000);
afterAll(() => every?.close());

describe.each(['nb', 'nn', 'en'])('each page of the school in %s, narrow and wide, light and dark', (lang) => {
  it.each(['administrator', 'assessor'])(
    'is accessible and no wider than the screen for: %s',
    async (who) => {
      expect(await every.wrongFor(who, lang)).toEqual([]);
    },
    300_000,
  );
});
