import { addDays, type Instant, type LocalDate } from '@kull/kernel';
import type { Behaviour } from '@kull/mail/sink/conduct';
import type { Chance } from '../../data/chance';
import type { GradedClass, GradedWish } from './graded-class';
import type { CourseWish, OnlineCourse } from './online-course';
import type { IntakeWish, SmallIntake } from './small-intake';
import { someTime } from './some-time';

/** A year of a programme, before anything happens in it. */
export interface Scenario {
  readonly name: string;
  /** When the plans are switched on, and the last hour that ticks. */
  readonly from: Instant;
  readonly until: Instant;
  /** The first days of the gatherings of each class. */
  readonly classes: readonly { readonly code: string; readonly firstDays: readonly LocalDate[] }[];
  readonly studentsInClass: number;
  /** Days on which something is due whatever happens: the changes of summer time, and 29 February. */
  readonly changes: readonly LocalDate[];
  readonly period: { readonly startsOn: LocalDate; readonly endsOn: LocalDate };
  /** Whether the intake of the brief is answered meanwhile. */
  readonly withOffers: boolean;
  /** Classes of the online course that end meanwhile. */
  readonly courses: readonly OnlineCourse[];
  /** An intake whose window closes meanwhile. */
  readonly intake?: SmallIntake;
  /** A class that is marked and graded meanwhile. */
  readonly graded?: GradedClass;
}

export const gatheringLengths = [4, 4, 4, 4, 3, 3] as const;

/** Both changes of summer time are two days before a gathering of the first class. */
export const programmeYear: Scenario = {
  name: 'a programme year',
  from: '2026-04-28T10:00:00.000Z',
  until: '2027-06-05T00:00:00.000Z',
  classes: [0, 7, 14, 21].map((later, at) => ({
    code: `OSLO-${at + 1}`,
    firstDays: ['2026-09-08', '2026-10-27', '2026-11-24', '2027-02-16', '2027-03-30', '2027-05-11'].map((day) =>
      addDays(day, later),
    ),
  })),
  studentsInClass: 6,
  period: { startsOn: '2026-08-17', endsOn: '2027-06-30' },
  changes: ['2026-10-25', '2027-03-28'],
  withOffers: true,
  courses: [
    { code: 'NLA-H', endsOn: '2026-09-25' },
    { code: 'NLA-V', endsOn: '2027-04-09' },
  ],
  intake: { code: 'NLP-B', closesOn: '2027-02-14' },
  graded: { code: 'GRD-1', handInOn: '2026-11-05' },
};

/** 29 February and both changes are two days before gatherings of the first class, fourteen before those of the second. */
export const leapYear: Scenario = {
  name: 'a leap year',
  from: '2027-08-20T10:00:00.000Z',
  until: '2028-05-20T00:00:00.000Z',
  classes: [
    {
      code: 'TRD-1',
      firstDays: ['2027-09-14', '2027-11-02', '2027-12-07', '2028-03-02', '2028-03-28', '2028-05-09'],
    },
    {
      code: 'TRD-2',
      firstDays: ['2027-09-21', '2027-11-14', '2027-12-14', '2028-03-14', '2028-04-09', '2028-05-16'],
    },
  ],
  studentsInClass: 6,
  period: { startsOn: '2027-08-17', endsOn: '2028-06-30' },
  changes: ['2027-10-31', '2028-02-29', '2028-03-26'],
  withOffers: false,
  courses: [{ code: 'NLA-V', endsOn: '2028-02-17' }],
  intake: { code: 'NLP-B', closesOn: '2028-03-05' },
  graded: { code: 'GRD-1', handInOn: '2028-03-09' },
};

/** Seven weeks of it, with 29 February and a day of 23 hours. */
export const leapSpring: Scenario = {
  ...leapYear,
  name: 'the spring of a leap year',
  from: '2028-02-12T10:00:00.000Z',
  until: '2028-04-02T00:00:00.000Z',
  changes: ['2028-02-29', '2028-03-26'],
};

export type Language = 'nb' | 'nn' | 'en';

export interface Student {
  readonly no: string;
  readonly email: string;
  readonly language: Language;
  /** The class that they begin in, by its place in the scenario. */
  readonly home: number;
}

/** What one address does to the first letters: the sink's script, or the death of the worker that sends. */
export type Conduct =
  | 'GREYLISTED'
  | 'NO_SUCH_MAILBOX'
  | 'REFUSED_ONCE'
  | 'DROPPED'
  | 'DROPPED_ACCEPTED'
  | 'STALLED_ACCEPTED'
  | 'KILL_BEFORE'
  | 'KILL_AFTER';

export const studentsOf = ({ classes, studentsInClass }: Scenario): readonly Student[] =>
  classes.flatMap((_, home) =>
    Array.from({ length: studentsInClass }, (_nothing, at) => ({
      no: `S${home + 1}${String(at + 1).padStart(2, '0')}`,
      email: `s${home + 1}${String(at + 1).padStart(2, '0')}@kommune.example.no`,
      language: (['nb', 'nn', 'en'] as const)[at % 3]!,
      home,
    })),
  );

