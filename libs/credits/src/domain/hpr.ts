import { type Instant, isCode, type LocalDate } from '@kull/kernel';

/** A line of the register of health personnel, as looked up. */
export interface RegisterEntry {
  readonly familyName: string;
  readonly givenNames: string;
  /** Absent: the register does not have it. */
  readonly birthDate?: LocalDate;
  readonly profession: string;
  readonly authorisedFrom?: LocalDate;
  readonly authorisedTo?: LocalDate;
}

/** The person whose number was looked up. */
export interface Registrant {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: LocalDate;
  readonly hprNumber?: string;
}

/** What a look-up found, without a name or a number: kept in events, and enough to judge by. */
export type HprFinding =
  | { readonly found: 'no_number' }
  | { readonly found: 'not_in_register' }
  | {
      readonly found: 'entry';
      readonly profession: string;
      readonly birthDate: 'equal' | 'differs' | 'not_in_register';
      readonly names: 'equal' | 'differ';
      readonly authorisedFrom?: LocalDate;
      readonly authorisedTo?: LocalDate;
    };

/** Who said it: the register file of the class, HPR's open API, or two people who saw the evidence. */
export type HprSource = 'FILE' | 'API' | 'MANUAL';

/** Where a finding comes from, and when it was looked up. */
export interface Provenance {
  readonly source: HprSource;
  readonly at: Instant;
}

/**
 * Why a register gave no answer: it does not accept us and will not until somebody mends that; it is down, slow or busy;
 * it said something that cannot be read.
 */
export type Unanswered = 'REFUSED' | 'UNAVAILABLE' | 'UNREADABLE';

export type HprReason =
  | 'HPR_MISSING'
  | 'HPR_UNKNOWN'
  | 'HPR_NOT_PHYSICIAN'
  | 'HPR_BIRTH_DATE_MISMATCH'
  | 'HPR_NOT_AUTHORISED_AT_COMPLETION';

export type Warning = 'HPR_NAME_DIFFERS' | 'HPR_BIRTH_DATE_UNKNOWN';

const birthDateOf = (entry: RegisterEntry, person: Registrant) => {
  if (entry.birthDate === undefined) return 'not_in_register';
  return entry.birthDate === person.birthDate ? 'equal' : 'differs';
};

/** Compares a person with the register's entry under the person's number, if there is one. */
export const findingOf = (person: Registrant, entry: RegisterEntry | undefined): HprFinding => {
  if (person.hprNumber === undefined) return { found: 'no_number' };
  if (!entry) return { found: 'not_in_register' };
  const { authorisedFrom, authorisedTo } = entry;
  const sameNames = entry.familyName === person.familyName && entry.givenNames === person.givenNames;
  return {
    found: 'entry',
    profession: isCode(entry.profession) ? entry.profession : 'NOT_STATED',
    birthDate: birthDateOf(entry, person),
    names: sameNames ? 'equal' : 'differ',
    ...(authorisedFrom !== undefined && { authorisedFrom }),
    ...(authorisedTo !== undefined && { authorisedTo }),
  };
};

/** Why the number is not verified for a completion on that day; none: it is (credits.md 2). */
export const hprReasons = (finding: HprFinding, completionDate: LocalDate): HprReason[] => {
  switch (finding.found) {
    case 'no_number':
      return ['HPR_MISSING'];
    case 'not_in_register':
      return ['HPR_UNKNOWN'];
    case 'entry': {
      const { profession, birthDate, authorisedFrom, authorisedTo } = finding;
      const reasons: HprReason[] = [];
      if (profession !== 'PHYSICIAN') reasons.push('HPR_NOT_PHYSICIAN');
      if (birthDate === 'differs') reasons.push('HPR_BIRTH_DATE_MISMATCH');
      const begun = authorisedFrom === undefined || authorisedFrom <= completionDate;
      const ended = authorisedTo !== undefined && authorisedTo < completionDate;
      if (!begun || ended) reasons.push('HPR_NOT_AUTHORISED_AT_COMPLETION');
      return reasons;
    }
  }
};

/** What a person should look at, though it stops nothing (credits.md 2). */
export const warningsOf = (finding: HprFinding): Warning[] => {
  if (finding.found !== 'entry') return [];
  const warnings: Warning[] = [];
  if (finding.names === 'differ') warnings.push('HPR_NAME_DIFFERS');
  if (finding.birthDate === 'not_in_register') warnings.push('HPR_BIRTH_DATE_UNKNOWN');
  return warnings;
};
