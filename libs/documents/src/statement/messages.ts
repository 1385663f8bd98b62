import type { StatedGrade, StatementLanguage } from './content';

/** The words of a statement in one language. */
export interface StatementMessages {
  readonly decimalMark: string;
  readonly title: string;
  readonly notADiploma: string;
  readonly certifies: string;
  readonly hasCompleted: string;
  readonly born: string;
  readonly credits: string;
  readonly programme: string;
  readonly course: string;
  readonly level: string;
  readonly levelOf: (level: number) => string;
  readonly period: string;
  readonly completed: string;
  readonly organiser: string;
  readonly orgNumber: string;
  readonly assessments: string;
  readonly assessment: string;
  readonly grade: string;
  readonly attested: string;
  readonly grades: Readonly<Record<StatedGrade, string>>;
  readonly made: (date: string) => string;
  readonly official: (organiser: string) => string;
}

const letters = { A: 'A', B: 'B', C: 'C', D: 'D', E: 'E' } as const;

const nb: StatementMessages = {
  decimalMark: ',',
  title: 'Bekreftelse på studiepoeng',
  notADiploma: 'Dette er en bekreftelse. Den er ikke et vitnemål og ikke en karakterutskrift.',
  certifies: 'Det bekreftes at',
  hasCompleted: 'har fullført og bestått',
  born: 'Født',
  credits: 'studiepoeng',
  programme: 'Studieprogram',
  course: 'Emnekode',
  level: 'Nivå',
  levelOf: (level) => (level === 7 ? 'Master (nivå 7)' : `Nivå ${level}`),
  period: 'Periode',
  completed: 'Fullført',
  organiser: 'Studiested',
  orgNumber: 'org.nr.',
  assessments: 'Vurderinger',
  assessment: 'Vurdering',
  grade: 'Karakter',
  attested: 'Attestert',
  grades: { ...letters, PASSED: 'Bestått' },
  made: (date) => `Laget ${date}. Bekreftelsen viser hva som gjaldt da.`,
  official: (organiser) =>
    `Offisielle resultater fra ${organiser} hentes og deles fra Vitnemålsportalen. Vitnemål og karakterutskrift utstedes ikke her.`,
};

const nn: StatementMessages = {
  ...nb,
  title: 'Stadfesting på studiepoeng',
  notADiploma: 'Dette er ei stadfesting. Ho er ikkje eit vitnemål og ikkje ei karakterutskrift.',
  certifies: 'Det blir stadfesta at',
  hasCompleted: 'har fullført og bestått',
  born: 'Fødd',
  course: 'Emnekode',
  organiser: 'Studiestad',
  assessments: 'Vurderingar',
  grades: { ...letters, PASSED: 'Greidd' },
  made: (date) => `Laga ${date}. Stadfestinga viser kva som galdt då.`,
  official: (organiser) =>
    `Offisielle resultat frå ${organiser} hentar og deler du frå Vitnemålsportalen. Vitnemål og karakterutskrift blir ikkje utferda her.`,
};

const en: StatementMessages = {
  decimalMark: '.',
  title: 'Statement of ECTS credits',
  notADiploma: 'This is a statement. It is not a diploma and not a transcript of records.',
  certifies: 'This is to confirm that',
  hasCompleted: 'has completed and passed',
  born: 'Born',
  credits: 'ECTS credits',
  programme: 'Study programme',
  course: 'Course code',
  level: 'Level',
  levelOf: (level) => (level === 7 ? 'Master’s level (EQF 7)' : `EQF level ${level}`),
  period: 'Period',
  completed: 'Completed',
  organiser: 'Institution',
  orgNumber: 'organisation no.',
  assessments: 'Assessments',
  assessment: 'Assessment',
  grade: 'Grade',
  attested: 'Attested',
  grades: { ...letters, PASSED: 'Passed' },
  made: (date) => `Made on ${date}. The statement shows what was true then.`,
  official: (organiser) =>
    `Official results from ${organiser} are fetched and shared through Vitnemålsportalen. Diplomas and transcripts are not issued here.`,
};

export const statementMessages: Readonly<Record<StatementLanguage, StatementMessages>> = { nb, nn, en };