/** Some have a mail server that is not as others are; each kind is there at least once. */
export const conductsOf = (students: readonly Student[], chance: Chance): ReadonlyMap<string, Conduct> => {
  const share = (of: number): number => Math.max(1, Math.round((students.length * of) / 100));
  const kinds: readonly (readonly [Conduct, number])[] = [
    ['GREYLISTED', share(4)],
    ['NO_SUCH_MAILBOX', share(2)],
    ['REFUSED_ONCE', share(1)],
    ['DROPPED', share(2)],
    ['DROPPED_ACCEPTED', share(2)],
    ['STALLED_ACCEPTED', share(1)],
    ['KILL_BEFORE', share(1)],
    ['KILL_AFTER', share(1)],
  ];
  const addresses = chance.shuffled(students.map(({ email }) => email));
  return new Map(kinds.flatMap(([kind, count]) => addresses.splice(0, count).map((email) => [email, kind] as const)));
};

/** The script of the sink. */
export const behaviourOf = (conducts: ReadonlyMap<string, Conduct>): Behaviour => ({
  recipients: Object.fromEntries(
    [...conducts].map(([email, conduct]) => {
      switch (conduct) {
        case 'GREYLISTED':
          return [email, [{ do: 'REPLY', at: 'RCPT', code: 451, times: 3 }]];
        case 'NO_SUCH_MAILBOX':
          return [email, [{ do: 'REPLY', at: 'RCPT', code: 550, times: 'always' }]];
        case 'REFUSED_ONCE':
          return [email, [{ do: 'REPLY', at: 'DATA_END', code: 550 }]];
        case 'DROPPED':
          return [email, [{ do: 'DROP', at: 'DATA_END' }]];
        case 'DROPPED_ACCEPTED':
          return [email, [{ do: 'DROP_ACCEPTED' }]];
        case 'STALLED_ACCEPTED':
          return [email, [{ do: 'STALL_ACCEPTED' }]];
        case 'KILL_BEFORE':
        case 'KILL_AFTER':
          return [email, []];
      }
    }),
  ),
});

/** Something that somebody in the office or a student does; the service may refuse it. */
export type Wish = CourseWish | GradedWish | IntakeWish | ProgrammeWish;

export type ProgrammeWish = { readonly at: Instant } & (
  | { readonly kind: 'move'; readonly home: number; readonly number: number; readonly to: LocalDate }
  | { readonly kind: 'cancel'; readonly home: number; readonly number: number }
  | { readonly kind: 'plan again'; readonly home: number; readonly number: number; readonly to: LocalDate }
  | { readonly kind: 'withdraw'; readonly no: string }
  | { readonly kind: 'transfer'; readonly no: string; readonly to: number }
  | { readonly kind: 'leave'; readonly no: string; readonly until: LocalDate | undefined }
  | { readonly kind: 'decline'; readonly no: string }
  | { readonly kind: 'lock'; readonly home: number; readonly session: string }
  | { readonly kind: 'answer'; readonly offerId: string; readonly accepts: boolean }
);

/** What is wished for in the year. */
export const wishesOf = (
  { classes, period, changes }: Scenario,
  students: readonly Student[],
  chance: Chance,
): readonly ProgrammeWish[] => {
  const days = Math.round((Date.parse(period.endsOn) - Date.parse(period.startsOn)) / 86_400_000);
  const someDay = (): Instant => someTime(addDays(period.startsOn, chance.between(0, days - 40)), chance);
  const wishes: ProgrammeWish[] = [];
  for (const { no, home } of students) {
    if (chance.happens(0.05)) wishes.push({ at: someDay(), kind: 'withdraw', no });
    else if (chance.happens(0.06))
      wishes.push({ at: someDay(), kind: 'transfer', no, to: (home + 1) % classes.length });
    if (chance.happens(0.09)) {
      const at = someDay();
      const until = chance.happens(0.7) ? addDays(at.slice(0, 10), chance.between(10, 90)) : undefined;
      wishes.push({ at, kind: 'leave', no, until });
    }
    if (chance.happens(0.06)) wishes.push({ at: someDay(), kind: 'decline', no });
  }
  for (const [home, { firstDays }] of classes.entries())
    for (const [index, first] of firstDays.entries()) {
      const number = index + 1;
      const session = `G${number}D1F`;
      if (chance.happens(0.3))
        wishes.push({ at: someTime(addDays(first, chance.between(0, 9)), chance), kind: 'lock', home, session });
      // These stay where they are, so that something falls due on the days that matter.
      if (changes.some((day) => first === addDays(day, 2) || first === addDays(day, 14))) continue;
      const before = (): Instant => someTime(addDays(first, -chance.between(1, 30)), chance);
      const to = (): LocalDate => addDays(first, chance.between(-4, 9));
      if (chance.happens(0.35)) wishes.push({ at: before(), kind: 'move', home, number, to: to() });
      if (chance.happens(0.15)) wishes.push({ at: before(), kind: 'move', home, number, to: to() });
      if (chance.happens(0.12)) {
        const at = before();
        wishes.push({ at, kind: 'cancel', home, number });
        if (chance.happens(0.5)) {
          const again = someTime(addDays(at.slice(0, 10), chance.between(0, 3)), chance);
          wishes.push({ at: again, kind: 'plan again', home, number, to: addDays(first, chance.between(3, 9)) });
        }
      }
    }
  return wishes;
};
