import { LinkKey } from '@kull/documents';
import fc from 'fast-check';
import { DeclineLinks } from './decline-links';
import { subjects } from './domain/subjects';

const links = new DeclineLinks(new LinkKey(new Uint8Array(32).fill(1)), 'https://kull.example.no');
const others = new DeclineLinks(new LinkKey(new Uint8Array(32).fill(2)), 'https://kull.example.no');
const personId = 'per_01j9zq8x7w6v5t4s3r2q1p0n9m';
const tokenOf = (url: string): string => url.slice('https://kull.example.no/avmelding/'.length);

describe('an address for declining', () => {
  it('says whose letters of which kinds', () => {
    fc.assert(
      fc.property(fc.subarray([...subjects], { minLength: 1 }), (of) => {
        const url = links.urlFor(personId, of);
        expect(url.length).toBeLessThan(120);
        expect(links.read(tokenOf(url))).toEqual({ personId, subjects: of });
      }),
    );
  });

  it('is nobody else’s, nor of other kinds: every change is noticed', () => {
    const token = tokenOf(links.urlFor(personId, ['GATHERING']));
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcxyz019_-.'), (at, sign) => {
        fc.pre(token[at] !== sign);
        expect(links.read(token.slice(0, at) + sign + token.slice(at + 1))).toBeUndefined();
      }),
    );
    expect(links.read(tokenOf(others.urlFor(personId, ['GATHERING'])))).toBeUndefined();
    expect(links.read('')).toBeUndefined();
    expect(links.read('per_x')).toBeUndefined();
  });
});
