import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareWithRebuild, EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { Clock, newUuid, systemClock } from '@kull/kernel';
import { MailSender } from '@kull/mail/contracts';
import { HprRegister, OwnContact, People, peopleKeysFrom, peopleMigrations, Reads } from '@kull/people';
import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import { demonstrationFolder, readIntakeFolder } from '../test-model/intake-folder';
import { IntakeThroughCommands } from '../test-model/through-commands';
import { type WholeRun, wholeRun } from '../test-model/whole-run';
import { AnswerOffer } from './commands/answer-offer';
import { AdmissionsModule, admissionsParts } from './index';
import { OfferQueries } from './read-models/offers.query';

const folder = readIntakeFolder(demonstrationFolder());
let store: TestStore;
let app: INestApplicationContext;
let run: IntakeThroughCommands;
const mail = { baseUrl: 'http://localhost', mailDomain: 'example.no' };
const letters = {
  organiser: 'Handelshøyskolen BI',
  signatory: { name: 'Prøve Signersen', role: 'Studieleder' },
  service: 'https://kull.example',
};
const keysFolder = mkdtempSync(join(tmpdir(), 'kull-admissions-'));

beforeAll(async () => {
  store = await createTestStore({
    ...admissionsParts,
    migrations: [...peopleMigrations, ...admissionsParts.migrations],
  });
  const keys = peopleKeysFrom(Buffer.alloc(32, 1));
  const people = new People(store.database, keys);
  const providers = [
    { provide: EventStore, useValue: store.events },
    { provide: People, useValue: people },
    { provide: OwnContact, useFactory: () => new OwnContact(store.events, people) },
    { provide: Clock, useValue: systemClock },
    { provide: DatabaseClock, useValue: { now: async () => '2026-06-16T07:00:00.000Z' } },
    { provide: MailSender, useValue: { send: async () => ({ outcome: 'sent' }) } },
    { provide: Reads, useFactory: () => new Reads(store.events) },
    {
      provide: HprRegister,
      useValue: new HprRegister(store.database, keys, { now: async () => '2026-04-01T08:00:00.000Z' }),
    },
  ];
  @Global()
  @Module({ providers, exports: providers })
  class Surroundings {}
  const module = await Test.createTestingModule({
    imports: [
      Surroundings,
      CqrsModule.forRoot(),
      AdmissionsModule.forRoot({ acceptSynthetic: true, keysFolder, letters, mail }),
    ],
  }).compile();
  app = await module.init();
  run = new IntakeThroughCommands(app.get(CommandBus), folder);
});
afterAll(async () => {
  await app.close();
  await store.close();
  rmSync(keysFolder, { recursive: true, force: true });
});

const head = async (): Promise<number> => store.events.reader.head();

describe('a whole intake through commands and the log', () => {
  const expected = wholeRun(folder) as WholeRun;

  it('is refused step by step while the step before is missing', async () => {
    await run.open();
    expect(await run.offers(1)).toEqual({ rejected: { code: 'NOT_RANKED' } });
    expect(await run.close(1)).toEqual({ rejected: { code: 'OFFERS_NOT_MADE' } });
    expect(await run.offers(9)).toEqual({ rejected: { code: 'ROUND_UNKNOWN' } });
    await run.takeInApplications();
    expect(await run.rank()).toMatchObject({ rejected: { code: 'TOO_FEW_ASSESSMENTS' } });
    expect(await run.complete()).toEqual({ rejected: { code: 'ROUNDS_NOT_CLOSED' } });
  });

  it('comes to the places, offers, waiting lists and decisions that the rules give', async () => {
    expect(await run.all()).toMatchObject({ done: { placesHeld: 216, decisions: 468 } });
    expect(await run.files(app)).toEqual(expected.files);
  });

  it('changes nothing when everything is done once more', async () => {
    const before = await head();
    expect(await run.all()).toMatchObject({ done: { placesHeld: 216, decisions: 468 } });
    expect(await head()).toBe(before);
  });

  it('takes in nothing new once offers have been made', async () => {
    const before = await head();
    const [first, ...rest] = folder.applications;
    const changed = [{ ...first!, years_experience: '40' }, ...rest];
    expect(await run.takeInApplications(changed)).toEqual({ rejected: { code: 'INTAKE_DECIDED' } });
    expect(await run.takeInAssessments([{ ...folder.assessments[0]!, score: '99' }])).toEqual({
      rejected: { code: 'INTAKE_DECIDED' },
    });
    expect(await head()).toBe(before);
  });

  it('leaves read models that equal their rebuild', async () => {
    for (const model of admissionsParts.readModels) {
      const { live, rebuilt } = await compareWithRebuild(model, store.codecs, store.owner);
      expect(live).toEqual(rebuilt);
    }
  });

  it('keeps no name, national id or HPR number in the log', async () => {
    const [{ text }] = (await store.database.query<{ text: string }>(
      `select string_agg(data::text, ' ') as text from log.event`,
    )) as [{ text: string }];
    for (const row of folder.applications) {
      for (const secret of [row.national_id, row.email, row.phone, row.hpr_number, row.employer]) {
        if (secret.length >= 7) expect(text.includes(secret)).toBe(false);
      }
    }
  });
});

