import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, rowsIn } from './tables';

/** As much of `course.json` as the model needs. */
export interface Course {
  readonly class: { readonly code: string; readonly startsOn: string; readonly endsOn: string };
  readonly programme: { readonly ectsCredits: number };
  readonly sharingBasis: string;
  readonly organiser: { readonly name: string; readonly orgNumber: string };
  readonly recipient: { readonly orgNumber: string };
  readonly sessions: readonly { readonly code: string; readonly hours: number }[];
  readonly ectsRule: { readonly minAttendance: number };
  readonly courseApproval: {
    readonly id: string;
    readonly title: string;
    readonly validFrom: string;
    readonly validTo: string;
    readonly minAttendance: number;
    readonly assessmentRequired: boolean;
    readonly deliveryMode: string;
    readonly creditLines: readonly {
      readonly lineNo: number;
      readonly specialty: string;
      readonly purpose: string;
      readonly category: string;
      readonly approvedHours: number;
      readonly points: number;
    }[];
  };
}

export interface CourseFolder {
  readonly course: Course;
  readonly participants: readonly Row[];
  readonly attendance: readonly Row[];
  readonly results: readonly Row[];
  readonly corrections: readonly Row[];
  readonly register: ReadonlyMap<string, Row>;
}

export const readCourseFolder = (directory: string): CourseFolder => ({
  course: JSON.parse(readFileSync(join(directory, 'course.json'), 'utf8')),
  participants: rowsIn(join(directory, 'participants.csv')),
  attendance: rowsIn(join(directory, 'attendance.csv')),
  results: rowsIn(join(directory, 'results.csv')),
  corrections: rowsIn(join(directory, 'corrections.csv')),
  register: new Map(rowsIn(join(directory, 'hpr-register.csv')).map((row) => [row.hpr_number!, row])),
});
