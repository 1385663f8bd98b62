import { fold, type Instant } from '@kull/kernel';
import fc from 'fast-check';
import { application } from './application';
import type { ApplicationEvent } from './application.events';
import type { IntakeDefinition } from './intake-definition';
import { choicesFor } from './offered-choices';
import { ownOffer } from './own-offer';

const classes = ['TRONDHEIM-1', 'OSLO-1', 'OSLO-2', 'OSLO-3'];
const names = { intake: 'NLP-2026', applicationNo: 'A-1', personId: 'per_1' };
const replyBy = '2026-05-08T21:59:59.000Z';
const inTime = '2026-05-02T10:00:00.000Z';

const definition = {
  intake: names.intake,
  programme: { title: 'Nasjonal lederutdanning' },
  classes: classes.map((code) => ({ code, site: 'Oslo', startsOn: '2026-09-07' })),
  rounds: [{ round: 1 }, { round: 2 }],
} as unknown as IntakeDefinition;

const sent = (wishes: readonly string[]): readonly ApplicationEvent[] => [
  {
    type: 'ApplicationSubmitted',
    data: { ...names, submission: 1, facts: { wishes }, fingerprint: 'ab', details: {} },
  } as unknown as ApplicationEvent,
  { type: 'ApplicantQualified', data: names },
  { type: 'ApplicationRanked', data: { ...names, score: { total: 120 }, lotteryNumber: '0a' } } as never,
];

const offerOf = (round: number, wishNo: number, wishes: readonly string[]) => ({
  ...names,
  class: wishes[wishNo - 1]!,
  quota: 'GENERAL' as const,
  wishNo,
  municipality: '5035',
  quotaPlaces: 49,
  maxPerMunicipality: 8,
  offerId: `ofr_${round}`,
  round,
});
const made = (round: number, wishNo: number, wishes: readonly string[]): ApplicationEvent => ({
  type: 'OfferMade',
  data: { ...offerOf(round, wishNo, wishes), replyBy },
});

const seen = (events: readonly ApplicationEvent[], offerId: string, now: Instant) => {
  const state = fold(application, events);
  if (state.status === 'none' || state.status === 'received') throw new Error('not judged');
  return ownOffer(state, definition, offerId, now)!;
};

const someOffer = fc
  .shuffledSubarray(classes, { minLength: 1 })
  .chain((wishes) => fc.record({ wishes: fc.constant(wishes), wishNo: fc.integer({ min: 1, max: wishes.length }) }));

describe('the answers that make sense', () => {
  it('are yes and no alone when no better wish is left', () => {
    expect(choicesFor(1, classes)).toEqual([
      { answer: 'ACCEPT', keepWaiting: false, waitsFor: [] },
      { answer: 'DECLINE', keepWaiting: false, waitsFor: [] },
    ]);
  });

  it('are four while there is a better one, and say what is waited for', () => {
    expect(choicesFor(3, classes)).toEqual([
      { answer: 'ACCEPT', keepWaiting: true, waitsFor: ['TRONDHEIM-1', 'OSLO-1'] },
      { answer: 'ACCEPT', keepWaiting: false, waitsFor: [] },
      { answer: 'DECLINE', keepWaiting: true, waitsFor: ['TRONDHEIM-1', 'OSLO-1'] },
      { answer: 'DECLINE', keepWaiting: false, waitsFor: [] },
    ]);
  });

  it('each leave open exactly the wishes that it says, and are taken', () => {
    fc.assert(
      fc.property(someOffer, ({ wishes, wishNo }) => {
        const before = [...sent(wishes), made(1, wishNo, wishes)];
        for (const { answer, keepWaiting, waitsFor } of choicesFor(wishNo, wishes)) {
          const data = { round: 1, answer, keepWaiting, answeredAt: inTime };
          const decision = application.decide(fold(application, before), { type: 'AnswerOffer', data });
          if ('rejected' in decision) throw new Error(decision.rejected.code);
          const after = fold(application, [...before, ...decision.events]);
          const { limit } = after as { readonly limit: number };
          expect(waitsFor).toEqual(wishes.slice(0, Math.max(limit - 1, 0)));
          expect(seen([...before, ...decision.events], 'ofr_1', inTime)).toMatchObject({ waitsFor, choices: [] });
        }
      }),
    );
  });
});

describe('an offer as its applicant sees it', () => {
  const open = [...sent(classes), made(1, 2, classes)];

  it('can be answered until the deadline, that instant included, and is not answered by waiting', () => {
    fc.assert(
      fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), (offset) => {
        const now = new Date(Date.parse(replyBy) + offset).toISOString();
        const offer = seen(open, 'ofr_1', now);
        expect(offer.choices).toHaveLength(offset <= 0 ? 4 : 0);
        expect(offer.outcome).toBeUndefined();
      }),
    );
  });

  it('names the place held from before, and keeps naming it when the offer is declined or lapses', () => {
    const held: ApplicationEvent = {
      type: 'OfferAccepted',
      data: { ...offerOf(1, 2, classes), keepWaiting: true, answeredAt: inTime, limit: 2, verifiedPhysician: false },
    };
    const better = [...open, held, made(2, 1, classes)];
    expect(seen(better, 'ofr_2', inTime)).toMatchObject({ class: 'TRONDHEIM-1', heldBefore: 'OSLO-1' });
    const lapsed: ApplicationEvent = { type: 'OfferLapsed', data: { ...offerOf(2, 1, classes), limit: 0 } };
    expect(seen([...better, lapsed], 'ofr_2', inTime)).toMatchObject({ outcome: 'LAPSED', heldBefore: 'OSLO-1' });
    expect(seen(better, 'ofr_1', inTime)).toMatchObject({ outcome: 'ACCEPTED', waitsFor: ['TRONDHEIM-1'] });
    expect(seen(open, 'ofr_1', inTime)).not.toHaveProperty('heldBefore');
  });

  it('shows when an answer came too late', () => {
    const late = { answer: 'ACCEPT', keepWaiting: false, answeredAt: '2026-05-08T22:01:00.000Z' } as const;
    const refused: ApplicationEvent = {
      type: 'LateAnswerRefused',
      data: { ...names, ...late, offerId: 'ofr_1', round: 1 },
    };
    expect(seen([...open, refused], 'ofr_1', late.answeredAt)).toMatchObject({ late: [late], choices: [] });
  });
});
