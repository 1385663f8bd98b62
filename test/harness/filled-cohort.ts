import { EventStore, type Outcome } from '@kull/event-store';
import { addDays, type DomainEvent, idOf, instantInOslo, type LocalDate, type Rejection, uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import type { ClassPlan, CoursePlan, CourseRequirement, Gathering, Session } from '@kull/teaching/contracts';
import { programmeClass } from '@kull/teaching/domain/class';
import { enrolment } from '@kull/teaching/domain/enrolment';
import { classIdOf, enrolmentIdOf } from '@kull/teaching/domain/ids';
import type { INestApplicationContext } from '@nestjs/common';

/** Six gatherings, 22 days, 44 half-days of four hours. */
const gatheringDays = [4, 4, 4, 4, 3, 3];
const months = ['2026-09-07', '2026-10-12', '2026-11-16', '2027-02-16', '2027-03-15', '2027-05-10'];
const halfDays = [
  ['F', '08:00:00'],
  ['E', '13:00:00'],
] as const;

const course: Omit<CoursePlan, 'sessions'> = {
  ectsCredits: 30,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
  gatherings: { count: 6, minDays: 3, maxDays: 4 },
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
};

const sessionsOf = (gathering: number, startsOn: LocalDate): readonly Session[] =>
  Array.from({ length: gatheringDays[gathering - 1]! }, (_, day) =>
    halfDays.map(([half, time]) => ({
      code: `G${gathering}D${day + 1}${half}`,
      title: `Samling ${gathering}, dag ${day + 1}`,
      startsAt: instantInOslo(addDays(startsOn, day), time),
      halfHours: 8,
      gathering,
    })),
  ).flat();

/** The gatherings of a class, so many days after those of the first. */
const gatheringsOf = (later: number): readonly Gathering[] =>
  months.map((startsOn, at) => ({
    number: at + 1,
    title: `Samling ${at + 1}`,
    venue: 'BI',
    sessions: sessionsOf(at + 1, addDays(startsOn, later)),
  }));

const context = { commandId: uuidOf('cohort'), actor: 'admin-1', occurredAt: '2026-06-01T08:00:00.000Z' };

const accepted = (outcome: Outcome<DomainEvent, Rejection>): void => {
  if ('rejected' in outcome) throw new Error(outcome.rejected.code);
};

/** A class of the cohort. */
export interface CohortClass {
  readonly id: string;
  readonly code: string;
  readonly sessions: readonly Session[];
  readonly students: readonly string[];
}

export interface CohortWanted {
  readonly classes?: number;
  readonly students?: number;
  /** Exams, papers and parts. Absent: attendance is all that is asked for. */
  readonly requirements?: readonly CourseRequirement[];
}

/** A cohort of the national programme, planned, opened and filled. */
export const planCohort = async (
  app: INestApplicationContext,
  intake: string,
  { classes = 4, students = 54, requirements }: CohortWanted = {},
): Promise<readonly CohortClass[]> => {
  const events = app.get(EventStore);
  const people = app.get(People);
  const planned: CohortClass[] = [];
  for (let n = 1; n <= classes; n++) {
    const plan: ClassPlan = {
      code: `OSLO-${n}`,
      site: 'Oslo',
      capacity: 54,
      startsOn: '2026-08-17',
      endsOn: '2027-06-30',
      programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
      intake,
      commissionedPlaces: 216,
    };
    const id = classIdOf(plan);
    const gatherings = gatheringsOf((n - 1) * 7);
    const taught = { ...course, ...(requirements && { requirements }) };
    const year = { type: 'PlanYear', data: { classId: id, plan, course: taught, gatherings } } as const;
    accepted(await events.execute(programmeClass, id, year, { ...context, commandId: uuidOf('PlanYear', id) }));
    const open = { type: 'OpenClass', data: {} } as const;
    accepted(await events.execute(programmeClass, id, open, { ...context, commandId: uuidOf('OpenClass', id) }));
    const numbers = Array.from({ length: students }, (_, at) => `${intake}-${n}${String(at + 1).padStart(2, '0')}`);
    const persons = await people.register(
      numbers.map((nationalId, at) => ({
        nationalId,
        familyName: `Nordmann ${at + 1}`,
        givenNames: 'Kari',
        birthDate: '1980-01-15',
        asOf: context.occurredAt,
      })),
    );
    const orders = numbers.map((studentNo, at) => ({
      decider: enrolment,
      id: enrolmentIdOf(id, studentNo),
      commandId: uuidOf('EnrolStudent', id, studentNo),
      command: {
        type: 'EnrolStudent',
        data: {
          classId: id,
          classCode: plan.code,
          programme: 'NLP',
          intake,
          personId: persons[at]!,
          studentNo,
          participantStatus: 'OTHER',
          fingerprint: idOf('f', studentNo)
            .slice(2)
            .padEnd(64, '0')
            .replaceAll(/[^0-9a-f]/g, '0'),
          capacity: 54,
        },
      },
    }));
    for (const outcome of await events.executeEach(orders, context)) accepted(outcome);
    planned.push({ id, code: plan.code, sessions: gatherings.flatMap(({ sessions }) => sessions), students: numbers });
  }
  return planned;
};
