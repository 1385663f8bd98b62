import type { Instant } from '@kull/kernel';
import type { SendOutcome } from '@kull/mail/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import { ReminderWorld } from '../../../test/harness/reminder-world';
import { Matters, occasion, person, scriptedPart } from '../test-model/scripted';
import type { Occasion } from './domain/occasion';

const START = '2027-01-04T08:00:00.000Z';
const HOUR = 60;
const later = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** Time goes on or back, some workers tick at once, the server answers so, and the jobs are done, or nearly. */
interface Round {
  readonly minutes: number;
  readonly ticking: readonly number[];
  readonly answers: readonly ('sent' | 'deferred' | 'refused' | 'unknown')[];
  readonly jobs: 'done' | 'done by two' | 'crash' | 'repeated' | 'forgotten';
  readonly worker: number;
}

const worker = fc.integer({ min: 0, max: 2 });
const round: fc.Arbitrary<Round> = fc.record({
  minutes: fc.integer({ min: -40, max: 140 }),
  ticking: fc.array(worker, { minLength: 1, maxLength: 3 }),
  answers: fc.array(fc.constantFrom('sent', 'deferred', 'refused', 'unknown'), { maxLength: 2 }),
  jobs: fc.constantFrom('done', 'done by two', 'crash', 'crash', 'repeated', 'forgotten'),
  worker,
});

/** Every way to end in one run: what is drawn beside it may, by chance, have no refusal in it. */
const everyEnd: readonly Round[] = [
  { minutes: 70, ticking: [0], answers: ['deferred'], jobs: 'done', worker: 0 },
  { minutes: 50, ticking: [1, 2], answers: ['refused', 'unknown'], jobs: 'done', worker: 1 },
  { minutes: 60, ticking: [0], answers: [], jobs: 'crash', worker: 2 },
  { minutes: 60, ticking: [0], answers: [], jobs: 'repeated', worker: 2 },
];

let matters: Matters;
let world: ReminderWorld;
let workers: readonly INestApplicationContext[];

beforeAll(async () => {
  matters = new Matters();
  world = await ReminderWorld.start([scriptedPart('GATHERING', matters)], START);
  workers = [await world.worker(), await world.worker(), await world.worker()];
  await world.switchOn(['GATHERING'], START);
});
afterAll(() => world.close());

const outcomeOf = (name: Round['answers'][number]): SendOutcome =>
  name === 'refused' ? { outcome: name, code: 550 } : { outcome: name };

/** The worker is gone while it speaks to the server, and everybody notices. */
const crash = async (index: number): Promise<void> => {
  const { attempts } = world.mail;
  const jobs = await world.openJobs();
  if (jobs.length === 0) return;
  world.mail.answers.unshift('lost');
  void world.runJobs(workers[index]!);
  for (let i = 0; i < 100 && world.mail.attempts === attempts; i++) await new Promise((go) => setTimeout(go, 5));
  if (world.mail.answers[0] === 'lost') world.mail.answers.shift();
  await world.leasesRunOut();
};

const workOn = async ({ jobs, worker: index, answers }: Round): Promise<void> => {
  world.mail.answers.push(...answers.map(outcomeOf));
  const one = workers[index]!;
  switch (jobs) {
    case 'done':
      await world.runJobs(one);
      break;
    case 'done by two':
      await Promise.all([world.runJobs(one), world.runJobs(workers[(index + 1) % 3]!)]);
      break;
    case 'crash':
      await crash(index);
      break;
    case 'repeated':
      await world.runJobs(one);
      // As from a queue that was restored from an old copy.
      await world.store.owner.query(
        'update messaging.outbox set done_at = null, lease_until = null where id in (select id from messaging.outbox order by created_at desc limit 6)',
      );
      await world.runJobs(workers[(index + 1) % 3]!);
      break;
    case 'forgotten':
      break;
  }
};

const carryOut = async (one: Round, before: Instant): Promise<Instant> => {
  const now = later(before, one.minutes);
  await world.setClock(now);
  await Promise.all(one.ticking.map((index) => world.tick(workers[index]!)));
  await workOn(one);
  return now;
};

const settleAll = async (from: Instant): Promise<void> => {
  world.mail.answers.length = 0;
  for (let hour = 0; hour <= 60; hour += 6) {
    await world.setClock(later(from, hour * HOUR));
    await world.tick(workers[0]!);
    await world.leasesRunOut();
    await world.runJobs(workers[0]!);
  }
};

describe('whatever ticks, crashes, repeats and jumps there are', () => {
  let run = 0;

  it('each occasion is sent at most once, and ends exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 4, maxLength: 7 }), async (rounds) => {
        run += 1;
        const base = later(START, run * 8 * 24 * HOUR);
        await world.setClock(base);
        await world.tick(workers[0]!);
        const mine: readonly Occasion[] = Array.from({ length: 6 }, (_, i) =>
          occasion({ dueAt: later(base, 60 + 40 * i), recipient: person(`p${i % 3}`), about: `run${run}.${i}` }),
        );
        matters.add(...mine);
        let now = base;
        for (const one of rounds) now = await carryOut(one, now);
        await settleAll(later(base, 4 * HOUR));

        const told = (await world.told()).filter((line) => line.includes(` run${run}.`));
        const ends = told.filter((line) => !line.endsWith('ReminderDeferred'));
        expect(ends.map((line) => line.split(' ')[1]).sort()).toEqual(mine.map(({ about }) => about).sort());
        const arrived = world.mail.delivered.flatMap(({ letter }) =>
          mine.filter(({ about }) => [letter.subject, ...headings(letter.parts)].includes(`GATHERING ${about}`)),
        );
        expect(new Set(arrived.map(({ about }) => about)).size).toBe(arrived.length);
        for (const { about } of mine) {
          const end = ends.find((line) => line.includes(` ${about} `))!;
          const has = arrived.some((one) => one.about === about);
          if (end.endsWith('ReminderSent')) expect(has).toBe(true);
          else if (!end.endsWith('ReminderUnknown')) expect(has).toBe(false);
        }
        const left = await world.store.owner.query('select id from reminders.due where settled_at is null');
        expect(left).toEqual([]);
      }),
      { numRuns: 8, endOnFailure: true, examples: [[[...everyEnd]]] },
    );
    const ids = await world.store.owner.query(
      "select stream from log.event where type = 'ReminderAttempted' group by 1 having count(distinct data->>'messageId') > 1",
    );
    expect(ids).toEqual([]);
    // The run was not about nothing (reliability.md V1).
    const kinds = await world.store.owner.query<{ kind: string }>(
      "select distinct type || coalesce(' ' || (data->>'cause'), '') as kind from log.event where stream like 'reminder-rem%'",
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'ReminderSent',
        'ReminderDeferred',
        'ReminderFailed',
        'ReminderUnknown NO_REPLY',
        'ReminderUnknown STOPPED',
      ]),
    );
  });
});

const headings = (parts: readonly { readonly kind: string; readonly text?: string }[]): readonly string[] =>
  parts.flatMap(({ kind, text }) => (kind === 'heading' && text !== undefined ? [text] : []));
