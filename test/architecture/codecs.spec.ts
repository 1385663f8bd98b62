import { allParts } from '../../apps/contexts';
import { leavesOf } from './codec-leaves';

const leaves = allParts().codecs.flatMap(leavesOf);

describe('the events of every context', () => {
  it('are looked at', () => {
    expect(leaves.length).toBeGreaterThan(100);
  });

  it('hold no plain text and no number without bounds', () => {
    expect(leaves.filter(({ kind }) => kind.startsWith('plain'))).toEqual([]);
  });

  it('hold public text in these places only: names of things, never of persons', () => {
    expect(
      leaves
        .filter(({ kind }) => kind === 'publicText')
        .map(({ path }) => path)
        .sort(),
    ).toEqual([]);
  });
});
