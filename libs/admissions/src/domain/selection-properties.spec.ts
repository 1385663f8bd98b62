import fc from 'fast-check';
import { arbitraryIntake } from '../../test-model/arbitrary-intake';
import type { IntakeFolder } from '../../test-model/intake-folder';
import { type RoundSeen, type WholeRun, wholeRun } from '../../test-model/whole-run';
import { allocateRound } from './allocation';
import { afterRound, type SettledOffer } from './answers';
import { classOfWish, type Field, pairOfWish, wishCount } from './field';
import { heldBy, type Standing } from './standing';

const runs = { numRuns: 600 };

/** Runs the property on every intake that can be ranked. */
const always = (property: (run: WholeRun, folder: IntakeFolder) => void): void =>
  fc.assert(
    fc.property(arbitraryIntake, (folder) => {
      const run = wholeRun(folder);
      if (!('tooFew' in run)) property(run, folder);
    }),
    runs,
  );

interface Use {
  readonly competitor: number;
  readonly wishNo: number;
  readonly quota: string;
}

/** Who uses a place at each instant of a round: with all offers open, and after each answer. */
const instants = function* (field: Field, { before, settled }: RoundSeen): Generator<readonly Use[]> {
  let standing = before;
  for (let answered = 0; answered <= settled.length; answered++) {
    const held = field.competitors.flatMap((_, competitor) => {
      const holds = heldBy(standing, competitor);
      return holds ? [{ competitor, ...holds }] : [];
    });
    yield [...held, ...settled.slice(answered)];
    if (answered < settled.length) standing = afterRound(standing, [settled[answered] as SettledOffer]);
  }
};

const countBy = <T>(list: readonly T[], key: (one: T) => string | number): Map<string | number, number> => {
  const counts = new Map<string | number, number>();
  for (const one of list) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
};

describe('at every instant of every round', () => {
  it('no class has more places used than its capacity, and neither quota more than it has', () =>
    always(({ field, rounds }, { definition }) => {
      for (const round of rounds) {
        for (const uses of instants(field, round)) {
          const used = countBy(uses, ({ competitor, wishNo }) => classOfWish(field, competitor, wishNo));
          const usedInQuota = countBy(
            uses,
            ({ competitor, wishNo, quota }) => `${quota} ${classOfWish(field, competitor, wishNo)}`,
          );
          definition.classes.forEach(({ capacity }, c) => {
            expect(used.get(c) ?? 0).toBeLessThanOrEqual(capacity);
            expect(usedInQuota.get(`EARMARKED_PHYSICIAN ${c}`) ?? 0).toBeLessThanOrEqual(round.before.places[0][c]!);
            expect(usedInQuota.get(`GENERAL ${c}`) ?? 0).toBeLessThanOrEqual(round.before.places[1][c]!);
            expect(round.before.places[0][c]! + round.before.places[1][c]!).toBe(capacity);
          });
        }
      }
    }));

  it('no municipality has more places in a class than the cap', () =>
    always(({ field, rounds }) => {
      for (const round of rounds) {
        for (const uses of instants(field, round)) {
          const used = countBy(uses, ({ competitor, wishNo }) => pairOfWish(field, competitor, wishNo));
          for (const count of used.values()) expect(count).toBeLessThanOrEqual(field.maxPerMunicipalityPerClass);
        }
      }
    }));

  it('nobody has two open offers, nor one for a wish at or above the limit', () =>
    always(({ rounds }) => {
      for (const { before, allocation } of rounds) {
        const competitors = allocation.offers.map(({ competitor }) => competitor);
        expect(new Set(competitors).size).toBe(competitors.length);
        for (const { competitor, wishNo } of allocation.offers) {
          expect(wishNo).toBeLessThan(before.limit[competitor]!);
        }
      }
    }));

  it('earmarked places go to verified physicians only', () =>
    always(({ field, rounds }) => {
      for (const { competitor, quota } of rounds.flatMap(({ allocation }) => allocation.offers)) {
        if (quota === 'EARMARKED_PHYSICIAN') expect(field.competitors[competitor]!.tier).toBeDefined();
      }
    }));

  it('nobody loses a held place but by accepting a better one', () =>
    always(({ field, rounds }) => {
      for (const { before, after, settled } of rounds) {
        const accepted = new Set(
          settled.filter(({ outcome }) => outcome === 'ACCEPTED').map(({ competitor }) => competitor),
        );
        field.competitors.forEach((_, a) => {
          const held = heldBy(before, a);
          if (!accepted.has(a)) expect(heldBy(after, a)).toEqual(held);
          else if (held) expect(heldBy(after, a)!.wishNo).toBeLessThan(held.wishNo);
        });
      }
    }));
});

/** How many of a municipality use a place in the class of a wish when it is the competitor's turn. */
const neighboursAtTurn = (field: Field, standing: Standing, before: readonly Use[], pair: number): number => {
  const held = field.competitors.filter((_, a) => {
    const holds = heldBy(standing, a);
    return holds && pairOfWish(field, a, holds.wishNo) === pair;
  }).length;
  return held + before.filter(({ competitor, wishNo }) => pairOfWish(field, competitor, wishNo) === pair).length;
};

