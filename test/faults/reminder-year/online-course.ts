import { addDays, type Instant, type LocalDate } from '@kull/kernel';
import { Chance } from '../../data/chance';
import { Population } from '../../data/people';
import type { Conduct, Language } from './scenario';
import { someTime } from './some-time';

/** A class of the online course, before anything happens in it. */
export interface OnlineCourse {
  readonly code: string;
  readonly endsOn: LocalDate;
}

/** The online programme, whose plans are its own. */
export const ONLINE = { code: 'NLA', title: 'Nettbasert lederutdanning for allmennleger' };

/** What becomes of a physician in the course. */
export type Part =
  | 'renamed'
  | 'recounted'
  | 'lowered'
  | 'failed'
  | 'without number'
  | 'unknown number'
  | 'never mended'
  | 'other number'
  | 'intern'
  | 'too few hours';

const parts: readonly Part[] = [
  'renamed',
  'recounted',
  'lowered',
  'failed',
  'without number',
  'unknown number',
  'never mended',
  'other number',
  'intern',
  'too few hours',
];

/** Who takes the course, as the office takes them in. */
export interface Physician {
  readonly no: string;
  readonly part: Part;
  readonly course: number;
  readonly email: string;
  readonly language: Language;
  readonly familyName: string;
  readonly givenNames: string;
  readonly nationalId: string;
  readonly birthDate: LocalDate;
  readonly status: 'PHYSICIAN' | 'INTERN';
  readonly hprNumber: string;
  /** Whether the register knows the number from the beginning. */
  readonly isRegistered: boolean;
  /** Half hours in each of the sessions. */
  readonly halfHours: number;
  readonly attestedAt: Instant;
}

/** Eight sessions of seven and a half hours. */
export const sessions = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'] as const;
export const halfHoursOfSession = 15;

/** Days from the end of the class to the completion: two are a day before others, so that deadlines differ. */
const completedOn: Readonly<Record<Part, number>> = {
  renamed: -1,
  recounted: -2,
  lowered: 0,
  failed: -1,
  'without number': 0,
  'unknown number': 0,
  'never mended': -1,
  'other number': -1,
  intern: 0,
  'too few hours': -2,
};

const two = (value: number): string => String(value).padStart(2, '0');

export const physiciansOf = (courses: readonly OnlineCourse[], chance: Chance): readonly Physician[] => {
  const population = new Population(new Chance(1));
  return courses.flatMap(({ endsOn }, course) =>
    parts.map((part, at): Physician => {
      const no = `L${course + 1}${two(at + 1)}`;
      return {
        ...population.next(),
        no,
        part,
        course,
        email: `${no.toLowerCase()}@legekontor.example.no`,
        language: (['nb', 'nn', 'en'] as const)[at % 3]!,
        status: part === 'intern' ? 'INTERN' : 'PHYSICIAN',
        hprNumber: part === 'without number' ? '' : numberOf(course, at),
        isRegistered: part !== 'unknown number' && part !== 'never mended',
        halfHours: part === 'too few hours' ? 11 : halfHoursOfSession,
        attestedAt: someTime(addDays(endsOn, completedOn[part]), chance),
      };
    }),
  );
};

const numberOf = (course: number, at: number): string => String(9_200_000 + course * 1_000 + at);

/** A number that the register knows the physician by as well. */
export const rightNumber = ({ course, no }: Physician): string => numberOf(course, 500 + Number(no.slice(2)));

/** Some have a mail server that is not as others are; each of these gets one letter at a time. */
export const physiciansConducts = (physicians: readonly Physician[], chance: Chance): ReadonlyMap<string, Conduct> => {
  const kinds: Partial<Record<Part, readonly Conduct[]>> = {
    'without number': ['GREYLISTED'],
    lowered: ['KILL_BEFORE', 'KILL_AFTER', 'DROPPED_ACCEPTED'],
    'never mended': ['DROPPED', 'STALLED_ACCEPTED', 'REFUSED_ONCE'],
  };
  return new Map(
    physicians.flatMap(({ part, email }) => {
      const among = kinds[part];
      return among ? [[email, chance.oneOf(among)] as const] : [];
    }),
  );
};

export type CorrectionKind = 'NAME_CHANGE' | 'ATTENDANCE' | 'HPR_NUMBER' | 'RESULT';

/** What the association says of one line of a delivery. */
export interface Receipt {
  /** The physician, and which of their certificates. */
  readonly no: string;
  readonly ordinal: number;
  readonly result: 'ACCEPTED' | 'REJECTED';
  readonly receivedAt: Instant;
}

/** Something that the office does in a course, or that the association says. */
export type CourseWish = { readonly at: Instant; readonly course: number } & (
  | { readonly kind: 'judge' }
  | {
      readonly kind: 'correct';
      readonly no: string;
      readonly what: CorrectionKind;
      readonly value: string;
      readonly approvedBy: string;
    }
  | { readonly kind: 'read register'; readonly now: readonly string[] }
  | { readonly kind: 'export' }
  | { readonly kind: 'receive'; readonly delivery: number; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'requeue'; readonly delivery: number; readonly no: string; readonly ordinal: number }
);
