import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnswerOffer } from '@kull/admissions/commands/answer-offer';
import { Database, EventStore, type Outcome } from '@kull/event-store';
import { ServiceClock } from '@kull/http/service-clock';
import { type DomainEvent, type Instant, type LocalDate, newUuid, type Rejection } from '@kull/kernel';
import { type Sink, startSink } from '@kull/mail/sink/sink';
import type { QueueOptions } from '@kull/messaging';
import { People } from '@kull/people';
import { ChooseReminders } from '@kull/reminders/commands/choose-reminders';
import { SetReminderPlan } from '@kull/reminders/commands/set-reminder-plan';
import { SwitchReminderPlans } from '@kull/reminders/commands/switch-reminder-plans';
import { defaultPlans } from '@kull/reminders/domain/default-plans';
import type { Subject } from '@kull/reminders/domain/occasion';
import type { ClassPlan } from '@kull/teaching/contracts';
import { programmeClass } from '@kull/teaching/domain/class';
import type { ClassCommand } from '@kull/teaching/domain/class.commands';
import { type EnrolmentCommand, enrolment } from '@kull/teaching/domain/enrolment';
import { classIdOf, enrolmentIdOf } from '@kull/teaching/domain/ids';
import { CommandBus } from '@nestjs/cqrs';
import { demonstrationFolder, readIntakeFolder } from '../../../libs/admissions/test-model/intake-folder';
import { IntakeThroughCommands } from '../../../libs/admissions/test-model/through-commands';
import { createTestApi, type TestApi } from '../../harness/api';
import { testQueue } from '../../harness/queues';
import { CourseClient } from '../../rules/course-client';
import { Crew } from './crew';
import type { StandingOffer } from './model-facts';
import { onTheWall } from './oslo-clock';
import { behaviourOf, type Conduct, type Scenario, type Student, type Wish } from './scenario';
import { course, gatheringFrom } from './timetable';

