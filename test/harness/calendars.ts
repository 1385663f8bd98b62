import { addDays, type DomainEvent, type Instant, instantInOslo, type LocalDate, uuidOf } from '@kull/kernel';
import type { ClassPlan, Gathering, Session, StudentEnrolled } from '@kull/teaching/contracts';
import type { CalendarFact } from '@kull/teaching/domain/calendar';
import type { ClassEvent } from '@kull/teaching/domain/class.events';
import { enrolmentIdOf } from '@kull/teaching/domain/ids';

/** A log in memory: each event is stored one minute after the one before. */
export class CalendarLog {
  readonly facts: CalendarFact[] = [];

  constructor(private readonly startsAt: Instant = '2026-06-01T08:00:00.000Z') {}

  ofClass(classId: string, ...events: readonly ClassEvent[]): this {
    return this.store(`class-${classId}`, events);
  }

  ofStudent(classId: string, studentNo: string, ...events: readonly DomainEvent[]): this {
    return this.store(`enrolment-${enrolmentIdOf(classId, studentNo)}`, events);
  }

  private store(stream: string, events: readonly DomainEvent[]): this {
    for (const event of events) {
      const position = this.facts.length + 1;
      const recordedAt = new Date(Date.parse(this.startsAt) + position * 60_000).toISOString();
      const eventId = uuidOf(stream, position);
      const version = this.facts.filter((fact) => fact.stream === stream).length + 1;
      const metadata = { commandId: eventId, actor: 'admin-1' };
      const where = { position, stream, version, eventId, metadata };
      this.facts.push({ ...event, ...where, occurredAt: recordedAt, recordedAt } as CalendarFact);
    }
    return this;
  }
}

export const planOf = (code: string, site: string): ClassPlan => ({
  code,
  site,
  capacity: 54,
  startsOn: '2026-08-01',
  endsOn: '2027-06-30',
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
  intake: 'NLP-2026',
});

/** What the national programme teaches, as far as a calendar asks. */
export const course = {
  ectsCredits: 30,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
  gatherings: { count: 6, minDays: 3, maxDays: 4 },
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
};

/** A morning of four hours and an afternoon of three on each of three days. */
export const gatheringOn = (
  number: number,
  firstDay: LocalDate,
  venue: string,
  room: string,
  title: string,
): Gathering => {
  const sessionsOf = (day: number): readonly Session[] =>
    (['F', 'E'] as const).map((half) => ({
      code: `${number}-${day}${half}`,
      title: `${title}, del ${day}${half === 'F' ? 'a' : 'b'}`,
      startsAt: instantInOslo(addDays(firstDay, day - 1), half === 'F' ? '09:00:00' : '13:30:00'),
      halfHours: half === 'F' ? 8 : 6,
      gathering: number,
      room,
      teachers: ['T-LIE'],
    }));
  return { number, title, venue, sessions: [1, 2, 3].flatMap(sessionsOf) };
};

export const enrolledIn = (classId: string, studentNo: string, more: Partial<StudentEnrolled['data']> = {}) =>
  ({
    type: 'StudentEnrolled',
    data: {
      classId,
      classCode: classId,
      programme: 'NLP',
      intake: 'NLP-2026',
      personId: 'per_kari',
      studentNo,
      participantStatus: 'PHYSICIAN',
      fingerprint: '0'.repeat(64),
      capacity: 54,
      ...more,
    },
  }) as const;
