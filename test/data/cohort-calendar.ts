import { addDays, inOslo, instantInOslo, type LocalDate } from '@kull/kernel';

/** What the six gatherings of the national programme are about (domain.md 7.1), and how many days each has. */
const gatherings = [
  { title: 'Ledelse og samhandling i kunnskapsorganisasjoner', days: 4 },
  { title: 'Strategisk kompetanseledelse', days: 4 },
  { title: 'Organisasjonskultur og gruppedynamikk', days: 3 },
  { title: 'Ledelse av innovasjon og endring', days: 4 },
  { title: 'Ledelse og økonomi i offentlig styring', days: 3 },
  { title: 'Jus, internkontroll og etikk', days: 4 },
] as const;

const faculty = [
  ['T-LIE', 'T-MOE', 'T-BERG', 'T-FOSS', 'T-DAHL', 'T-VIK'],
  ['T-AUNE', 'T-EIDE', 'T-HOLM', 'T-RUUD', 'T-NESS', 'T-KROG'],
] as const;

/** The classes with the first days of their gatherings. Classes that meet in the same days have other rooms and teachers. */
const classes = [
  {
    code: 'OSLO-1',
    site: 'Oslo',
    venue: 'BI Nydalen',
    room: 'BI-A2-075',
    teachers: faculty[0],
    firstDays: ['2026-09-07', '2026-10-12', '2026-11-16', '2027-02-16', '2027-03-15', '2027-05-10'],
  },
  {
    code: 'OSLO-2',
    site: 'Oslo',
    venue: 'BI Nydalen',
    room: 'BI-A2-085',
    teachers: faculty[1],
    firstDays: ['2026-09-14', '2026-10-19', '2026-11-23', '2027-02-16', '2027-03-08', '2027-05-03'],
  },
  {
    code: 'OSLO-3',
    site: 'Oslo',
    venue: 'BI Nydalen',
    room: 'BI-B3-011',
    teachers: faculty[0],
    firstDays: ['2026-09-21', '2026-10-26', '2026-11-23', '2027-02-08', '2027-03-01', '2027-05-24'],
  },
  {
    code: 'TRONDHEIM-1',
    site: 'Trondheim',
    venue: 'BI Trondheim',
    room: 'BI-T1-101',
    teachers: faculty[1],
    firstDays: ['2026-09-07', '2026-10-12', '2026-11-16', '2027-02-22', '2027-03-15', '2027-05-10'],
  },
] as const;

/** The time of day in Oslo as documents write it: `2026-09-07T09:00:00+02:00`. */
export const osloText = (date: LocalDate, time: string): string => {
  const instant = instantInOslo(date, time);
  const hours = Math.round((Date.parse(`${inOslo(instant).date}T${time}Z`) - Date.parse(instant)) / 3_600_000);
  return `${date}T${time}+0${hours}:00`;
};

const halves = [
  { letter: 'F', words: 'formiddag', time: '09:00:00' },
  { letter: 'E', words: 'ettermiddag', time: '13:00:00' },
] as const;

const classYear = ({ code, site, venue, room, teachers, firstDays }: (typeof classes)[number]) => ({
  code,
  site,
  capacity: 54,
  startsOn: '2026-09-07',
  endsOn: '2027-06-11',
  gatherings: gatherings.map(({ title, days }, i) => ({
    number: i + 1,
    title,
    venue,
    sessions: Array.from({ length: days }, (_, day) =>
      halves.map(({ letter, words, time }) => ({
        code: `${i + 1}-${day + 1}${letter}`,
        title: `${title}, dag ${day + 1}, ${words}`,
        startsAt: osloText(addDays(firstDays[i]!, day), time),
        hours: 4,
        room,
        teachers: [teachers[i]!],
      })),
    ).flat(),
  })),
});

/** The plan of the cohort NLP-2026, of the form that `POST /cohorts` takes. */
export const cohortDocument = {
  cohort: { code: 'NLP-2026', commissionedPlaces: 216, basis: { kind: 'INTAKE' } },
  programme: {
    code: 'NLP',
    title: 'Nasjonal lederutdanning for primærhelsetjenesten',
    level: 7,
    mode: 'IN_PERSON',
  },
  course: {
    courseCode: 'NLP-30',
    ectsCredits: 30,
    ectsRule: { minAttendance: 0.75 },
    requirements: [
      {
        kind: 'ASSESSMENT',
        code: 'PROJECT_PAPER',
        title: 'Prosjektoppgave',
        scale: 'A_TO_F',
        handInBy: '2027-06-04T14:00:00+02:00',
        gradingWeeks: 3,
      },
      {
        kind: 'ASSESSMENT',
        code: 'TAKE_HOME_EXAM',
        title: 'Hjemmeeksamen',
        scale: 'A_TO_F',
        handInBy: '2027-06-03T21:00:00+02:00',
        gradingWeeks: 3,
      },
      {
        kind: 'PART',
        code: 'REFLECTION_1',
        title: 'Refleksjonsoppgave om egen lederrolle',
        fulfilledBy: 'STUDENT_DECLARATION',
        dueOn: '2026-12-18',
      },
      {
        kind: 'PART',
        code: 'LECTURE_ETHICS',
        title: 'Forelesning om etikk i ledelse',
        fulfilledBy: 'LECTURE_WATCHED',
        dueOn: '2027-04-30',
      },
      {
        kind: 'PART',
        code: 'EVALUATION',
        title: 'Evaluering av studiet',
        fulfilledBy: 'EVALUATION_ANSWERED',
        dueOn: '2027-06-11',
      },
    ],
    gatherings: { count: 6, minDays: 3, maxDays: 4 },
    organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  },
  classes: classes.map(classYear),
};

export type PlannedClass = (typeof cohortDocument)['classes'][number];

/** The half-days of the gatherings that have been held when the demonstration begins. */
export const heldSessions = ({ gatherings: all }: PlannedClass): PlannedClass['gatherings'][number]['sessions'] =>
  all.filter(({ number }) => number <= 4).flatMap(({ sessions }) => sessions);
