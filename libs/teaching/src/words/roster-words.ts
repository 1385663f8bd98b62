import type { InLanguages } from '@kull/kernel';
import type { AwayReason } from '../domain/enrolment';
import type { Standing } from '../domain/roster';

/** What a line of a class list is about: a student, or a guest. */
export type RosterLineKind = Standing['kind'] | 'guest';

export type RosterColumn =
  | 'studentNo'
  | 'familyName'
  | 'givenNames'
  | 'language'
  | 'participantStatus'
  | 'enteredOn'
  | 'standing'
  | 'since'
  | 'until'
  | 'reason'
  | 'otherClass'
  | 'gathering';

/** The words of a class list as a file. */
export interface RosterWords {
  readonly list: (classCode: string) => string;
  readonly printed: (classCode: string, gathering: number) => string;
  readonly columns: Readonly<Record<RosterColumn, string>>;
  readonly standings: Readonly<Record<RosterLineKind, string>>;
  readonly reasons: Readonly<Record<AwayReason, string>>;
  readonly asOf: (classCode: string, day: string) => string;
  readonly knownAt: (when: string) => string;
}

export const rosterWords: InLanguages<RosterWords> = {
  nb: {
    list: (classCode) => `Klasseliste ${classCode}`,
    printed: (classCode, gathering) => `Klasseliste ${classCode} samling ${gathering}`,
    columns: {
      studentNo: 'Studentnummer',
      familyName: 'Etternavn',
      givenNames: 'Fornavn',
      language: 'Målform',
      participantStatus: 'Deltakerstatus',
      enteredOn: 'Begynte',
      standing: 'Status',
      since: 'Fra og med',
      until: 'Tilbake',
      reason: 'Årsak',
      otherClass: 'Annen klasse',
      gathering: 'Gjest på samling',
    },
    standings: {
      expected: 'Begynner senere',
      active: 'Aktiv',
      on_leave: 'Permisjon',
      transferred: 'Byttet klasse',
      withdrawn: 'Sluttet',
      guest: 'Gjest',
    },
    reasons: {
      ILLNESS: 'Sykdom',
      PARENTAL_LEAVE: 'Foreldrepermisjon',
      WORK: 'Arbeid',
      FAMILY: 'Familie',
      NEW_JOB: 'Ny jobb',
      PROGRAMME_NOT_SUITED: 'Studiet passet ikke',
      OTHER: 'Annet',
    },
    asOf: (classCode, day) => `Klasse ${classCode}, slik den var ${day}`,
    knownAt: (when) => `, etter det som var kjent ${when}`,
  },
  nn: {
    list: (classCode) => `Klasseliste ${classCode}`,
    printed: (classCode, gathering) => `Klasseliste ${classCode} samling ${gathering}`,
    columns: {
      studentNo: 'Studentnummer',
      familyName: 'Etternamn',
      givenNames: 'Førenamn',
      language: 'Målform',
      participantStatus: 'Deltakarstatus',
      enteredOn: 'Byrja',
      standing: 'Status',
      since: 'Frå og med',
      until: 'Tilbake',
      reason: 'Årsak',
      otherClass: 'Annan klasse',
      gathering: 'Gjest på samling',
    },
    standings: {
      expected: 'Byrjar seinare',
      active: 'Aktiv',
      on_leave: 'Permisjon',
      transferred: 'Bytt klasse',
      withdrawn: 'Slutta',
      guest: 'Gjest',
    },
    reasons: {
      ILLNESS: 'Sjukdom',
      PARENTAL_LEAVE: 'Foreldrepermisjon',
      WORK: 'Arbeid',
      FAMILY: 'Familie',
      NEW_JOB: 'Ny jobb',
      PROGRAMME_NOT_SUITED: 'Studiet passa ikkje',
      OTHER: 'Anna',
    },
    asOf: (classCode, day) => `Klasse ${classCode}, slik han var ${day}`,
    knownAt: (when) => `, etter det som var kjent ${when}`,
  },
  en: {
    list: (classCode) => `Class list ${classCode}`,
    printed: (classCode, gathering) => `Class list ${classCode} gathering ${gathering}`,
    columns: {
      studentNo: 'Student number',
      familyName: 'Family name',
      givenNames: 'Given names',
      language: 'Language',
      participantStatus: 'Participant status',
      enteredOn: 'Entered',
      standing: 'Status',
      since: 'From',
      until: 'Back',
      reason: 'Reason',
      otherClass: 'Other class',
      gathering: 'Guest at gathering',
    },
    standings: {
      expected: 'Begins later',
      active: 'Active',
      on_leave: 'On leave',
      transferred: 'Changed class',
      withdrawn: 'Left',
      guest: 'Guest',
    },
    reasons: {
      ILLNESS: 'Illness',
      PARENTAL_LEAVE: 'Parental leave',
      WORK: 'Work',
      FAMILY: 'Family',
      NEW_JOB: 'New job',
      PROGRAMME_NOT_SUITED: 'The programme did not suit',
      OTHER: 'Other',
    },
    asOf: (classCode, day) => `Class ${classCode}, as it was on ${day}`,
    knownAt: (when) => `, by what was known ${when}`,
  },
};
