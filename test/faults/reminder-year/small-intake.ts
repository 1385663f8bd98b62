import { addDays, type Instant, instantInOslo, type LocalDate } from '@kull/kernel';
import { Chance } from '../../data/chance';
import { type InventedPerson, Population } from '../../data/people';
import type { Conduct, Language } from './scenario';
import { halfPast, someTime } from './some-time';

/** An intake that a few apply to, before anything happens in it. */
export interface SmallIntake {
  readonly code: string;
  /** The last day of its window. */
  readonly closesOn: LocalDate;
}

/** Days from the last day of the window to the first offers. */
const offersAfter = 21;

export const offersOn = ({ closesOn }: SmallIntake): LocalDate => addDays(closesOn, offersAfter);

/** What an applicant does about the application. */
export type Habit =
  | 'never sends'
  | 'sends in between'
  | 'sends that morning'
  | 'begins late'
  | 'declines'
  | 'never confirmed'
  | 'confirmed that morning'
  | 'learnt before'
  | 'supplements'
  | 'not qualified';

const habits: readonly Habit[] = [
  'never sends',
  'sends in between',
  'sends that morning',
  'begins late',
  'declines',
  'never confirmed',
  'confirmed that morning',
  'learnt before',
  'supplements',
  'not qualified',
];

export interface Applicant extends InventedPerson {
  readonly no: string;
  readonly habit: Habit;
  readonly email: string;
  readonly language: Language;
}

export const applicantsOf = (intake: SmallIntake | undefined): readonly Applicant[] => {
  if (!intake) return [];
  const population = new Population(new Chance(2));
  return habits.map((habit, at): Applicant => {
    const no = `A${String(at + 1).padStart(2, '0')}`;
    const language = (['nb', 'nn', 'en'] as const)[at % 3]!;
    return { ...population.next(), no, habit, email: `${no.toLowerCase()}@soker.example.no`, language };
  });
};

/** Whoever does something that morning has a mail server that has put the letter off until then. */
export const applicantsConducts = (applicants: readonly Applicant[]): ReadonlyMap<string, Conduct> =>
  new Map(
    applicants.filter(({ habit }) => habit.endsWith('that morning')).map(({ email }) => [email, 'GREYLISTED'] as const),
  );

/** What an application says, as far as it matters here. */
export interface Application {
  readonly isConfirmed: boolean;
  /** Needs an assessment of prior learning. */
  readonly needsAssessment: boolean;
  readonly isLeader: boolean;
}

export type IntakeWish = { readonly at: Instant } & (
  | { readonly kind: 'save draft'; readonly applicant: string }
  | { readonly kind: 'decline drafts'; readonly applicant: string }
  | { readonly kind: 'apply'; readonly applicant: string; readonly application: Application }
  /** The employer confirms the last application after the window has closed. */
  | { readonly kind: 'supplement'; readonly applicant: string }
  /** Everybody is judged. */
  | { readonly kind: 'rank'; readonly applicant: 'all' }
);

/** What happens in the intake. */
export const intakeWishesOf = (
  intake: SmallIntake | undefined,
  applicants: readonly Applicant[],
  chance: Chance,
): readonly IntakeWish[] => {
  if (!intake) return [];
  const day = (before: number): LocalDate => addDays(intake.closesOn, -before);
  const someDay = (first: number, last: number): Instant => someTime(day(chance.between(last, first)), chance);
  const who = (habit: Habit): string => applicants.find((one) => one.habit === habit)!.no;
  const saves = (at: Instant, habit: Habit): IntakeWish => ({ at, kind: 'save draft', applicant: who(habit) });
  const applies = (at: Instant, habit: Habit, said: Partial<Application> = {}): IntakeWish => {
    const application = { isConfirmed: true, needsAssessment: false, isLeader: true, ...said };
    return { at, kind: 'apply', applicant: who(habit), application };
  };
  const afterwards = (days: number): LocalDate => addDays(offersOn(intake), -days);
  return [
    saves(someDay(20, 8), 'never sends'),
    saves(someDay(20, 8), 'sends in between'),
    applies(someDay(6, 3), 'sends in between'),
    saves(someDay(20, 8), 'sends that morning'),
    applies(halfPast(day(7), 12), 'sends that morning'),
    saves(chance.happens(0.5) ? halfPast(day(7), 10) : someDay(1, 1), 'begins late'),
    saves(someDay(20, 11), 'declines'),
    { at: someDay(10, 8), kind: 'decline drafts', applicant: who('declines') },
    applies(someDay(20, 8), 'never confirmed', { isConfirmed: false }),
    applies(someDay(20, 8), 'confirmed that morning', { isConfirmed: false }),
    applies(halfPast(day(7), 12), 'confirmed that morning'),
    applies(someDay(20, 3), 'learnt before', { needsAssessment: true }),
    applies(someDay(20, 8), 'supplements', { isConfirmed: false }),
    applies(someDay(20, 8), 'not qualified', { isConfirmed: false, isLeader: false }),
    { at: someTime(addDays(intake.closesOn, 3), chance), kind: 'rank', applicant: 'all' },
    { at: someTime(afterwards(chance.between(3, 6)), chance), kind: 'supplement', applicant: who('supplements') },
  ];
};

/** From the first day on at midnight, to the last second of the last. */
export const windowOf = ({ closesOn }: SmallIntake): { readonly opensAt: Instant; readonly closesAt: Instant } => ({
  opensAt: instantInOslo(addDays(closesOn, -40)),
  closesAt: instantInOslo(closesOn, '23:59:59'),
});
