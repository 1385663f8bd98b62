import { onTheWall } from './oslo-clock';
import type { Scenario, Wish } from './scenario';
import type { Told } from './told';
import type { YearWorld } from './world';

/** What it was like to go through a year. */
export interface Walked {
  readonly happened: readonly Wish[];
  readonly hours: number;
  readonly killed: number;
  readonly forgotten: number;
  /** Hours in which the mail server took something while people sleep. */
  readonly sentAtNight: readonly string[];
}

type End = readonly [subject: string, outcome: string];
const sentAndCancelled = (...subjects: readonly string[]): readonly End[] =>
  subjects.flatMap((subject) => ['SENT', 'CANCELLED'].map((outcome) => [subject, outcome] as const));

/** What a year with a course has to tell, and to take back before it is told. */
const OF_COURSES: readonly End[] = [
  ...sentAndCancelled('CERTIFICATE_ISSUED', 'CERTIFICATE_REPLACED', 'HPR_NUMBER_OPEN'),
  ...sentAndCancelled('DELIVERY_OVERDUE', 'LINES_REJECTED'),
  // A revocation is final: nothing comes after it that would be told instead.
  ['CERTIFICATE_REVOKED', 'SENT'],
];

const OF_INTAKE = sentAndCancelled('DRAFT_NOT_SENT', 'DOCUMENT_MISSING');
const OF_GRADED = sentAndCancelled('ATTENDANCE_AT_RISK', 'GRADING_DEADLINE');

/** Why the year proves less than it should (reliability.md V1). */
export const vacuous = (
  world: YearWorld,
  { changes, courses, intake, graded }: Scenario,
  walked: Walked,
  told: readonly Told[],
): readonly string[] => {
  const outcomes = told.map(({ outcome }) => outcome);
  const days = told.map(({ at }) => onTheWall(at).date);
  const facts: readonly (readonly [boolean, string])[] = [
    ...['SENT', 'FAILED', 'UNKNOWN', 'CANCELLED NO_ADDRESS'].map(
      (outcome) => [outcomes.includes(outcome), `nothing is ${outcome}`] as const,
    ),
    ...[...(courses.length === 0 ? [] : OF_COURSES), ...(intake ? OF_INTAKE : []), ...(graded ? OF_GRADED : [])].map(
      ([subject, outcome]) =>
        [
          told.some((one) => one.slot.startsWith(`${subject} `) && one.outcome.startsWith(outcome)),
          `no ${subject} is ${outcome}`,
        ] as const,
    ),
    ...changes.map((day) => [days.includes(day), `nothing was told on ${day}`] as const),
    ...world.crew.workers.map(({ name }) => [world.crew.ticks.has(name), `${name} never ticked`] as const),
    [told.some(({ deferred }) => deferred === 3), 'nothing was put off three times'],
    [world.crew.deaths > 0, 'nobody was killed'],
    [walked.forgotten > 0, 'the queue forgot nothing'],
  ];
  return facts.filter(([holds]) => !holds).map(([, what]) => what);
};
