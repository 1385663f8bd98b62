import { addDays, type Instant, instantInOslo, type LocalDate } from '@kull/kernel';
import { Chance } from '../../data/chance';
import { type InventedPerson, Population } from '../../data/people';
import type { Conduct } from './scenario';
import { halfPast, someTime } from './some-time';

/** A class whose sessions are marked as they are held, and whose exam is graded, before anything happens in it. */
export interface GradedClass {
  readonly code: string;
  /** A day of which three weeks later is no holiday. */
  readonly handInOn: LocalDate;
}

/** Its programme, whose plans are its own. */
export const LEADERSHIP = { code: 'GRD', title: 'Helseledelse' };
export const gradingWeeks = 3;

/** Eight half-days of four hours, every four days; three quarters of it are asked for. */
export const halfDays = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'] as const;
export type HalfDay = (typeof halfDays)[number];
export const dayOf = ({ handInOn }: GradedClass, session: HalfDay): LocalDate =>
  addDays(handInOn, 4 * halfDays.indexOf(session) - 23);

/** When the teacher has seen who was there: as the half-day ends. */
export const seenAt = (graded: GradedClass, session: HalfDay): Instant =>
  instantInOslo(dayOf(graded, session), '13:00:00');

export interface Pupil extends InventedPerson {
  readonly no: string;
  readonly email: string;
  readonly misses: readonly HalfDay[];
}

const missed: readonly (readonly HalfDay[])[] = [
  [],
  ['S2', 'S4'],
  // The second is a mistake, and is mended the same evening.
  ['S1', 'S2'],
  ['S3', 'S4', 'S5'],
  // Leaves the class that evening.
  ['S5', 'S6'],
  // The third is marked so late that it is no news.
  ['S2', 'S3'],
];
const MISTAKEN = 2;
const LEAVING = 4;

export const pupilsOf = (graded: GradedClass | undefined): readonly Pupil[] => {
  if (!graded) return [];
  const population = new Population(new Chance(3));
  return missed.map((misses, at) => {
    const no = `G${String(at + 1).padStart(2, '0')}`;
    return { ...population.next(), no, email: `${no.toLowerCase()}@kommune.example.no`, misses };
  });
};

/** Who grades. */
export const graders = [
  { no: 'staff:sensor-1', code: 'sensor-1', email: 'sensor-1@example.no' },
  { no: 'staff:sensor-2', code: 'sensor-2', email: 'sensor-2@example.no' },
] as const;

/** The letter to one of those who grade is put off until all is graded. */
export const gradersConducts: ReadonlyMap<string, Conduct> = new Map([[graders[0].email, 'GREYLISTED']]);

export type GradedWish = { readonly at: Instant; readonly graded: string } & (
  | { readonly kind: 'mark'; readonly session: HalfDay; readonly absent: readonly string[] }
  | { readonly kind: 'set right'; readonly session: HalfDay; readonly no: string }
  | { readonly kind: 'leave class'; readonly no: string }
  | { readonly kind: 'grade'; readonly by: string; readonly nos: readonly string[] }
);

/** What happens in the class. */
export const gradedWishesOf = (
  graded: GradedClass | undefined,
  pupils: readonly Pupil[],
  chance: Chance,
): readonly GradedWish[] => {
  if (!graded) return [];
  const { code, handInOn } = graded;
  const [mistaken, leaving] = [pupils[MISTAKEN]!, pupils[LEAVING]!];
  const marks = halfDays.map((session): GradedWish => {
    const days = session === 'S3' ? 5 : 0;
    const absent = pupils.filter(({ misses }) => misses.includes(session)).map(({ no }) => no);
    const at = halfPast(addDays(dayOf(graded, session), days), chance.between(13, 17));
    return { at, graded: code, kind: 'mark', session, absent };
  });
  const graduating = pupils.filter((one) => one !== leaving).map(({ no }) => no);
  const deadline = addDays(handInOn, 7 * gradingWeeks);
  return [
    ...marks,
    { at: halfPast(dayOf(graded, 'S2'), 20), graded: code, kind: 'set right', session: 'S2', no: mistaken.no },
    { at: halfPast(dayOf(graded, 'S6'), 20), graded: code, kind: 'leave class', no: leaving.no },
    ...graders.map(
      (grader, at): GradedWish => ({
        at: someTime(addDays(deadline, -chance.between(3, 6)), chance),
        graded: code,
        kind: 'grade',
        by: grader.code,
        nos: [graduating[at]!],
      }),
    ),
    {
      at: halfPast(addDays(deadline, -1), 12),
      graded: code,
      kind: 'grade',
      by: graders[1].code,
      nos: graduating.slice(2),
    },
  ];
};
