import type { Language } from '@kull/kernel';
import type { WantedColumn } from '@kull/tables';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { NamedStudent, PreviewedResult, ResultsOfStudent } from '../class-results';
import { resultMessages } from './row-messages';

export type ResultColumn = 'student_no' | 'assessment' | 'result' | 'graded_by' | 'attested_by' | 'attested_at';

/** A list of results as examination systems give it. */
export const resultTable: readonly WantedColumn<ResultColumn>[] = [
  { key: 'student_no', title: 'Studentnummer', synonyms: ['Kandidatnummer', 'Kandidat', 'Candidate', 'Student'] },
  { key: 'result', title: 'Resultat', synonyms: ['Karakter', 'Grade', 'Endelig karakter'] },
  { key: 'assessment', title: 'Vurdering', synonyms: ['Eksamen', 'Oppgave'], optional: true },
  { key: 'graded_by', title: 'Sensor', synonyms: ['Sensurert av', 'Examiner', 'Grader'], optional: true },
  { key: 'attested_by', title: 'Attestert av', optional: true },
  { key: 'attested_at', title: 'Attestert', optional: true },
];

/** What stands in the place of cells that the file leaves empty. */
export class ResultPreviewQuery extends createZodDto(
  z.strictObject({
    assessment: z.string().min(1).max(64).optional(),
    gradedBy: z.string().min(1).max(64).optional(),
  }),
) {}

/** One row of the file, with what would become of it. */
export interface ResultPreviewRow extends PreviewedResult {
  readonly message?: string;
}

export interface ResultsPreviewView {
  readonly counts: {
    readonly rows: number;
    readonly taken: number;
    readonly unchanged: number;
    readonly rejected: number;
  };
  readonly rows: readonly ResultPreviewRow[];
  readonly withoutResult: readonly NamedStudent[];
}

export interface ClassResultsView {
  readonly classCode: string;
  readonly data: readonly Omit<ResultsOfStudent, 'personId'>[];
}

export const resultPreviewView = (
  rows: readonly PreviewedResult[],
  withoutResult: readonly NamedStudent[],
  language: Language,
): ResultsPreviewView => {
  const count = (outcome: PreviewedResult['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    counts: { rows: rows.length, taken: count('TAKEN'), unchanged: count('UNCHANGED'), rejected: count('REJECTED') },
    rows: rows.map((row) => ({ ...row, ...(row.code && { message: resultMessages[row.code][language] }) })),
    withoutResult,
  };
};

const student = { studentNo: 'S270001', familyName: 'Nordmann', givenNames: 'Kari' };

export const exampleResultPreview: ResultsPreviewView = resultPreviewView(
  [
    {
      row: 1,
      studentNo: 'K-118',
      assessment: 'TAKE_HOME_EXAM',
      result: 'B',
      gradedBy: 'grader-1',
      attestedBy: '',
      attestedAt: '',
      name: null,
      outcome: 'REJECTED',
      code: 'UNKNOWN_STUDENT',
    },
  ],
  [student],
  'nb',
);

export const exampleClassResults: ClassResultsView = {
  classCode: 'NLP-2026-OSLO-1',
  data: [
    {
      ...student,
      results: [
        {
          assessment: 'TAKE_HOME_EXAM',
          state: 'WAITING',
          result: 'B',
          gradedBy: 'grader-1',
          attestedBy: null,
          attestedAt: null,
          isCorrected: false,
        },
      ],
    },
  ],
};
