import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, type Outcome } from '@kull/event-store';
import { ServiceClock } from '@kull/http/service-clock';
import { type DomainEvent, type Instant, type Rejection } from '@kull/kernel';
import { type Sink, startSink } from '@kull/mail/sink/sink';
import type { QueueOptions } from '@kull/messaging';
import { People } from '@kull/people';
import { SetReminderPlan } from '@kull/reminders/commands/set-reminder-plan';
import { SwitchReminderPlans } from '@kull/reminders/commands/switch-reminder-plans';
import { defaultPlans } from '@kull/reminders/domain/default-plans';
import type { Subject } from '@kull/reminders/domain/occasion';
import { CommandBus } from '@nestjs/cqrs';
import { demonstrationFolder, readIntakeFolder } from '../../../libs/admissions/test-model/intake-folder';
import { IntakeThroughCommands } from '../../../libs/admissions/test-model/through-commands';
import { createTestApi, type TestApi } from '../../harness/api';
import { testQueue } from '../../harness/queues';
import { CourseOffice } from './course-office';
import { Crew } from './crew';
import { LEADERSHIP, type Pupil } from './graded-class';
import { GradedOffice } from './graded-office';
import { IntakeOffice } from './intake-office';
import type { StandingOffer } from './model-facts';
import { namesIn } from './names';
import { by, PROGRAMME, YearOffice } from './office';
import { ONLINE, type Physician } from './online-course';
import { onTheWall } from './oslo-clock';
import { behaviourOf, type Conduct, type Scenario, type Student, type Wish } from './scenario';
import type { Applicant } from './small-intake';

const PLANNED_AT = '2026-03-01T08:00:00.000Z';
/** Each plan costs a tick some statements; those that nothing happens for in this year are off. */
const PROGRAMME_SUBJECTS: readonly Subject[] = [
  'DRAFT_NOT_SENT',
  'DOCUMENT_MISSING',
  'OFFER_REPLY_DEADLINE',
  'GATHERING',
  'GATHERING_CHANGED',
  'REGISTER_OPEN',
];
const GRADED_SUBJECTS: readonly Subject[] = ['ATTENDANCE_AT_RISK', 'GRADING_DEADLINE'];
const COURSE_SUBJECTS: readonly Subject[] = [
  'HPR_NUMBER_OPEN',
  'CERTIFICATE_ISSUED',
  'CERTIFICATE_REPLACED',
  'CERTIFICATE_REVOKED',
  'DELIVERY_OVERDUE',
  'LINES_REJECTED',
];
const WAITING = 'select from reminders.due where settled_at is null and send_after <= clock.service_now(true) limit 1';
/** The clock that is wrong is so many days ahead. */
const DAYS_OFF = 3;

const STRIKE = `update clock.setting
  set offset_ms = extract(epoch from $1::timestamptz - clock_timestamp()) * 1000, moves = moves + 1`;

/** Who is in a year. */
export interface Cast {
  readonly students: readonly Student[];
  readonly physicians: readonly Physician[];
  readonly applicants: readonly Applicant[];
  readonly pupils: readonly Pupil[];
}

/** The service with everything real: its log, its queue, a mail server, three workers; and a year to go through. */
export class YearWorld {
  /** What people do in it. */
  readonly office: YearOffice;
  private readonly courses: CourseOffice;
  private readonly intake: IntakeOffice;
  private readonly graded: GradedOffice;
  offers: readonly StandingOffer[] = [];

  private constructor(
    readonly scenario: Scenario,
    { physicians, applicants, pupils }: Cast,
    private readonly api: TestApi,
    readonly owner: Database,
    readonly sink: Sink,
    readonly queue: QueueOptions,
    readonly crew: Crew,
    private readonly folder: string,
  ) {
    this.office = new YearOffice(scenario, api);
    this.courses = new CourseOffice(scenario.courses, physicians, api);
    this.intake = new IntakeOffice(scenario.intake, applicants, api);
    this.graded = new GradedOffice(scenario.graded, pupils, api);
  }

  static async start(
    scenario: Scenario,
    cast: Cast,
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
    const world = new YearWorld(scenario, cast, api, owner, sink, queue, crew, folder);
    await world.setClock(PLANNED_AT);
    await world.office.planClasses(PLANNED_AT);
    await world.office.enrolStudents(cast.students, PLANNED_AT);
    await world.courses.plan();
    await world.intake.open();
    await world.graded.plan(PLANNED_AT);
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

  /** Does it, if the service takes it. */
  async carryOut(wish: Wish): Promise<boolean> {
    if ('course' in wish) await this.courses.carryOut(wish);
    else if ('applicant' in wish) await this.intake.carryOut(wish);
    else if ('graded' in wish) await this.graded.carryOut(wish);
    else return this.office.carryOut(wish);
    return true;
  }

  /** How the model calls what the service knows by an id. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const { persons, classIds } = this.office;
    const { scenario, graded } = this;
    return new Map([
      ...(scenario.graded ? [[graded.classId!, scenario.graded.code] as const] : []),
      ...(await namesIn(this.owner, scenario.intake?.code, this.intake.drafts)),
      ...[...persons].map(([no, personId]) => [personId, no] as const),
      ...classIds.map((classId, home) => [classId, String(home)] as const),
    ]);
  }

  /** Only PostgreSQL knows, and by it alone goes what is due. */
  async strike(now: number): Promise<void> {
    await this.owner.query(STRIKE, [new Date(now)]);
  }

  /** Whether the time has come of something that had to wait. */
  async waits(): Promise<boolean> {
    return (await this.owner.query(WAITING)).length > 0;
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
    const set = new SetReminderPlan(PROGRAMME.code, { subject: 'GATHERING', ...GATHERING, steps }, by(PLANNED_AT));
    const on = (code: string, subjects: readonly Subject[]) =>
      new SwitchReminderPlans(code, subjects, true, by(PLANNED_AT));
    const { courses, graded } = this.scenario;
    const others = [
      ...(courses.length === 0 ? [] : [on(ONLINE.code, COURSE_SUBJECTS)]),
      ...(graded ? [on(LEADERSHIP.code, GRADED_SUBJECTS)] : []),
    ];
    for (const command of [set, on(PROGRAMME.code, PROGRAMME_SUBJECTS), ...others])
      if (!('accepted' in (await this.commands.execute<typeof command, Outcome<DomainEvent, Rejection>>(command))))
        throw new Error('the plans were not switched on');
  }

  private get commands(): CommandBus {
    return this.api.app.get(CommandBus);
  }
}
