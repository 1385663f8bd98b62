import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnswerOffer } from '@kull/admissions/commands/answer-offer';
import { ApplicantDeadlines } from '@kull/admissions/contracts/deadlines';
import { EventStore, type Recorded } from '@kull/event-store';
import { addDays, type Instant, instantInOslo, newUuid } from '@kull/kernel';
import { CommandBus } from '@nestjs/cqrs';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { CourseClient } from '../../../../test/rules/course-client';
import { demonstrationFolder, readIntakeFolder } from '../../../admissions/test-model/intake-folder';
import { IntakeThroughCommands } from '../../../admissions/test-model/through-commands';
import type { Occasion, OccasionName } from '../domain/occasion';
import type { OccasionSource, Standing } from '../occasion-source';
import { MissingDocuments } from './documents/source';
import { UnsentDrafts } from './drafts/source';
import { OfferReplyDeadlines } from './offers/source';
import { daysBefore, onTheDay, planWith } from './testing/plans';

const folder = readIntakeFolder(demonstrationFolder());
const DAY = 86_400_000;

let api: TestApi;
let client: CourseClient;
let events: EventStore;
let run: IntakeThroughCommands;
let offers: OfferReplyDeadlines;
let documents: MissingDocuments;
let drafts: UnsentDrafts;
beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  events = api.app.get(EventStore);
  run = new IntakeThroughCommands(api.app.get(CommandBus), folder);
  const deadlines = api.app.get(ApplicantDeadlines);
  [offers, documents, drafts] = [
    new OfferReplyDeadlines(deadlines),
    new MissingDocuments(deadlines),
    new UnsentDrafts(deadlines),
  ];
  await run.open();
}, 60_000);
afterAll(() => api.close());

const allEvents = async (...types: readonly string[]): Promise<readonly Recorded[]> =>
  events.reader.pageOfTypes(0, await events.reader.head(), types, 50_000);

const wholeSpring = ['2026-01-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z'] as const;

const replyPlan = planWith(
  'NLP',
  'OFFER_REPLY_DEADLINE',
  daysBefore(7),
  daysBefore(2),
  onTheDay('08:00:00', 'LAST_MORNING'),
);
const documentPlan = planWith('NLP', 'DOCUMENT_MISSING', daysBefore(7), daysBefore(2));
const draftPlan = planWith('NLP', 'DRAFT_NOT_SENT', daysBefore(7), daysBefore(2));

const reasonsOf = (standings: readonly Standing[]): readonly string[] => [
  ...new Set(standings.map((one) => ('stands' in one ? 'stands' : one.cancelled))),
];

/** Whoever is named, in any other order, stands as they were told. */
const expectAllStand = async (source: OccasionSource, plan: typeof replyPlan, told: readonly Occasion[]) => {
  const names: readonly OccasionName[] = [...told].reverse();
  expect(await source.standing(plan, names)).toEqual([...told].reverse().map((stands) => ({ stands })));
};

const draftOf = (row: number, answers: Record<string, string>) => {
  const { national_id, family_name, given_names, language } = folder.applications[row]!;
  return {
    nationalId: national_id,
    familyName: family_name,
    givenNames: given_names,
    language: language as 'nb',
    answers,
  };
};

