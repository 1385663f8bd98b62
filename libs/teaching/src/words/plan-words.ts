import type { InLanguages } from '@kull/kernel';
import type { GatheringFault } from '../domain/gathering';

/**
 * What is said of a plan: why a gathering cannot stand as it is, and what is to be looked at. The service and the
 * application say it in these words; which gathering it is about stands beside them.
 */
export interface PlanWords {
  readonly holidays: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<GatheringFault, string>>;
  readonly room: (room: string, other: string) => string;
  readonly teacher: (teacher: string, other: string) => string;
  /** The cohort is named where it is another. */
  readonly gatheringOf: (number: number, classCode: string, cohort?: string) => string;
  readonly holiday: (day: string, name: string) => string;
  readonly winter: (days: string) => string;
  readonly weekend: (days: string) => string;
  readonly differs: (classCode: string) => string;
  readonly missing: (count: number) => string;
}

export const planWords: InLanguages<PlanWords> = {
  nb: {
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
    faults: {
      UNKNOWN_GATHERING: 'Året har ingen samling med det nummeret.',
      GATHERING_LENGTH: 'Samlingen har for få eller for mange dager, eller dager med opphold mellom.',
      SESSION_CODE_TAKEN: 'To økter har samme kode.',
      SESSIONS_OVERLAP: 'To økter er på samme tid.',
      OUTSIDE_CLASS_PERIOD: 'Samlingen ligger før klassen begynner eller etter at den slutter.',
      GATHERINGS_OVERLAP: 'Klassen har en annen samling de dagene.',
    },
    room: (room, other) => `Rommet ${room} er tatt av ${other} på samme tid.`,
    teacher: (teacher, other) => `Underviseren ${teacher} er i ${other} på samme tid.`,
    gatheringOf: (number, classCode, cohort = '') => `samling ${number} i ${classCode}${cohort && ` (${cohort})`}`,
    holiday: (day, name) => `${day} er ${name}.`,
    winter: (days) => `${days} er i vinterferien der klassen møtes.`,
    weekend: (days) => `${days} er i helgen.`,
    differs: (classCode) => `Andre økter enn i ${classCode}: samlingen kan ikke tas igjen der.`,
    missing: (count) => `Mangler ${count} av samlingene. En klasse åpnes først når alle er satt opp.`,
  },
  nn: {
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
    faults: {
      UNKNOWN_GATHERING: 'Året har inga samling med det nummeret.',
      GATHERING_LENGTH: 'Samlinga har for få eller for mange dagar, eller dagar med opphald mellom.',
      SESSION_CODE_TAKEN: 'To økter har same kode.',
      SESSIONS_OVERLAP: 'To økter er på same tid.',
      OUTSIDE_CLASS_PERIOD: 'Samlinga ligg før klassen byrjar eller etter at han sluttar.',
      GATHERINGS_OVERLAP: 'Klassen har ei anna samling dei dagane.',
    },
    room: (room, other) => `Rommet ${room} er teke av ${other} på same tid.`,
    teacher: (teacher, other) => `Undervisaren ${teacher} er i ${other} på same tid.`,
    gatheringOf: (number, classCode, cohort = '') => `samling ${number} i ${classCode}${cohort && ` (${cohort})`}`,
    holiday: (day, name) => `${day} er ${name}.`,
    winter: (days) => `${days} er i vinterferien der klassen møtest.`,
    weekend: (days) => `${days} er i helga.`,
    differs: (classCode) => `Andre økter enn i ${classCode}: samlinga kan ikkje takast att der.`,
    missing: (count) => `Manglar ${count} av samlingane. Ein klasse blir opna først når alle er sette opp.`,
  },
  en: {
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
    faults: {
      UNKNOWN_GATHERING: 'The year has no gathering of that number.',
      GATHERING_LENGTH: 'The gathering has too few or too many days, or days with a gap between them.',
      SESSION_CODE_TAKEN: 'Two sessions have the same code.',
      SESSIONS_OVERLAP: 'Two sessions are at the same time.',
      OUTSIDE_CLASS_PERIOD: 'The gathering lies before the class begins or after it ends.',
      GATHERINGS_OVERLAP: 'The class has another gathering on those days.',
    },
    room: (room, other) => `Room ${room} is taken by ${other} at the same time.`,
    teacher: (teacher, other) => `Teacher ${teacher} is at ${other} at the same time.`,
    gatheringOf: (number, classCode, cohort = '') => `gathering ${number} of ${classCode}${cohort && ` (${cohort})`}`,
    holiday: (day, name) => `${day} is ${name}.`,
    winter: (days) => `${days} is in the winter holidays where the class meets.`,
    weekend: (days) => `${days} is at the weekend.`,
    differs: (classCode) => `Other sessions than in ${classCode}: the gathering cannot be made up there.`,
    missing: (count) => `${count} of the gatherings are missing. A class is opened only when all are set up.`,
  },
};
