import { EventStore } from '@kull/event-store';
import { addDays, Clock, newUuid } from '@kull/kernel';
import { programmeClass } from '@kull/teaching/domain/class';
import type { Session } from '@kull/teaching/domain/class-plan';
import { classIdOf } from '@kull/teaching/domain/ids';
import { Chance } from '../data/chance';
import { type InventedPerson, Population } from '../data/people';
import { type Answer, CourseClient } from '../rules/course-client';
import type { TestApi } from './api';

export interface ClassWanted {
  readonly capacity?: number;
  /** So many weeks later than the first class. */
  readonly week?: number;
  readonly site?: string;
  readonly intake?: string;
}

const sessionsOf = (number: number, from: string): readonly Session[] =>
  [0, 1, 2].map((day) => ({
    code: `G${number}-${day}`,
    title: `Økt ${day + 1}`,
    startsAt: `${addDays(from, day)}T07:00:00.000Z`,
    halfHours: 8,
    gathering: number,
  }));

/** Classes with two gatherings, from 7 September and 12 October 2026, and people to put into them. */
export class PlannedClasses {
  readonly client: CourseClient;
  private readonly population = new Population(new Chance(7));
  private readonly persons = new Map<string, InventedPerson>();

  constructor(private readonly api: TestApi) {
    this.client = new CourseClient(api);
  }

  moveClock(now: string): Promise<void> {
    return (this.api.app.get(Clock) as unknown as { set(now: string): Promise<void> }).set(now);
  }

  async plan(code: string, wanted: ClassWanted = {}): Promise<string> {
    const { capacity = 3, week = 0, site = 'Oslo', intake = 'NLP-2026' } = wanted;
    const programme = { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' };
    const plan = { code, site, capacity, intake, startsOn: '2026-09-01', endsOn: '2027-06-18', programme };
    const classId = classIdOf(plan);
    const gatherings = [1, 2].map((number) => ({
      number,
      title: `Samling ${number}`,
      venue: 'BI Nydalen',
      sessions: sessionsOf(number, addDays('2026-09-07', (number - 1) * 35 + week * 7)),
    }));
    const course = {
      ectsCredits: 30,
      ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
      gatherings: { count: 2, minDays: 3, maxDays: 4 },
      organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
    };
    const context = { commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-06-01T00:00:00.000Z' };
    const command = { type: 'PlanYear', data: { classId, plan, course, gatherings } } as const;
    const outcome = await this.api.app.get(EventStore).execute(programmeClass, classId, command, context);
    if ('rejected' in outcome) throw new Error(outcome.rejected.code);
    return classId;
  }

  /** The person of that student number; made up the first time. */
  person(studentNo: string): InventedPerson {
    const person = this.persons.get(studentNo) ?? this.population.next();
    this.persons.set(studentNo, person);
    return person;
  }

  entry(studentNo: string, enteredOn = '2026-09-01') {
    const { familyName, givenNames, nationalId } = this.person(studentNo);
    return { studentNo, familyName, givenNames, nationalId, participantStatus: 'OTHER', enteredOn };
  }

  enrol(classId: string, studentNo: string, enteredOn?: string): Promise<Answer> {
    return this.client.post(`/classes/${classId}/enrolments`, this.entry(studentNo, enteredOn));
  }

  act(classId: string, studentNo: string, what: string, body: object, key?: string): Promise<Answer> {
    return this.client.post(`/classes/${classId}/students/${studentNo}/${what}`, body, key);
  }

  async roster(classId: string, query = ''): Promise<RosterAnswer> {
    return (await this.client.get<RosterAnswer>(`/classes/${classId}/roster${query}`)).json();
  }
}

export interface RosterAnswer {
  readonly students: readonly {
    readonly studentNo: string;
    readonly familyName: string;
    readonly standing: object;
  }[];
  readonly guests: readonly {
    readonly gathering: number;
    readonly guests: readonly { readonly studentNo: string }[];
  }[];
}

/** Status and code of a refusal: `409 CLASS_FULL`. */
export const codeOf = (reply: Answer): string => `${reply.status} ${(reply.json() as { code: string }).code}`;
