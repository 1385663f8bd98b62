import fc from 'fast-check';
import { arbitraryIntake, births } from '../../test-model/arbitrary-intake';
import { slowSelection } from '../../test-model/slow-selection';
import { wholeRun } from '../../test-model/whole-run';

describe('selection, whole', () => {
  it('gives what the rules give when followed word by word, on thousands of small intakes through all rounds', () => {
    let offers = 0;
    let earmarked = 0;
    let released = 0;
    let waiting = 0;
    fc.assert(
      fc.property(arbitraryIntake, (folder) => {
        const fast = wholeRun(folder);
        const slow = slowSelection(folder, births);
        if ('tooFew' in fast || 'stopped' in slow) {
          expect('tooFew' in fast && fast.tooFew.map(({ applicationNo }) => applicationNo)).toEqual(
            'stopped' in slow && slow.stopped,
          );
          return;
        }
        expect(fast.files.rejectedRows.rows.map((row) => row.slice(0, 4))).toEqual(slow.rejectedRows);
        expect(fast.files.decisions.rows).toEqual(slow.decisions);
        expect(fast.files.offers.rows).toEqual(slow.offers);
        expect(fast.files.classLists.rows).toEqual(slow.classLists);
        expect(fast.files.waitingLists.rows).toEqual(slow.waitingLists);
        offers += slow.offers.length;
        earmarked += slow.offers.filter((row) => row[3] === 'EARMARKED_PHYSICIAN').length;
        released += fast.rounds.filter(({ release }) => release && release.released.length > 0).length;
        waiting += slow.waitingLists.length;
      }),
      { numRuns: 4000 },
    );
    // The comparison is worth something only while the intakes are lively.
    expect(Math.min(offers, earmarked, released, waiting)).toBeGreaterThan(500);
  }, 120_000);
});