describe('drafts', () => {
  const id = () => `/intakes/${intakeId}`;
  let intakeId: string;

  it('are saved on behalf of applicants while the intake is open, and the same again changes nothing', async () => {
    intakeId = (await client.get<{ data: { id: string }[] }>('/intakes')).json().data[0]!.id;
    await client.put('/clock', { now: '2026-02-20T10:00:00Z' });
    expect(await client.put(`${id()}/drafts`, draftOf(0, {}))).toMatchObject({ status: 409 });
    await client.put('/clock', { now: '2026-03-10T10:00:00Z' });
    const first = await client.put(`${id()}/drafts`, draftOf(0, { employer: 'Stjørdal kommune' }));
    expect(first.json()).toEqual({ id: expect.stringMatching(/^dra_/) });
    const head = await events.reader.head();
    expect((await client.put(`${id()}/drafts`, draftOf(0, { employer: 'Stjørdal kommune' }))).json()).toEqual(
      first.json(),
    );
    expect(await events.reader.head()).toBe(head);
    const wrong = { ...draftOf(1, {}), nationalId: '12345678901' };
    expect((await client.put(`${id()}/drafts`, wrong)).json()).toMatchObject({ code: 'INVALID_NATIONAL_ID' });
    expect(await client.put('/intakes/int_nowhere/drafts', draftOf(1, {}))).toMatchObject({ status: 404 });
    const stranger = { ...draftOf(1, {}), nationalId: '15817512310' };
    expect(await client.put(`${id()}/drafts`, stranger)).toMatchObject({ status: 200 });
  });

  it('hold the answers under the key of the person, and nothing in the clear', async () => {
    const [saved] = await allEvents('ApplicationDraftSaved');
    expect(JSON.stringify(saved)).not.toMatch(/Stjørdal|03908101951/);
  });

  it('are reminded of before the window closes, until the application is sent', async () => {
    const told = await drafts.between(draftPlan, ...wholeSpring);
    expect(told.map(({ step, dueAt }) => [step, dueAt])).toEqual([
      ['P7D', '2026-03-24T08:00:00.000Z'],
      ['P7D', '2026-03-24T08:00:00.000Z'],
      ['P2D', '2026-03-29T07:00:00.000Z'],
      ['P2D', '2026-03-29T07:00:00.000Z'],
    ]);
    await expectAllStand(drafts, draftPlan, told);
    await run.takeInRegister();
    await run.takeInApplications();
    const left = await drafts.between(draftPlan, ...wholeSpring);
    expect(left).toHaveLength(2);
    const standing = await drafts.standing(draftPlan, told);
    expect(standing.filter((one) => 'cancelled' in one)).toEqual([{ cancelled: 'SETTLED' }, { cancelled: 'SETTLED' }]);
  });
});

interface Submitted {
  readonly personId: string;
  readonly facts: {
    readonly submittedAt: Instant;
    readonly employerConfirmedOn?: string;
    readonly applicationNo: string;
  };
}

describe('what is missing', () => {
  it('is told of while the window is open to whose latest application has no confirmation', async () => {
    const submitted = (await allEvents('ApplicationSubmitted')).map(({ data }) => data as Submitted);
    const latest = new Map<string, Submitted>();
    for (const one of submitted) {
      const before = latest.get(one.personId);
      const place = ({ facts }: Submitted) => `${facts.submittedAt} ${facts.applicationNo}`;
      if (!before || place(before) < place(one)) latest.set(one.personId, one);
    }
    const without = [...latest.values()].filter(({ facts }) => facts.employerConfirmedOn === undefined);
    expect(without.length).toBeGreaterThan(5);
    const told = await documents.between(documentPlan, ...wholeSpring);
    const persons = told
      .filter(({ step }) => step === 'P7D')
      .map(({ recipient }) => (recipient as { personId: string }).personId);
    expect(persons.sort()).toEqual(without.map(({ personId }) => personId).sort());
    await expectAllStand(documents, documentPlan, told);
  });

  it('is told of by the day of the first offers once it was found, and to nobody when that was judged otherwise', async () => {
    const before = await documents.between(documentPlan, ...wholeSpring);
    await run.takeInAssessments();
    await run.rank();
    const found = (await allEvents('ApplicantNeedsMore')).map(({ data }) => (data as Submitted).personId);
    const after = await documents.between(documentPlan, ...wholeSpring);
    expect(
      after.map(({ recipient, step }) => `${step} ${(recipient as { personId: string }).personId}`).sort(),
    ).toEqual(['P2D', 'P7D'].flatMap((step) => found.map((person) => `${step} ${person}`)).sort());
    expect(new Set(after.map(({ dueAt }) => dueAt))).toEqual(
      new Set(['2026-04-17T07:00:00.000Z', '2026-04-22T07:00:00.000Z']),
    );
    expect(reasonsOf(await documents.standing(documentPlan, before)).every((one) => one !== 'stands')).toBe(true);
    await expectAllStand(documents, documentPlan, after);
  });

  it('is told of no more once it has come in, also before that is judged', async () => {
    const needs = (await allEvents('ApplicantNeedsMore')).map(
      ({ data }) => data as { applicationNo: string; codes: readonly string[] },
    );
    const { applicationNo } = needs.find(({ codes }) => codes.join() === 'MISSING_EMPLOYER_CONFIRMATION')!;
    const row = folder.applications.find(({ application_no }) => application_no === applicationNo)!;
    const before = await documents.between(documentPlan, ...wholeSpring);
    await run.takeInApplications([{ ...row, employer_confirmed_at: '2026-03-20' }]);
    const after = await documents.between(documentPlan, ...wholeSpring);
    expect(after).toHaveLength(before.length - 2);
    expect(reasonsOf(await documents.standing(documentPlan, before))).toEqual(['stands', 'SETTLED']);
    await run.takeInApplications([row]);
    await run.rank();
    expect(await documents.between(documentPlan, ...wholeSpring)).toEqual(before);
  });
});

