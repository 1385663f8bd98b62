import { allocateRound } from './allocation';
import { afterRound, answerThatCounts, isInTime, settle } from './answers';
import { classOfWish, layOutField } from './field';
import { releaseEarmarked } from './release';
import { smallestChange } from './smallest-change';
import { heldBy, standingAtFirst } from './standing';
import { waitingLists } from './waiting-lists';

/** The better the score, the earlier the letter: `physician('anna', 90, 1, 'OSLO')`. */
const applicant = (applicationNo: string, score: number, wishes: string, municipality = applicationNo) => ({
  applicationNo,
  municipality,
  score: score * 2,
  lotteryNumber: Buffer.from(applicationNo).toString('hex').padEnd(64, '0'),
  wishes: wishes.split('|'),
});
const physician = (name: string, score: number, tier: 1 | 2, wishes: string, municipality?: string) => ({
  ...applicant(name, score, wishes, municipality),
  tier,
});

const intake = (
  competitors: Parameters<typeof layOutField>[0],
  classes: Record<string, [capacity: number, earmarked: number]>,
  cap = 8,
) => {
  const field = layOutField(competitors, Object.keys(classes), cap);
  const places = Object.entries(classes).map(([code, [capacity, earmarked]]) => ({
    code,
    earmarked,
    general: capacity - earmarked,
  }));
  const said = ({ competitor, wishNo, quota }: { competitor: number; wishNo: number; quota: string }) =>
    `${field.competitors[competitor]!.applicationNo} ${field.classes[classOfWish(field, competitor, wishNo)]} ${quota}`;
  return { field, standing: standingAtFirst(field, places), said };
};

const yes = { answer: 'ACCEPT', keepWaiting: true, answeredAt: '2026-05-01T00:00:00.000Z' } as const;

describe('a round of offers', () => {
  it('places physicians first, by tier before score, and the rest of them with all others', () => {
    const { field, standing, said } = intake(
      [
        physician('mild', 60, 1, 'OSLO'),
        physician('best', 90, 2, 'OSLO'),
        applicant('good', 80, 'OSLO'),
        applicant('late', 50, 'OSLO'),
      ],
      { OSLO: [3, 1] },
    );
    expect(allocateRound(field, standing).offers.map(said)).toEqual([
      'mild OSLO EARMARKED_PHYSICIAN',
      'best OSLO GENERAL',
      'good OSLO GENERAL',
    ]);
  });
  it('gives each the best wish that is free', () => {
    const { field, standing, said } = intake(
      [applicant('a', 90, 'OSLO|TRONDHEIM'), applicant('b', 80, 'OSLO|TRONDHEIM'), applicant('c', 70, 'OSLO')],
      { OSLO: [1, 0], TRONDHEIM: [1, 0] },
    );
    expect(allocateRound(field, standing).offers.map(said)).toEqual(['a OSLO GENERAL', 'b TRONDHEIM GENERAL']);
  });
  it('keeps to the municipality cap, both quotas together', () => {
    const { field, standing, said } = intake(
      [
        physician('doctor', 50, 1, 'OSLO', 'Røros'),
        applicant('first', 90, 'OSLO|TRONDHEIM', 'Røros'),
        applicant('other', 40, 'OSLO', 'Hitra'),
      ],
      { OSLO: [3, 1], TRONDHEIM: [1, 0] },
      1,
    );
    expect(allocateRound(field, standing).offers.map(said)).toEqual([
      'doctor OSLO EARMARKED_PHYSICIAN',
      'first TRONDHEIM GENERAL',
      'other OSLO GENERAL',
    ]);
  });
});

