import { parseShare } from '@kull/kernel';
import type { CourseRequirement } from './class-plan';
import type { CohortPlan } from './cohort-plan';

/** What each of the six gatherings of the national programme is about (domain.md 7.1), and how many days it lasts. */
export const nationalGatherings = [
  { title: 'Ledelse og samhandling i kunnskapsorganisasjoner', days: 4 },
  { title: 'Strategisk kompetanseledelse', days: 4 },
  { title: 'Organisasjonskultur og gruppedynamikk', days: 3 },
  { title: 'Ledelse av innovasjon og endring', days: 4 },
  { title: 'Ledelse og økonomi i offentlig styring', days: 3 },
  { title: 'Jus, internkontroll og etikk', days: 4 },
] as const;

const requirements: readonly CourseRequirement[] = [
  { kind: 'ASSESSMENT', code: 'PROJECT_PAPER', title: 'Prosjektoppgave', scale: 'A_TO_F', gradingWeeks: 3 },
  { kind: 'ASSESSMENT', code: 'TAKE_HOME_EXAM', title: 'Hjemmeeksamen', scale: 'A_TO_F', gradingWeeks: 3 },
];

/** What a first draft of a year asks of its students: attendance as domain.md 7.2 assumes, a paper and an exam. */
export const nationalCourse = (ectsCredits: number): CohortPlan['course'] => ({
  ectsCredits,
  ectsRule: { minAttendance: parseShare('0.75')! },
  requirements,
  gatherings: { count: nationalGatherings.length, minDays: 3, maxDays: 4 },
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
});
