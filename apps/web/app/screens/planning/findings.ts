import { planWords } from '../../../../../libs/teaching/src/words/plan-words';
import { shortDay } from '../../kit/dates';
import { type InLanguages, inLanguage } from '../../kit/texts';
import type { CheckedPlanView, ClashView, WarningView } from './plan-data';
import { span } from './spans';

/** Something that collides in a plan, or that is to be looked at, said once for all sessions and days that it is about. */
export interface Finding {
  readonly key: string;
  /** It would have the plan refused. */
  readonly isClash: boolean;
  readonly classCode: string;
  /** Absent: it is about the class. */
  readonly gathering?: number;
  readonly text: string;
  /** The reason in one word, for where there is room for one. */
  readonly short: string;
}

/** The reason in one or two words, as a tag. */
const shortWords: InLanguages<Readonly<Record<ClashView['code'] | WarningView['code'], string>>> = {
  nb: {
    ROOM_TAKEN: 'Rom opptatt',
    TEACHER_TAKEN: 'Underviser opptatt',
    UNKNOWN_GATHERING: 'Ukjent samling',
    GATHERING_LENGTH: 'Antall dager',
    SESSION_CODE_TAKEN: 'Øktkoder',
    SESSIONS_OVERLAP: 'Økter samtidig',
    OUTSIDE_CLASS_PERIOD: 'Utenfor perioden',
    GATHERINGS_OVERLAP: 'To samlinger',
    PUBLIC_HOLIDAY: 'Helligdag',
    WINTER_HOLIDAY: 'Vinterferie',
    WEEKEND: 'Helg',
    GATHERING_NOT_EQUIVALENT: 'Andre økter',
    GATHERINGS_MISSING: 'Mangler',
  },
  nn: {
    ROOM_TAKEN: 'Rom oppteke',
    TEACHER_TAKEN: 'Undervisar oppteken',
    UNKNOWN_GATHERING: 'Ukjend samling',
    GATHERING_LENGTH: 'Talet på dagar',
    SESSION_CODE_TAKEN: 'Øktkodar',
    SESSIONS_OVERLAP: 'Økter samstundes',
    OUTSIDE_CLASS_PERIOD: 'Utanfor perioden',
    GATHERINGS_OVERLAP: 'To samlingar',
    PUBLIC_HOLIDAY: 'Heilagdag',
    WINTER_HOLIDAY: 'Vinterferie',
    WEEKEND: 'Helg',
    GATHERING_NOT_EQUIVALENT: 'Andre økter',
    GATHERINGS_MISSING: 'Manglar',
  },
  en: {
    ROOM_TAKEN: 'Room taken',
    TEACHER_TAKEN: 'Teacher taken',
    UNKNOWN_GATHERING: 'Unknown gathering',
    GATHERING_LENGTH: 'Number of days',
    SESSION_CODE_TAKEN: 'Session codes',
    SESSIONS_OVERLAP: 'Sessions at once',
    OUTSIDE_CLASS_PERIOD: 'Outside the period',
    GATHERINGS_OVERLAP: 'Two gatherings',
    PUBLIC_HOLIDAY: 'Public holiday',
    WINTER_HOLIDAY: 'Winter holidays',
    WEEKEND: 'Weekend',
    GATHERING_NOT_EQUIVALENT: 'Other sessions',
    GATHERINGS_MISSING: 'Missing',
  },
};

const t = inLanguage(planWords);
const short = inLanguage(shortWords);

/** Why a gathering cannot stand as it is, whatever else is planned. */
export const faultWords = t.faults;

/** The cohort of a class that stands on the timetable already, by its id; undefined of a class of the plan itself. */
export type CohortNamed = (classId: string) => string | undefined;

const clashText = (clash: ClashView, cohortNamed: CohortNamed): string => {
  const { code, who = '', other } = clash;
  if (code !== 'ROOM_TAKEN' && code !== 'TEACHER_TAKEN') return t.faults[code];
  const cohort = (other && cohortNamed(other.classId)) ?? '';
  const where = other?.gathering ? t.gatheringOf(other.gathering, other.class, cohort) : (other?.class ?? '');
  return code === 'ROOM_TAKEN' ? t.room(who, where) : t.teacher(who, where);
};

const warningText = ({ code, on = '', holiday = '', otherClass = '', missing = 0 }: WarningView, days: string) => {
  switch (code) {
    case 'PUBLIC_HOLIDAY':
      return t.holiday(shortDay(on), t.holidays[holiday] ?? holiday);
    case 'WINTER_HOLIDAY':
      return t.winter(days);
    case 'WEEKEND':
      return t.weekend(days);
    case 'GATHERING_NOT_EQUIVALENT':
      return t.differs(otherClass);
    case 'GATHERINGS_MISSING':
      return t.missing(missing);
  }
};

/** The days of one gathering that lie in the same holidays, said as one. */
const daysOfSame = (warning: WarningView, all: readonly WarningView[]): string => {
  const days = all
    .flatMap(({ code, class: of, gathering, on }) =>
      on && code === warning.code && of === warning.class && gathering === warning.gathering ? [on] : [],
    )
    .sort();
  return days.length > 0 ? span({ startsOn: days[0]!, endsOn: days.at(-1)! }) : '';
};

const once = (all: readonly Finding[]): readonly Finding[] => [
  ...new Map(all.map((one) => [one.key, one] as const)).values(),
];

const finding = (of: ClashView | WarningView, isClash: boolean, text: string): Finding => ({
  key: `${of.class}.${of.gathering}: ${text}`,
  isClash,
  classCode: of.class,
  ...(of.gathering && { gathering: of.gathering }),
  text,
  short: short[of.code],
});

/** A clash seen from the other gathering, when that one is in the plan too. */
const reversed = (clash: ClashView): ClashView => ({
  ...clash,
  class: clash.other!.class,
  gathering: clash.other!.gathering,
  other: { classId: '', class: clash.class, gathering: clash.gathering, session: clash.session ?? '' },
});

/** What is to be said of a plan, clashes first, each once. */
export const findingsOf = (
  { clashes, warnings }: CheckedPlanView,
  cohortNamed: CohortNamed = () => undefined,
): readonly Finding[] => {
  const both = clashes.flatMap((clash) =>
    clash.other && cohortNamed(clash.other.classId) === undefined ? [clash, reversed(clash)] : [clash],
  );
  return once([
    ...both.map((clash) => finding(clash, true, clashText(clash, cohortNamed))),
    ...warnings.map((warning) => finding(warning, false, warningText(warning, daysOfSame(warning, warnings)))),
  ]);
};

/** What is to be said of one gathering. */
export const findingsAt = (all: readonly Finding[], classCode: string, number: number): readonly Finding[] =>
  all.filter((one) => one.classCode === classCode && one.gathering === number);