it('nobody is passed over: who stands before somebody offered a class got one as good, or met the cap', () =>
  always(({ field, rounds }) => {
    for (const { before, allocation } of rounds) {
      const offered = new Map(allocation.offers.map((offer) => [offer.competitor, offer]));
      for (const { quota, order } of allocation.passes) {
        const turn = new Map([...order].map((competitor, at) => [competitor, at]));
        for (const offer of allocation.offers.filter((one) => one.quota === quota)) {
          const c = classOfWish(field, offer.competitor, offer.wishNo);
          for (const other of order.slice(0, turn.get(offer.competitor))) {
            const got = offered.get(other);
            if (got && got.quota !== quota && quota === 'GENERAL') continue;
            const last = Math.min(before.limit[other]! - 1, wishCount(field, other));
            for (let wishNo = 1; wishNo <= last; wishNo++) {
              if (classOfWish(field, other, wishNo) !== c) continue;
              if (got && got.quota === quota && got.wishNo <= wishNo) continue;
              const earlier = allocation.offers.filter(
                (one) => one.quota !== quota || turn.get(one.competitor)! < turn.get(other)!,
              );
              const givenBefore = quota === 'GENERAL' ? earlier : earlier.filter((one) => one.quota === quota);
              const pair = pairOfWish(field, other, wishNo);
              expect(neighboursAtTurn(field, before, givenBefore, pair)).toBe(field.maxPerMunicipalityPerClass);
            }
          }
        }
      }
    }
  }));

it('decides the same however the rows of applications, assessments and answers are shuffled', () => {
  const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
  const withoutRowNumbers = (run: ReturnType<typeof wholeRun>) => {
    if ('tooFew' in run) return run;
    const rejected = run.files.rejectedRows.rows.map(([file, , applicationNo, code]) => [file, applicationNo, code]);
    return { ...run.files, rejectedRows: rejected.map(String).sort() };
  };
  const pair = arbitraryIntake
    .map((folder) => {
      // Of two rows with one number the earlier counts, so only files without such rows can be shuffled freely.
      const numbers = folder.applications.map((record) => record.application_no);
      return { ...folder, applications: folder.applications.filter((_, i) => numbers.indexOf(numbers[i]!) === i) };
    })
    .chain((folder) =>
      fc.record({
        folder: fc.constant(folder),
        other: fc.record({
          definition: fc.constant(folder.definition),
          applications: shuffled(folder.applications),
          assessments: shuffled(folder.assessments),
          answers: shuffled(folder.answers),
          register: shuffled(folder.register),
        }),
      }),
    );
  fc.assert(
    fc.property(pair, ({ folder, other }) => {
      expect(withoutRowNumbers(wholeRun(other))).toEqual(withoutRowNumbers(wholeRun(folder)));
    }),
    runs,
  );
});

describe('the smallest change that would have given a place', () => {
  /** The rounds once more with one score changed and all answers as they were; whether that one is offered anything. */
  const offeredWith = ({ field, rounds }: WholeRun, a: number, score: number): boolean => {
    const competitors = field.competitors.map((one, i) => (i === a ? { ...one, score } : one));
    const order = (passOrder: Int32Array, tierFirst: boolean): Int32Array =>
      passOrder.slice().sort((x, y) => {
        const [one, other] = [competitors[x]!, competitors[y]!];
        const tier = tierFirst ? one.tier! - other.tier! : 0;
        return tier || other.score - one.score || (one.lotteryNumber < other.lotteryNumber ? -1 : 1);
      });
    const changed = {
      ...field,
      competitors,
      generalOrder: order(field.generalOrder, false),
      physicianOrder: order(field.physicianOrder, true),
    };
    // Until the first offer to this one, all the others are offered what they were offered.
    return rounds.some(({ before }) =>
      allocateRound(changed, before).offers.some(({ competitor }) => competitor === a),
    );
  };

  it('is the lowest score with which a round would have led to an offer, found by trying them all', () => {
    let named = 0;
    always((run) => {
      const offered = new Set(run.rounds.flatMap(({ settled }) => settled.map(({ competitor }) => competitor)));
      const highest = Math.max(...run.field.competitors.map(({ score }) => score));
      run.field.competitors.forEach(({ applicationNo, score }, a) => {
        if (offered.has(a)) return;
        const { smallestChange } = run.decisions.find((decision) => decision.applicationNo === applicationNo)!;
        let lowest: number | undefined;
        for (let tried = score + 1; tried <= highest + 1 && lowest === undefined; tried++) {
          if (offeredWith(run, a, tried)) lowest = tried;
        }
        expect(smallestChange?.scoreNeeded?.score).toBe(lowest);
        if (lowest !== undefined) named++;
      });
    });
    expect(named).toBeGreaterThan(30);
  });

  it('names a class only where one place more would have come to this applicant', () => {
    let named = 0;
    always(({ field, rounds, decisions }) => {
      const last = rounds.at(-1)!;
      for (const { applicationNo, smallestChange } of decisions) {
        const more = smallestChange?.oneMorePlace;
        if (!more) continue;
        const a = field.competitors.findIndex((one) => one.applicationNo === applicationNo);
        const quota = more.quota === 'GENERAL' ? 1 : 0;
        const places = [last.before.places[0].slice(), last.before.places[1].slice()] as const;
        places[quota][field.classes.indexOf(more.class)]!++;
        expect(allocateRound(field, { ...last.before, places }).offers).toContainEqual({
          competitor: a,
          wishNo: more.wishNo,
          quota: more.quota,
        });
        named++;
      }
    });
    expect(named).toBeGreaterThan(30);
  });
});
