import { type ProblemError, saidIn } from '@kull/http';
import { type Language, writtenDay, writtenDayOfWeek, writtenTime } from '@kull/kernel';
import type { Clash, ClassClash, TimetableEntry } from '../domain/clashes';
import type { PlanWarning } from '../domain/plan-warnings';
import type { CheckedPlan } from '../plan-check';
import { planWords } from '../words/plan-words';

/** A clash as it goes out: the codes for machines, the message for people. */
export interface ClashView {
  readonly code: (Clash | ClassClash)['code'];
  readonly class: string;
  readonly gathering: number | null;
  readonly session?: string;
  readonly startsAt?: string;
  readonly who?: string;
  readonly other?: {
    readonly classId: string;
    readonly class: string;
    readonly gathering: number | null;
    readonly session: string;
  };
  readonly message: string;
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

type Meeting = Pick<TimetableEntry, 'classCode' | 'gathering'>;

const meetingText = ({ classCode, gathering }: Meeting, language: Language): string =>
  gathering === null ? classCode : planWords[language].gatheringOf(gathering, classCode);

/** Which gathering it is about, and then what is said of it. */
const saidOf = (meeting: Meeting, language: Language, what: string): string =>
  `${capitalised(meetingText(meeting, language))}: ${what}`;

const resourceText = ({ code, who, entry, other }: Clash, language: Language): string => {
  const words = planWords[language];
  const say = code === 'ROOM_TAKEN' ? words.room : words.teacher;
  const when = `${entry.session}, ${writtenTime(language, entry.startsAt)}`;
  return `${capitalised(meetingText(entry, language))} (${when}): ${say(who, meetingText(other, language))}`;
};

const clashText = (clash: Clash | ClassClash, language: Language): string =>
  'entry' in clash ? resourceText(clash, language) : saidOf(clash, language, planWords[language].faults[clash.code]);

export const clashView = (clash: Clash | ClassClash, language: Language): ClashView => {
  const message = clashText(clash, language);
  if (!('entry' in clash)) return { code: clash.code, class: clash.classCode, gathering: clash.gathering, message };
  const { code, who, entry, other } = clash;
  return {
    code,
    class: entry.classCode,
    gathering: entry.gathering,
    session: entry.session,
    startsAt: entry.startsAt,
    who,
    other: { classId: other.classId, class: other.classCode, gathering: other.gathering, session: other.session },
    message,
  };
};

/** The same clash as one of the errors of a problem. */
export const clashError = (clash: Clash | ClassClash): ProblemError => ({
  code: clash.code,
  detail: saidIn((language) => clashText(clash, language)),
});

/** A warning as it goes out. */
export interface WarningView {
  readonly code: PlanWarning['code'];
  readonly class: string;
  readonly gathering?: number;
  readonly on?: string;
  /** Of `PUBLIC_HOLIDAY`: which one. */
  readonly holiday?: string;
  /** Of `GATHERING_NOT_EQUIVALENT`: the class whose sessions are others. */
  readonly otherClass?: string;
  /** Of `GATHERINGS_MISSING`: how many. */
  readonly missing?: number;
  readonly message: string;
}

const warningText = (warning: PlanWarning, language: Language): string => {
  const words = planWords[language];
  switch (warning.code) {
    case 'PUBLIC_HOLIDAY': {
      const name = words.holidays[warning.holiday] ?? warning.holiday;
      return saidOf(warning, language, words.holiday(writtenDay(language, warning.on), name));
    }
    case 'WINTER_HOLIDAY':
      return saidOf(warning, language, words.winter(writtenDay(language, warning.on)));
    case 'WEEKEND':
      return saidOf(warning, language, words.weekend(writtenDayOfWeek(language, warning.on)));
    case 'GATHERING_NOT_EQUIVALENT':
      return saidOf(warning, language, words.differs(warning.otherClassCode));
    case 'GATHERINGS_MISSING':
      return saidOf({ ...warning, gathering: null }, language, words.missing(warning.missing));
  }
};

export const warningView = (warning: PlanWarning, language: Language): WarningView => ({
  code: warning.code,
  class: warning.classCode,
  ...('gathering' in warning && { gathering: warning.gathering }),
  ...('on' in warning && { on: warning.on }),
  ...('holiday' in warning && { holiday: warning.holiday }),
  ...('otherClassCode' in warning && { otherClass: warning.otherClassCode }),
  ...('missing' in warning && { missing: warning.missing }),
  message: warningText(warning, language),
});

/** What is to be said of a plan, as it goes out. */
export interface CheckedPlanView {
  readonly warnings: readonly WarningView[];
  /** What would have the plan refused. */
  readonly clashes: readonly ClashView[];
}

export const checkedPlanView = ({ warnings, clashes }: CheckedPlan, language: Language): CheckedPlanView => ({
  warnings: warnings.map((one) => warningView(one, language)),
  clashes: clashes.map((one) => clashView(one, language)),
});

const winterHoliday: PlanWarning = {
  code: 'WINTER_HOLIDAY',
  classCode: 'TRONDHEIM-1',
  gathering: 4,
  on: '2027-02-22',
};

export const exampleCheck = checkedPlanView({ warnings: [winterHoliday], clashes: [] }, 'nb');
