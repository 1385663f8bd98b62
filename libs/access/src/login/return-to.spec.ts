import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { returnTo } from './return-to';

describe('the page after the log-in', () => {
  it.each(['/', '/mine-poeng', '/klasser/NLP-2026/OSLO-2?sort=-navn', '/a/../b'])('is ours: %s', (path) => {
    expect(new URL(returnTo(path), 'https://kull.no').origin).toBe('https://kull.no');
    expect(returnTo(path)).not.toBe('');
  });

  it('keeps its query', () => expect(returnTo('/levering?ar=2026')).toBe('/levering?ar=2026'));

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\tevil',
    '/%0d%0aSet-Cookie',
    '',
    undefined,
    ['/a', '/b'],
  ])('never leads elsewhere: %j', (asked) => {
    const path = returnTo(asked);
    expect(new URL(path, 'https://kull.no').origin).toBe('https://kull.no');
  });

  it('stays here whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `/${text}`),
        ),
        (asked) => {
          const path = returnTo(asked);
          return /^\/(?![/\\])/.test(path) && new URL(path, 'https://kull.no').origin === 'https://kull.no';
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
