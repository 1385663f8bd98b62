import type { Dimension } from './indicators';
import type { ShownIndicators } from './small-cells';

/** What became of those who applied, counted by groups; small numbers are hidden (null). */
export interface Report {
  readonly by: Dimension;
  /** Null: every intake. */
  readonly intake: string | null;
  readonly rows: readonly ShownIndicators[];
  readonly total: ShownIndicators;
  /** The clock of the service when it was made. */
  readonly madeAt: string;
  /** The last event that it knows: the same query at this position gives the same figures. */
  readonly position: number;
  /** Every intake that there is, by code. */
  readonly intakes: readonly string[];
}

export const exampleReport: Report = {
  by: 'county',
  intake: 'NLP-2026',
  rows: [
    {
      group: 'Trøndelag',
      counts: {
        applicants: 96,
        qualified: 88,
        offered: 57,
        accepted: 49,
        started: 49,
        withdrawn: 0,
        judged: 0,
        completed: 0,
      },
      attendanceRate: 0.93,
    },
  ],
  total: {
    group: '',
    counts: {
      applicants: 464,
      qualified: 424,
      offered: 262,
      accepted: 216,
      started: 216,
      withdrawn: null,
      judged: 0,
      completed: 0,
    },
    attendanceRate: 0.92,
  },
  madeAt: '2027-02-26T07:00:00.000Z',
  position: 48_213,
  intakes: ['NLP-2026'],
};