describe('answers', () => {
  const places = { OSLO: [1, 0], TRONDHEIM: [1, 0] } as Record<string, [number, number]>;
  const { field, standing, said } = intake(
    [applicant('a', 90, 'OSLO|TRONDHEIM'), applicant('b', 80, 'OSLO|TRONDHEIM'), applicant('c', 70, 'TRONDHEIM')],
    places,
  );
  const round1 = allocateRound(field, standing);

  it('let somebody who keeps waiting move up, and free the old place for the round after', () => {
    const no = { ...yes, answer: 'DECLINE', keepWaiting: false } as const;
    const after1 = afterRound(standing, [settle(round1.offers[0]!, no), settle(round1.offers[1]!, yes)]);
    const round2 = allocateRound(field, after1);
    expect(round2.offers.map(said)).toEqual(['b OSLO GENERAL']);
    const after2 = afterRound(
      after1,
      round2.offers.map((offer) => settle(offer, yes)),
    );
    expect(allocateRound(field, after2).offers.map(said)).toEqual(['c TRONDHEIM GENERAL']);
  });
  it.each(['DECLINE', 'none'] as const)('never cost a held place: %s', (answer) => {
    const held = afterRound(standing, [settle(round1.offers[1]!, yes)]);
    const offer = { competitor: 1, wishNo: 1, quota: 'GENERAL' } as const;
    const after = afterRound(held, [settle(offer, answer === 'none' ? undefined : { ...yes, answer })]);
    expect(heldBy(after, 1)).toEqual({ wishNo: 2, quota: 'GENERAL' });
  });
  it('end all further offers when there is none', () => {
    const after = afterRound(
      standing,
      round1.offers.map((offer) => settle(offer, undefined)),
    );
    expect(allocateRound(field, after).offers.map(said)).toEqual(['c TRONDHEIM GENERAL']);
  });
  it('are in time at the last instant, and late right after', () => {
    expect(isInTime({ answeredAt: '2026-05-08T21:59:59.000Z' }, '2026-05-08T21:59:59.000Z')).toBe(true);
    expect(isInTime({ answeredAt: '2026-05-08T21:59:59.001Z' }, '2026-05-08T21:59:59.000Z')).toBe(false);
  });
  it('count once: the first in time, in whatever order they were written down', () => {
    const later = { ...yes, answer: 'DECLINE', answeredAt: '2026-05-02T00:00:00.000Z' } as const;
    expect(answerThatCounts([later, yes], '2026-05-08T21:59:59.000Z')).toEqual(yes);
    expect(answerThatCounts([yes, later], '2026-04-30T00:00:00.000Z')).toBeUndefined();
  });
});

describe('release of earmarked places', () => {
  it('moves what is free, and is refused where a physician still waits', () => {
    const { field, standing, said } = intake(
      [physician('doctor', 50, 1, 'OSLO'), applicant('a', 90, 'OSLO'), applicant('b', 80, 'TRONDHEIM')],
      { OSLO: [2, 2], TRONDHEIM: [2, 2] },
    );
    const { released, refused, standing: after } = releaseEarmarked(field, standing);
    expect(released).toEqual([{ class: 'TRONDHEIM', places: 2 }]);
    expect(refused).toEqual([{ class: 'OSLO', reason: 'PHYSICIAN_STILL_WAITING', physicians: 1 }]);
    expect(allocateRound(field, after).offers.map(said)).toEqual([
      'doctor OSLO EARMARKED_PHYSICIAN',
      'b TRONDHEIM GENERAL',
    ]);
  });
  it('says nothing of a class without a free earmarked place', () => {
    const { field, standing } = intake([applicant('a', 90, 'OSLO')], { OSLO: [2, 0] });
    expect(releaseEarmarked(field, standing)).toMatchObject({ released: [], refused: [] });
  });
});

describe('after the last round', () => {
  const { field, standing } = intake(
    [
      physician('doctor', 60, 2, 'OSLO'),
      physician('chief', 50, 1, 'OSLO'),
      applicant('a', 90, 'OSLO'),
      applicant('b', 55, 'OSLO'),
    ],
    { OSLO: [2, 1] },
  );
  const round = allocateRound(field, standing);
  const after = afterRound(
    standing,
    round.offers.map((offer) => settle(offer, yes)),
  );
  it('everybody without a place waits, in the order of each quota', () => {
    expect(waitingLists(field, after)).toEqual([
      [
        { class: 'OSLO', quota: 'EARMARKED_PHYSICIAN', position: 1 },
        { class: 'OSLO', quota: 'GENERAL', position: 1 },
      ],
      [],
      [],
      [{ class: 'OSLO', quota: 'GENERAL', position: 2 }],
    ]);
  });
  it('says what would have given a place: a score, one more place, or either', () => {
    const name = { class: 'OSLO', wishNo: 1 };
    expect(smallestChange(field, after, [round], 0)).toEqual({
      scoreNeeded: { score: 181, ...name, quota: 'GENERAL', round: 1 },
      oneMorePlace: { ...name, quota: 'EARMARKED_PHYSICIAN' },
    });
    expect(smallestChange(field, after, [round], 3)).toEqual({
      scoreNeeded: { score: 181, ...name, quota: 'GENERAL', round: 1 },
    });
  });
});
