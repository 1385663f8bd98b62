import { addDays, instantInOslo, type LocalDate } from '@kull/kernel';
import type { ClassPlan, Session } from '../src/domain/class-plan';
import type { CohortPlan } from '../src/domain/cohort-plan';
import type { Gathering } from '../src/domain/gathering';
import { nationalCourse } from '../src/domain/national-programme';

/** A class of an intake, as the intake planned it. */
export const classPlan = (code = 'OSLO-1', site = 'Oslo'): ClassPlan => ({
  code,
  site,
  capacity: 54,
  startsOn: '2026-09-07',
  endsOn: '2027-06-11',
  programme: {
    code: 'NLP',
    title: 'Nasjonal lederutdanning for primærhelsetjenesten',
    level: 7,
    mode: 'IN_PERSON',
  },
  intake: 'NLP-2026',
  commissionedPlaces: 216,
});

interface Where {
  readonly days?: number;
  readonly room?: string;
  readonly teachers?: readonly string[];
  readonly venue?: string;
}

/** A gathering of half days from nine and from one, on so many days in a row. */
export const gathering = (
  number: number,
  startsOn: LocalDate,
  { days = 3, room, teachers, venue }: Where = {},
): Gathering => ({
  number,
  title: `Samling ${number}`,
  venue: venue ?? 'BI Nydalen',
  sessions: Array.from({ length: days }, (_, day) =>
    [
      { letter: 'F', time: '09:00:00' },
      { letter: 'E', time: '13:00:00' },
    ].map(
      ({ letter, time }): Session => ({
        code: `${number}-${day + 1}${letter}`,
        title: `Samling ${number}`,
        startsAt: instantInOslo(addDays(startsOn, day), time),
        halfHours: 8,
        gathering: number,
        ...(room !== undefined && { room }),
        ...(teachers !== undefined && { teachers }),
      }),
    ),
  ).flat(),
});

/** The Mondays on which the six gatherings of a class begin, and their days. */
const year = [
  ['2026-09-14', 4],
  ['2026-10-19', 4],
  ['2026-11-23', 3],
  ['2027-02-08', 4],
  ['2027-03-08', 3],
  ['2027-05-24', 4],
] as const;

export const sixGatherings = (room?: string, teachers?: readonly string[]): readonly Gathering[] =>
  year.map(([startsOn, days], i) => gathering(i + 1, startsOn, { days, room, teachers }));

export const course = nationalCourse(30);

/** Two classes of an intake and their year, in rooms of their own. */
export const cohortPlan = (): CohortPlan => ({
  code: 'NLP-2026',
  programme: classPlan().programme,
  basis: { kind: 'INTAKE' },
  commissionedPlaces: 216,
  course,
  classes: [
    { code: 'OSLO-1', site: 'Oslo' },
    { code: 'TRONDHEIM-1', site: 'Trondheim' },
  ].map(({ code, site }) => ({
    code,
    site,
    capacity: 54,
    startsOn: '2026-09-07',
    endsOn: '2027-06-11',
    gatherings: sixGatherings(`ROM-${code}`, [`T-${code}`]),
  })),
});