const PROGRAMME = { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' };
const INTAKE = 'NLP-SIM';
const PLANNED_AT = '2026-03-01T08:00:00.000Z';
/** Each plan costs a tick some statements; those that nothing happens for in this year are off. */
const SUBJECTS: readonly Subject[] = [
  'DRAFT_NOT_SENT',
  'DOCUMENT_MISSING',
  'OFFER_REPLY_DEADLINE',
  'GATHERING',
  'GATHERING_CHANGED',
  'REGISTER_OPEN',
];
/** The clock that is wrong is so many days ahead. */
const DAYS_OFF = 3;

const STRIKE = `update clock.setting
  set offset_ms = extract(epoch from $1::timestamptz - clock_timestamp()) * 1000, moves = moves + 1`;

/** The service with everything real: its log, its queue, a mail server, three workers; and a year to go through. */
export class YearWorld {
  readonly persons = new Map<string, string>();
  readonly classIds: string[] = [];
  offers: readonly StandingOffer[] = [];

  private constructor(
    private readonly scenario: Scenario,
    readonly students: readonly Student[],
    private readonly api: TestApi,
    readonly owner: Database,
    readonly sink: Sink,
    readonly queue: QueueOptions,
    readonly crew: Crew,
    private readonly folder: string,
  ) {}

  static async start(
    scenario: Scenario,
    students: readonly Student[],
    conducts: ReadonlyMap<string, Conduct>,
    preload: readonly string[],
  ): Promise<YearWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'kull-year-'));
    const sink = await startSink({ folder: join(folder, 'sink'), port: 0, behaviour: behaviourOf(conducts) });
    const settings = {
      NODE_ENV: 'test',
      KULL_KEYS: join(folder, 'keys'),
      KULL_SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      KULL_OFFICE_EMAIL: 'kontoret@example.no',
      KULL_RENDER_THREADS: '1',
      KULL_REMINDERS_EVERY: '3600',
    };
    const api = await createTestApi(undefined, settings);
    const queue = testQueue('redis', api.databaseUrl);
    const owner = await Database.connect({ url: api.databaseUrl, poolSize: 3 });
    const kills = [...conducts].filter(([, conduct]) => conduct.startsWith('KILL'));
    const env = {
      ...process.env,
      ...settings,
      DATABASE_URL: api.databaseUrl,
      REDIS_URL: queue.redisUrl ?? '',
      KULL_QUEUE_PREFIX: queue.prefix,
      KULL_ADMIN_TOKEN: 'test-token-of-more-than-32-characters',
      DEADLY: JSON.stringify(Object.fromEntries(kills)),
      DEADLY_FOLDER: folder,
    };
    const crew = new Crew(env, folder, owner, DAYS_OFF, preload);
    const world = new YearWorld(scenario, students, api, owner, sink, queue, crew, folder);
    await world.setClock(PLANNED_AT);
    await world.planClasses();
    await world.enrolStudents();
    if (scenario.withOffers) await world.makeOffers();
    await crew.start();
    await world.setClock(scenario.from);
    await world.switchOn();
    return world;
  }

  /** All processes are told. */
  setClock(now: Instant): Promise<void> {
    return this.api.app.get(ServiceClock).set(now);
  }

  /** Only PostgreSQL knows, and by it alone goes what is due. */
  async strike(now: number): Promise<void> {
    await this.owner.query(STRIKE, [new Date(now)]);
  }

  /** Whether something was put off. */
  async waits(): Promise<boolean> {
    return (await this.owner.query('select from reminders.due where settled_at is null limit 1')).length > 0;
  }

  /** How much the mail server has taken so far. */
  get sinkBytes(): number {
    return statSync(join(this.folder, 'sink/ledger.jsonl'), { throwIfNoEntry: false })?.size ?? 0;
  }

  async close(): Promise<void> {
    await this.crew.stop();
    await this.sink.close();
    await this.owner.close();
    await this.api.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Does it, if the service takes it. */
  async carryOut(wish: Wish): Promise<boolean> {
    const { at } = wish;
    const on = onTheWall(at).date;
    switch (wish.kind) {
      case 'move': {
        const classId = this.classIds[wish.home]!;
        const gathering = gatheringFrom(wish.number, wish.to);
        return this.askClass(wish.home, { type: 'RescheduleGathering', data: { classId, gathering, on } }, at);
      }
      case 'plan again': {
        const classId = this.classIds[wish.home]!;
        const gathering = gatheringFrom(wish.number, wish.to);
        return this.askClass(wish.home, { type: 'ScheduleGathering', data: { classId, gathering } }, at);
      }
      case 'cancel': {
        const data = { classId: this.classIds[wish.home]!, number: wish.number, on };
        return this.askClass(wish.home, { type: 'CancelGathering', data }, at);
      }
      case 'withdraw':
        return this.askStudent(wish.no, { type: 'WithdrawStudent', data: { on, reasonClass: 'OTHER' } }, at);
      case 'leave': {
        const { until } = wish;
        const data = { from: on, ...(until !== undefined && { until }), reasonClass: 'OTHER' } as const;
        return this.askStudent(wish.no, { type: 'GrantLeave', data }, at);
      }
      case 'transfer': {
        const to = { classId: this.classIds[wish.to]!, classCode: this.scenario.classes[wish.to]!.code };
        if (!(await this.askStudent(wish.no, { type: 'TransferStudent', data: { to, on } }, at))) return false;
        if (!(await this.enrol(wish.no, wish.to, on, at))) throw new Error('transferred to nowhere');
        return true;
      }
      case 'decline': {
        const command = new ChooseReminders(this.persons.get(wish.no)!, ['GATHERING'], 'decline', this.by(at));
        await this.commands.execute(command);
        return true;
      }
      case 'lock': {
        const path = `/classes/${this.classIds[wish.home]}/registers/${wish.session}/locks`;
        return (await new CourseClient(this.api).post(path, {})).status === 200;
      }
      case 'answer': {
        const answer = { answer: wish.accepts ? 'ACCEPT' : 'DECLINE', keepWaiting: false, answeredAt: at } as const;
        return 'accepted' in (await this.commands.execute(new AnswerOffer(wish.offerId, answer, this.by(at))));
      }
    }
  }

  private async planClasses(): Promise<void> {
    for (const [home, { code, firstDays }] of this.scenario.classes.entries()) {
      const plan: ClassPlan = {
        code,
        site: 'Oslo',
        capacity: 54,
        ...this.scenario.period,
        programme: PROGRAMME,
        intake: INTAKE,
      };
      const classId = classIdOf(plan);
      this.classIds.push(classId);
      const gatherings = firstDays.map((first, at) => gatheringFrom(at + 1, first));
      const planned = await this.askClass(
        home,
        { type: 'PlanYear', data: { classId, plan, course, gatherings } },
        PLANNED_AT,
      );
      if (!planned || !(await this.askClass(home, { type: 'OpenClass', data: {} }, PLANNED_AT)))
        throw new Error(`${code} was not planned`);
    }
  }

  private async enrolStudents(): Promise<void> {
    const ids = await this.api.app.get(People).register(
      this.students.map(({ no, email, language }) => ({
        nationalId: `${INTAKE}-${no}`,
        familyName: `Nordmann ${no}`,
        givenNames: 'Kari',
        birthDate: '1980-01-15',
        email,
        language,
        asOf: PLANNED_AT,
      })),
    );
    for (const [at, { no, home }] of this.students.entries()) {
      this.persons.set(no, ids[at]!);
      if (!(await this.enrol(no, home, this.scenario.period.startsOn, PLANNED_AT))) throw new Error(`${no} is not in`);
    }
  }

  /** The first round of the intake of the brief: 216 offers. */
  private async makeOffers(): Promise<void> {
    const run = new IntakeThroughCommands(this.commands, readIntakeFolder(demonstrationFolder()));
    await run.open();
    await run.takeInRegister();
    await run.takeInApplications();
    await run.takeInAssessments();
    await run.rank();
    await run.offers(1);
    const made = await this.owner.query<{ data: { offerId: string; personId: string; replyBy: Instant } }>(
      "select data from log.event where type = 'OfferMade' order by position",
    );
    const profiles = await this.api.app.get(People).profiles(made.map(({ data }) => data.personId));
    this.offers = made.map(({ data: { offerId, personId, replyBy } }) => ({
      offerId,
      personId,
      hasEmail: profiles.get(personId)!.email !== undefined,
      lastDay: onTheWall(replyBy).date,
    }));
  }

  /** The plans that this year has something for, and a step in the hour that the clock changes. */
  private async switchOn(): Promise<void> {
    const { GATHERING } = defaultPlans;
    const steps = [...GATHERING.steps, { step: 'NIGHT', daysBefore: 2, at: '02:30:00' }];
    const set = new SetReminderPlan(PROGRAMME.code, { subject: 'GATHERING', ...GATHERING, steps }, this.by(PLANNED_AT));
    for (const command of [set, new SwitchReminderPlans(PROGRAMME.code, SUBJECTS, true, this.by(PLANNED_AT))])
      if (!('accepted' in (await this.commands.execute<typeof command, Outcome<DomainEvent, Rejection>>(command))))
        throw new Error('the plans were not switched on');
  }

  private enrol(no: string, home: number, enteredOn: LocalDate, at: Instant): Promise<boolean> {
    const classId = this.classIds[home]!;
    const data = {
      classId,
      classCode: this.scenario.classes[home]!.code,
      programme: PROGRAMME.code,
      intake: INTAKE,
      personId: this.persons.get(no)!,
      studentNo: no,
      participantStatus: 'OTHER',
      fingerprint: '0'.repeat(64),
      capacity: 200,
      enteredOn,
    };
    return this.execute(enrolment, enrolmentIdOf(classId, no), { type: 'EnrolStudent', data }, at);
  }

  private askClass(home: number, command: ClassCommand, at: Instant): Promise<boolean> {
    return this.execute(programmeClass, this.classIds[home]!, command, at);
  }

  /** Where the student is now. */
  private async askStudent(no: string, command: EnrolmentCommand, at: Instant): Promise<boolean> {
    for (const classId of this.classIds) {
      const id = enrolmentIdOf(classId, no);
      const { state } = await this.events.load(enrolment, id);
      if (state.status !== 'none' && (await this.execute(enrolment, id, command, at))) return true;
    }
    return false;
  }

  private async execute(
    decider: typeof programmeClass | typeof enrolment,
    id: string,
    command: ClassCommand | EnrolmentCommand,
    at: Instant,
  ): Promise<boolean> {
    const outcome = await this.events.execute(
      decider as typeof enrolment,
      id,
      command as EnrolmentCommand,
      this.by(at),
    );
    return 'accepted' in outcome && outcome.accepted.events.length > 0;
  }

  private get events(): EventStore {
    return this.api.app.get(EventStore);
  }

  private get commands(): CommandBus {
    return this.api.app.get(CommandBus);
  }

  private by(occurredAt: Instant) {
    return { commandId: newUuid(), actor: 'admin-1', occurredAt };
  }
}
