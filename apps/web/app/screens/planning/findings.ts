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

interface Words {
  readonly short: Readonly<Record<ClashView['code'] | WarningView['code'], string>>;
  readonly holidays: Readonly<Record<string, string>>;
  readonly clashes: Readonly<Record<Exclude<ClashView['code'], 'ROOM_TAKEN' | 'TEACHER_TAKEN'>, string>>;
  readonly room: (room: string, other: string) => string;
  readonly teacher: (teacher: string, other: string) => string;
  readonly gatheringOf: (number: number, classCode: string, cohort: string) => string;
  readonly holiday: (day: string, name: string) => string;
  readonly winter: (days: string) => string;
  readonly weekend: (days: string) => string;
  readonly differs: (classCode: string) => string;
  readonly missing: (count: number) => string;
}

const words: InLanguages<Words> = {
  nb: {
    short: {
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
    holidays: {
      NEW_YEARS_DAY: 'første nyttårsdag',
      MAUNDY_THURSDAY: 'skjærtorsdag',
      GOOD_FRIDAY: 'langfredag',
      EASTER_SUNDAY: 'første påskedag',
      EASTER_MONDAY: 'andre påskedag',
      LABOUR_DAY: 'første mai',
      CONSTITUTION_DAY: 'grunnlovsdagen',
      ASCENSION_DAY: 'Kristi himmelfartsdag',
      WHIT_SUNDAY: 'første pinsedag',
      WHIT_MONDAY: 'andre pinsedag',
      CHRISTMAS_DAY: 'første juledag',
      BOXING_DAY: 'andre juledag',
    },
    clashes: {
      UNKNOWN_GATHERING: 'Året har ingen samling med det nummeret.',
      GATHERING_LENGTH: 'Samlingen har for få eller for mange dager, eller dager med opphold mellom.',
      SESSION_CODE_TAKEN: 'To økter har samme kode.',
      SESSIONS_OVERLAP: 'To økter er på samme tid.',
      OUTSIDE_CLASS_PERIOD: 'Samlingen ligger før klassen begynner eller etter at den slutter.',
      GATHERINGS_OVERLAP: 'Klassen har en annen samling de dagene.',
    },
    room: (room, other) => `Rommet ${room} er tatt av ${other} på samme tid.`,
    teacher: (teacher, other) => `Underviseren ${teacher} er i ${other} på samme tid.`,
    gatheringOf: (number, classCode, cohort) => `samling ${number} i ${classCode}${cohort && ` (${cohort})`}`,
    holiday: (day, name) => `${day} er ${name}.`,
    winter: (days) => `${days} er i vinterferien der klassen møtes.`,
    weekend: (days) => `${days} er i helgen.`,
    differs: (classCode) => `Andre økter enn i ${classCode}: samlingen kan ikke tas igjen der.`,
    missing: (count) => `Mangler ${count} av samlingene. En klasse åpnes først når alle er satt opp.`,
  },
  nn: {
    short: {
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
    holidays: {
      NEW_YEARS_DAY: 'første nyttårsdag',
      MAUNDY_THURSDAY: 'skjærtorsdag',
      GOOD_FRIDAY: 'langfredag',
      EASTER_SUNDAY: 'første påskedag',
      EASTER_MONDAY: 'andre påskedag',
      LABOUR_DAY: 'første mai',
      CONSTITUTION_DAY: 'grunnlovsdagen',
      ASCENSION_DAY: 'Kristi himmelfartsdag',
      WHIT_SUNDAY: 'første pinsedag',
      WHIT_MONDAY: 'andre pinsedag',
      CHRISTMAS_DAY: 'første juledag',
      BOXING_DAY: 'andre juledag',
    },
    clashes: {
      UNKNOWN_GATHERING: 'Året har inga samling med det nummeret.',
      GATHERING_LENGTH: 'Samlinga har for få eller for mange dagar, eller dagar med opphald mellom.',
      SESSION_CODE_TAKEN: 'To økter har same kode.',
      SESSIONS_OVERLAP: 'To økter er på same tid.',
      OUTSIDE_CLASS_PERIOD: 'Samlinga ligg før klassen byrjar eller etter at han sluttar.',
      GATHERINGS_OVERLAP: 'Klassen har ei anna samling dei dagane.',
    },
    room: (room, other) => `Rommet ${room} er teke av ${other} på same tid.`,
    teacher: (teacher, other) => `Undervisaren ${teacher} er i ${other} på same tid.`,
    gatheringOf: (number, classCode, cohort) => `samling ${number} i ${classCode}${cohort && ` (${cohort})`}`,
    holiday: (day, name) => `${day} er ${name}.`,
    winter: (days) => `${days} er i vinterferien der klassen møtest.`,
    weekend: (days) => `${days} er i helga.`,
    differs: (classCode) => `Andre økter enn i ${classCode}: samlinga kan ikkje takast att der.`,
    missing: (count) => `Manglar ${count} av samlingane. Ein klasse blir opna først når alle er sette opp.`,
  },
  en: {
    short: {
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
    holidays: {
      NEW_YEARS_DAY: 'New Year’s Day',
      MAUNDY_THURSDAY: 'Maundy Thursday',
      GOOD_FRIDAY: 'Good Friday',
      EASTER_SUNDAY: 'Easter Sunday',
      EASTER_MONDAY: 'Easter Monday',
      LABOUR_DAY: 'Labour Day',
      CONSTITUTION_DAY: 'Constitution Day',
      ASCENSION_DAY: 'Ascension Day',
      WHIT_SUNDAY: 'Whit Sunday',
      WHIT_MONDAY: 'Whit Monday',
      CHRISTMAS_DAY: 'Christmas Day',
      BOXING_DAY: 'Boxing Day',
    },
    clashes: {
      UNKNOWN_GATHERING: 'The year has no gathering of that number.',
      GATHERING_LENGTH: 'The gathering has too few or too many days, or days with a gap between them.',
      SESSION_CODE_TAKEN: 'Two sessions have the same code.',
      SESSIONS_OVERLAP: 'Two sessions are at the same time.',
      OUTSIDE_CLASS_PERIOD: 'The gathering lies before the class begins or after it ends.',
      GATHERINGS_OVERLAP: 'The class has another gathering on those days.',
    },
    room: (room, other) => `Room ${room} is taken by ${other} at the same time.`,
    teacher: (teacher, other) => `Teacher ${teacher} is at ${other} at the same time.`,
    gatheringOf: (number, classCode, cohort) => `gathering ${number} of ${classCode}${cohort && ` (${cohort})`}`,
    holiday: (day, name) => `${day} is ${name}.`,
    winter: (days) => `${days} is in the winter holidays where the class meets.`,
    weekend: (days) => `${days} is at the weekend.`,
    differs: (classCode) => `Other sessions than in ${classCode}: the gathering cannot be made up there.`,
    missing: (count) => `${count} of the gatherings are missing. A class is opened only when all are set up.`,
  },
};

const t = inLanguage(words);

/** Why a gathering cannot stand as it is, whatever else is planned. */
export const faultWords = t.clashes;

/** The cohort of a class that stands on the timetable already, by its id; undefined of a class of the plan itself. */
export type CohortNamed = (classId: string) => string | undefined;

const clashText = (clash: ClashView, cohortNamed: CohortNamed): string => {
  const { code, who = '', other } = clash;
  if (code !== 'ROOM_TAKEN' && code !== 'TEACHER_TAKEN') return t.clashes[code];
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
  short: t.short[of.code],
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
