import { EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { programmeClass } from '@kull/teaching/domain/class';
import type { MakeUp } from '@kull/teaching/domain/class.events';
import type { CoursePlan, Session } from '@kull/teaching/domain/class-plan';
import { enrolment } from '@kull/teaching/domain/enrolment';
import type { Gathering } from '@kull/teaching/domain/gathering';
import { classIdOf, enrolmentIdOf } from '@kull/teaching/domain/ids';
import { Chance } from '../data/chance';
import { Population } from '../data/people';
import type { TestApi } from '../harness/api';
import { CourseClient } from './course-client';

const INTAKE = 'NLP-2026';
const DAY_MS = 86_400_000;

/** The first day of each of the six gatherings of the first class, and how many days it lasts. */
const gatheringDays = [
  ['2026-09-14', 4],
  ['2026-10-19', 4],
  ['2026-11-23', 3],
  ['2027-01-18', 4],
  ['2027-03-08', 3],
  ['2027-05-03', 4],
] as const;

const sessionsOf = (number: number, firstDay: string, days: number): readonly Session[] =>
  Array.from({ length: days * 2 }, (_, i) => {
    const day = new Date(Date.parse(firstDay) + Math.floor(i / 2) * DAY_MS).toISOString().slice(0, 10);
    const code = `G${number}-${i + 1}`;
    return {
      code,
      title: code,
      startsAt: `${day}T${i % 2 === 0 ? '07' : '11'}:00:00.000Z`,
      halfHours: 8,
      gathering: number,
    };
  });

/** Six gatherings, 44 half-day sessions; each class meets some days after the one before. */
const gatheringsOf = (daysLater: number): readonly Gathering[] =>
  gatheringDays.map(([firstDay, days], i) => {
    const from = new Date(Date.parse(firstDay) + daysLater * DAY_MS).toISOString().slice(0, 10);
    return { number: i + 1, title: `Samling ${i + 1}`, venue: 'BI', sessions: sessionsOf(i + 1, from, days) };
  });

const course: Omit<CoursePlan, 'sessions'> = {
  ectsCredits: 30,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
  gatherings: { count: 6, minDays: 3, maxDays: 4 },
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
};

/** A class of the cohort. */
export interface AttendedClass {
  readonly id: string;
  readonly code: string;
  readonly students: readonly string[];
  readonly gatherings: readonly Gathering[];
}

const columns = 'student_no;family_name;given_names;national_id;email;phone;language;hpr_number;participant_status';

/** Classes of one intake with gatherings and students, on which attendance can be kept. */
export class AttendedCohort {
  readonly client: CourseClient;
  private readonly events: EventStore;
  private readonly population = new Population(new Chance(7));
  private classes = 0;

  constructor(api: TestApi) {
    this.client = new CourseClient(api);
    this.events = api.app.get(EventStore);
  }

  /** Moves the clock of the service. */
  async at(now: string): Promise<void> {
    const { status } = await this.client.put('/clock', { now });
    expect(status).toBe(200);
  }

  /** Plans a class, opens it, and enrols so many students. */
  async plan(code: string, size: number): Promise<AttendedClass> {
    const n = ++this.classes;
    const plan = {
      code,
      site: 'Oslo',
      capacity: 54,
      startsOn: '2026-09-01',
      endsOn: '2027-06-18',
      programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
      intake: INTAKE,
    };
    const id = classIdOf(plan);
    const gatherings = gatheringsOf((n - 1) * 7);
    await this.execute(programmeClass, id, { type: 'PlanYear', data: { classId: id, plan, course, gatherings } });
    await this.execute(programmeClass, id, { type: 'OpenClass', data: {} });
    const students = Array.from({ length: size }, (_, i) => `S${n}${String(i + 1).padStart(3, '0')}`);
    const rows = students.map((studentNo) => {
      const { familyName, givenNames, nationalId } = this.population.next();
      return [studentNo, familyName, givenNames, nationalId, '', '', 'nb', '', 'NURSE'].join(';');
    });
    const file = Buffer.from(`\ufeff${[columns, ...rows].join('\r\n')}\r\n`);
    const answer = await this.client.post<{ enrolled: number }>(`/classes/${id}/participant-imports`, file);
    expect(answer.json()).toMatchObject({ enrolled: size });
    return { id, code, students, gatherings };
  }

  /** Moves a student to another class from that day on. */
  async transfer(studentNo: string, from: AttendedClass, to: AttendedClass, on: string): Promise<void> {
    const { state } = await this.events.load(enrolment, enrolmentIdOf(from.id, studentNo));
    if (state.status === 'none') throw new Error(`${studentNo} is not in ${from.code}`);
    const { classId, classCode, programme, intake, personId, participantStatus, fingerprint, capacity } = state;
    const there = { classId: to.id, classCode: to.code };
    await this.execute(enrolment, enrolmentIdOf(from.id, studentNo), {
      type: 'TransferStudent',
      data: { to: there, on },
    });
    const data = {
      ...there,
      programme,
      intake,
      personId,
      studentNo,
      participantStatus,
      fingerprint,
      capacity,
      enteredOn: on,
      transferredFrom: { classId, classCode },
      courseClassId: state.courseClassId ?? classId,
    };
    await this.execute(enrolment, enrolmentIdOf(to.id, studentNo), { type: 'EnrolStudent', data });
  }

  async withdraw(studentNo: string, from: AttendedClass, on: string): Promise<void> {
    const data = { on, reasonClass: 'NEW_JOB' } as const;
    await this.execute(enrolment, enrolmentIdOf(from.id, studentNo), { type: 'WithdrawStudent', data });
  }

  /** Gives a student a seat at one gathering of another class. */
  async makeUp(studentNo: string, home: AttendedClass, host: AttendedClass, gathering: number): Promise<void> {
    const makeUp: MakeUp = { gathering, studentNo, homeClassId: home.id, homeClassCode: home.code };
    const homeSessions = home.gatherings[gathering - 1]!.sessions;
    const data = { ...makeUp, classId: host.id, homeSessions, at: '2026-09-01T08:00:00.000Z' };
    await this.execute(programmeClass, host.id, { type: 'ArrangeMakeUp', data });
  }

  /** Moves a gathering some days on. */
  async reschedule(of: AttendedClass, number: number, days: number): Promise<void> {
    const gathering = of.gatherings[number - 1]!;
    const sessions = gathering.sessions.map((session) => ({
      ...session,
      startsAt: new Date(Date.parse(session.startsAt) + days * DAY_MS).toISOString(),
    }));
    const data = { classId: of.id, gathering: { ...gathering, sessions }, on: '2026-09-01' };
    await this.execute(programmeClass, of.id, { type: 'RescheduleGathering', data });
  }

  private async execute(...[decider, id, command]: Parameters<typeof this.order>): Promise<void> {
    const outcome = await this.order(decider, id, command);
    if ('rejected' in outcome) throw new Error(`${command.type}: ${JSON.stringify(outcome.rejected)}`);
  }

  // biome-ignore lint/suspicious/noExplicitAny: the deciders of classes and enrolments
  private order(decider: any, id: string, command: { readonly type: string; readonly data: object }) {
    const context = { commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-09-01T08:00:00.000Z' };
    return this.events.execute(decider, id, command, context);
  }
}

/** A mark as a device sends it, of a student who was there. */
export const markOf = (session: string, studentNo: string, observedAt: string, more: object = {}) => ({
  id: newUuid(),
  session,
  studentNo,
  presence: 'PRESENT',
  observedAt,
  ...more,
});
