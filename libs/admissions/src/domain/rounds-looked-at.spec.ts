import fc from 'fast-check';
import { arbitraryIntake } from '../../test-model/arbitrary-intake';
import type { IntakeFolder } from '../../test-model/intake-folder';
import { type RoundSeen, type WholeRun, wholeRun } from '../../test-model/whole-run';
import { afterRound } from './answers';
import { classOfWish } from './field';
import { nextRound } from './next-round';
import { bordersOf, placements } from './placement';
import { placesAtFirst } from './places-at-first';
import { roundsSoFar } from './rounds-so-far';
import { standingAtFirst } from './standing';
import { waitingLists } from './waiting-lists';
import { waitingMoves } from './waiting-moves';

const always = (property: (run: WholeRun, folder: IntakeFolder) => void): void =>
  fc.assert(
    fc.property(arbitraryIntake, (folder) => {
      const run = wholeRun(folder);
      if (!('tooFew' in run)) property(run, folder);
    }),
    { numRuns: 150 },
  );

const asRecorded = ({ field }: WholeRun, { round, settled }: RoundSeen) => ({
  round,
  isClosed: true,
  offers: settled.map((offer) => ({ ...offer, applicationNo: field.competitors[offer.competitor]!.applicationNo })),
});

it('goes through the rounds once more and comes to where all stood', () =>
  always((run, { definition }) => {
    const atFirst = standingAtFirst(run.field, placesAtFirst(definition));
    const recorded = run.rounds.map((round) => asRecorded(run, round));
    const again = roundsSoFar(run.field, atFirst, recorded, definition.releaseEarmarkedBeforeRound);
    expect(again.map(({ after }) => after)).toEqual(run.rounds.map(({ after }) => after));
  }));

it('foresees the next round exactly when all have answered, with its release', () =>
  always(({ field, rounds }, { definition }) => {
    rounds.forEach((round, i) => {
      const before = i === 0 ? standingAtFirst(field, placesAtFirst(definition)) : rounds[i - 1]!.after;
      const isRelease = round.round === definition.releaseEarmarkedBeforeRound;
      const { offers, release } = nextRound(field, before, [], isRelease);
      expect(offers).toEqual(round.allocation.offers);
      expect(release?.released).toEqual(round.release?.released);
      expect(release?.refused).toEqual(round.release?.refused);
    });
  }));

it('counts open offers as used and offers their holders nothing else, whoever has answered so far', () =>
  always(({ field, rounds }, { definition }) => {
    for (const { before, settled } of rounds) {
      const answered = settled.slice(0, Math.floor(settled.length / 2));
      const open = settled.slice(answered.length);
      const { offers, field: wider, free } = nextRound(field, afterRound(before, answered), open, false);
      const waiting = new Set(open.map(({ competitor }) => competitor));
      for (const { competitor } of offers) {
        expect(competitor).toBeLessThan(field.competitors.length);
        expect(waiting.has(competitor)).toBe(false);
      }
      for (const { class: code, quota, places } of free) {
        expect(places).toBeGreaterThanOrEqual(0);
        const given = offers.filter(
          (offer) =>
            offer.quota === quota && wider.classes[classOfWish(wider, offer.competitor, offer.wishNo)] === code,
        );
        expect(given.length).toBeLessThanOrEqual(places);
      }
      // The cap holds for holders and open offers together, whatever is answered.
      const perMunicipality = new Map<string, number>();
      const use = (competitor: number, wishNo: number): void => {
        const { municipality } = field.competitors[competitor]!;
        const key = `${municipality} ${classOfWish(field, competitor, wishNo)}`;
        perMunicipality.set(key, (perMunicipality.get(key) ?? 0) + 1);
      };
      const now = afterRound(before, answered);
      field.competitors.forEach((_, a) => {
        if (now.heldWish[a] !== 0) use(a, now.heldWish[a]!);
      });
      for (const { competitor, wishNo } of [...open, ...offers]) use(competitor, wishNo);
      for (const used of perMunicipality.values())
        expect(used).toBeLessThanOrEqual(definition.maxPerMunicipalityPerClass);
    }
  }));

it('gives every place in an order a reason that holds, and every wish an outcome that agrees with the offers', () =>
  always(({ field, rounds }) => {
    for (const { round, before, allocation } of rounds) {
      const seen = placements(field, { round, before, allocation });
      const offered = new Map(allocation.offers.map((offer) => [offer.competitor, offer]));
      const borders = bordersOf(field, allocation);
      seen.forEach(({ places, wishes, offer }, a) => {
        const me = field.competitors[a]!;
        expect(places).toHaveLength(me.tier === undefined ? 1 : 2);
        for (const { quota, position, reason, equalTo } of places) {
          const order = quota === 'GENERAL' ? field.generalOrder : field.physicianOrder;
          expect(order[position - 1]).toBe(a);
          if (reason === 'LOTTERY') {
            const other = field.competitors[order[equalTo!.position - 1]!]!;
            expect(other.score).toBe(me.score);
            expect(me.lotteryNumber < other.lotteryNumber).toBe(position < equalTo!.position);
          }
          if (reason === 'TIER') expect(quota).toBe('EARMARKED_PHYSICIAN');
        }
        const found = wishes.flatMap((wish) => wish.found.map((one) => ({ ...one, wishNo: wish.wishNo })));
        expect(found.filter(({ outcome }) => outcome === 'OFFERED').map(({ wishNo }) => wishNo)).toEqual(
          offered.has(a) ? [offered.get(a)!.wishNo] : [],
        );
        for (const { quota, outcome, wishNo } of found) {
          if (outcome !== 'FULL') continue;
          const code = wishes[wishNo - 1]!.class;
          const border = borders.find((one) => one.quota === quota && one.class === code);
          const mine = places.find((place) => place.quota === quota)!.position;
          // Full before this one was asked, or never with a place.
          expect(border === undefined || (border.position !== null && border.position < mine)).toBe(true);
        }
        expect(offer === undefined).toBe(!offered.has(a));
      });
    }
  }));

it('ends with the waiting lists of the decisions, and every step up has one cause', () =>
  always((run) => {
    const { field, rounds } = run;
    const lines = waitingMoves(
      field,
      rounds.map(({ round, after, settled }) => ({
        round,
        after,
        settled: settled.map(({ competitor, outcome }) => ({ competitor, outcome, answeredAt: null })),
      })),
    );
    const lists = waitingLists(field, rounds.at(-1)!.after);
    const expected = lists.flatMap((positions, competitor) => positions.map((one) => ({ ...one, competitor })));
    const key = (line: (typeof expected)[number]): string =>
      `${line.class} ${line.quota} ${line.position} ${line.competitor}`;
    expect(lines.map(key).sort()).toEqual(expected.map(key).sort());
    for (const { first, position, moves } of lines) {
      expect(moves).toHaveLength(first - position);
      moves.forEach(({ from, to }, step) => expect([from, to]).toEqual([first - step, first - step - 1]));
    }
  }));