describe('everything ordered twice at the same time', () => {
  const twice = { ...folder, definition: { ...folder.definition, intake: 'NLP-TWICE', lotterySeed: 'twice' } };
  const both = async <T>(work: () => Promise<T>): Promise<T> => {
    const [one, other] = await Promise.all([work(), work()]);
    expect(one).toEqual(other);
    return one;
  };
  const typesOf = async (prefix: string): Promise<Record<string, number>> => {
    const rows = await store.database.query<{ type: string; n: number }>(
      `select type, count(*)::integer as n from log.event where data->>'intake' = 'NLP-TWICE' and type like $1
        group by type`,
      [`${prefix}%`],
    );
    return Object.fromEntries(rows.map(({ type, n }) => [type, n]));
  };

  it('takes in, ranks and offers once', async () => {
    const racing = new IntakeThroughCommands(app.get(CommandBus), twice);
    await racing.open();
    await Promise.all([racing.takeInRegister(), racing.takeInRegister()]);
    expect(await both(() => racing.takeInApplications())).toMatchObject({ done: { takenIn: 468 } });
    // Whoever looks when the other is done finds every score known; what is told differs, what is stored does not.
    await Promise.all([racing.takeInAssessments(), racing.takeInAssessments()]);
    expect(await typesOf('Application')).toMatchObject({ ApplicationSubmitted: 468, ApplicationScored: 954 });
    await both(() => racing.rank());
    expect(await both(() => racing.offers(1))).toEqual({ done: { offers: 216 } });
    expect(await typesOf('OfferMade')).toEqual({ OfferMade: 216 });
  });

  it('records an answer once, and keeps a late one as late', async () => {
    const racing = new IntakeThroughCommands(app.get(CommandBus), twice);
    const [offer] = await app.get(OfferQueries).ofRound('NLP-TWICE', 1);
    const context = { commandId: newUuid(), actor: 'test-1', occurredAt: offer!.replyBy };
    const late = { answer: 'ACCEPT', keepWaiting: false, answeredAt: '2026-05-08T22:00:00.000Z' } as const;
    expect(await app.get(CommandBus).execute(new AnswerOffer(offer!.id, late, context))).toEqual({
      rejected: { code: 'ANSWER_TOO_LATE', replyBy: '2026-05-08T21:59:59.000Z' },
    });
    expect([...(await app.get(OfferQueries).lateAnswers('NLP-TWICE', 1))]).toEqual([[offer!.id, [late]]]);
    expect(await both(() => racing.takeInAnswers(1))).toMatchObject({ done: { late: expect.any(Number) } });
    await both(() => racing.close(1));
    const used = await store.database.query<{ value: number }>(
      `select value from log.counter where key like 'admission-places:NLP-TWICE:%'`,
    );
    const held = await typesOf('OfferAccepted');
    expect(used.reduce((sum, { value }) => sum + value, 0)).toBe(held.OfferAccepted);
  });
});