describe('offers', () => {
  interface Made {
    readonly offerId: string;
    readonly personId: string;
    readonly replyBy: Instant;
    readonly round: number;
  }

  /** Every line that should be told, by brute force from the events. */
  const expected = async (from: Instant, to: Instant): Promise<readonly string[]> => {
    const settled = new Set(
      (await allEvents('OfferAccepted', 'OfferDeclined', 'OfferLapsed')).map(({ data }) => (data as Made).offerId),
    );
    const made = (await allEvents('OfferMade')).map(({ data, occurredAt }) => ({ ...(data as Made), occurredAt }));
    return made
      .filter(({ offerId }) => !settled.has(offerId))
      .flatMap(({ offerId, personId, replyBy, occurredAt }) => {
        const day = new Date(Date.parse(replyBy)).toISOString().slice(0, 10);
        return [
          ['P7D', instantInOslo(addDays(day, -7), '09:00:00')],
          ['P2D', instantInOslo(addDays(day, -2), '09:00:00')],
          ['LAST_MORNING', instantInOslo(day, '08:00:00')],
        ]
          .filter(([, due]) => Date.parse(due!) >= Date.parse(occurredAt) + DAY && due! > from && due! <= to)
          .map(([step, due]) => `${due} ${step} ${offerId} ${personId}`);
      });
  };
  const line = ({ dueAt, step, about, recipient }: Occasion) =>
    `${dueAt} ${step} ${about} ${(recipient as { personId: string }).personId}`;

  it('are reminded of while they can be answered, and not on the day they came', async () => {
    await run.offers(1);
    const told = await offers.between(replyPlan, ...wholeSpring);
    expect(told).toHaveLength(3 * 216);
    expect(told.map(line).sort()).toEqual([...(await expected(...wholeSpring))].sort());
    await expectAllStand(offers, replyPlan, told);
    expect(await offers.between(planWith('OTHER', 'OFFER_REPLY_DEADLINE', daysBefore(7)), ...wholeSpring)).toEqual([]);
  });

  it('that are answered or lapse are told of no more, round by round', async () => {
    const told = await offers.between(replyPlan, ...wholeSpring);
    const answers = ['ACCEPT', 'DECLINE'] as const;
    for (const [at, { about }] of told.slice(0, 20).entries()) {
      const answer = { answer: answers[at % 2]!, keepWaiting: false, answeredAt: '2026-05-01T10:00:00.000Z' };
      const context = { commandId: newUuid(), actor: 'test-1', occurredAt: answer.answeredAt };
      await api.app.get(CommandBus).execute(new AnswerOffer(about, answer, context));
    }
    expect((await offers.between(replyPlan, ...wholeSpring)).map(line).sort()).toEqual(
      [...(await expected(...wholeSpring))].sort(),
    );
    const answered = told.slice(0, 20).map(({ about }) => about);
    const old = await offers.standing(
      replyPlan,
      told.filter(({ about }) => answered.includes(about)),
    );
    expect(reasonsOf(old)).toEqual(['SETTLED']);

    await run.takeInAnswers(1);
    await run.close(1);
    expect(await offers.between(replyPlan, ...wholeSpring)).toEqual([]);
    await run.offers(2);
    const second = await offers.between(replyPlan, ...wholeSpring);
    expect(second.map(line).sort()).toEqual([...(await expected(...wholeSpring))].sort());
    // The second round is a week long: seven days before its deadline is the day the offers came.
    expect(new Set(second.map(({ step }) => step))).toEqual(new Set(['P2D', 'LAST_MORNING']));
    const week = ['2026-05-16T06:59:59.999Z', '2026-05-16T07:00:00.000Z'] as const;
    expect((await offers.between(replyPlan, ...week)).map(line).sort()).toEqual([...(await expected(...week))].sort());
  });
});
