import { asWritten, type ProblemError, type Said, said, saidIn } from '@kull/http';
import { inOslo } from '@kull/kernel';
import type { Clash, ClassClash, TimetableEntry } from '../domain/clashes';
import type { PlanWarning } from '../domain/plan-warnings';
import type { CheckedPlan } from '../plan-check';
import { problems } from './problems';

const holidayNames: Readonly<Record<string, string>> = {
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
};

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

const gatheringText = ({ classCode, gathering }: Pick<TimetableEntry, 'classCode' | 'gathering'>): Said =>
  gathering === null
    ? asWritten(classCode)
    : said(
        `samling ${gathering} i ${classCode}`,
        `samling ${gathering} i ${classCode}`,
        `gathering ${gathering} of ${classCode}`,
      );

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const inSentences = (text: Said): Said => saidIn((language) => sentence(text[language]));

const whoText = ({ code, who }: Clash): Said =>
  code === 'ROOM_TAKEN'
    ? said(`rommet ${who}`, `rommet ${who}`, `the room ${who}`)
    : said(`underviseren ${who}`, `undervisaren ${who}`, `the teacher ${who}`);

const resourceText = (clash: Clash): Said => {
  const { entry, other } = clash;
  const { date, time } = inOslo(entry.startsAt);
  const [one, another, who] = [gatheringText(entry), gatheringText(other), whoText(clash)];
  const from = time.slice(0, 5);
  return said(
    `${one.nb} og ${another.nb} vil ha ${who.nb} på samme tid: ${date} kl. ${from}, ${entry.session}.`,
    `${one.nn} og ${another.nn} vil ha ${who.nn} på same tid: ${date} kl. ${from}, ${entry.session}.`,
    `${one.en} and ${another.en} want ${who.en} at the same time: ${date} at ${from}, ${entry.session}.`,
  );
};

const classText = (clash: ClassClash): Said => {
  const { title } = problems[clash.code];
  return saidIn((language) => `${gatheringText(clash)[language]}: ${title[language].toLowerCase()}.`);
};

const clashText = (clash: Clash | ClassClash): Said =>
  inSentences('entry' in clash ? resourceText(clash) : classText(clash));

export const clashView = (clash: Clash | ClassClash): ClashView => {
  const message = clashText(clash).nb;
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
  detail: clashText(clash),
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

const warningText = (warning: PlanWarning): string => {
  switch (warning.code) {
    case 'PUBLIC_HOLIDAY':
      return `${gatheringText(warning).nb}: ${warning.on} er ${holidayNames[warning.holiday]}.`;
    case 'WINTER_HOLIDAY':
      return `${gatheringText(warning).nb}: ${warning.on} er i vinterferien der.`;
    case 'WEEKEND':
      return `${gatheringText(warning).nb}: ${warning.on} er i helgen.`;
    case 'GATHERING_NOT_EQUIVALENT':
      return `${gatheringText(warning).nb} har andre økter enn i ${warning.otherClassCode}: den kan ikke tas igjen der.`;
    case 'GATHERINGS_MISSING':
      return `${warning.classCode} mangler ${warning.missing} av samlingene sine, og kan ikke åpnes ennå.`;
  }
};

export const warningView = (warning: PlanWarning): WarningView => ({
  code: warning.code,
  class: warning.classCode,
  ...('gathering' in warning && { gathering: warning.gathering }),
  ...('on' in warning && { on: warning.on }),
  ...('holiday' in warning && { holiday: warning.holiday }),
  ...('otherClassCode' in warning && { otherClass: warning.otherClassCode }),
  ...('missing' in warning && { missing: warning.missing }),
  message: sentence(warningText(warning)),
});

/** What is to be said of a plan, as it goes out. */
export interface CheckedPlanView {
  readonly warnings: readonly WarningView[];
  /** What would have the plan refused. */
  readonly clashes: readonly ClashView[];
}

export const checkedPlanView = ({ warnings, clashes }: CheckedPlan): CheckedPlanView => ({
  warnings: warnings.map(warningView),
  clashes: clashes.map(clashView),
});

const winterHoliday: WarningView = {
  code: 'WINTER_HOLIDAY',
  class: 'TRONDHEIM-1',
  gathering: 4,
  on: '2027-02-22',
  message: 'Samling 4 i TRONDHEIM-1: 2027-02-22 er i vinterferien der.',
};

export const exampleCheck: CheckedPlanView = { warnings: [winterHoliday], clashes: [] };
