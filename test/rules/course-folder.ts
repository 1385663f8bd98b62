import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One row of a file of a course folder, by column. */
export type Row = Readonly<Record<string, string>>;

/** The parts of `course.json` that the rules use. */
export interface CourseJson {
  readonly class: { readonly code: string; readonly endsOn: string };
  readonly programme: { readonly ectsCredits: number };
  readonly sessions: readonly { readonly code: string; readonly startsAt: string; readonly hours: number }[];
  readonly ectsRule: { readonly minAttendance: number; readonly assessment: string };
  readonly courseApproval: {
    readonly id: string;
    readonly validFrom: string;
    readonly validTo: string;
    readonly minAttendance: number;
    readonly assessmentRequired: boolean;
    readonly creditLines: readonly {
      readonly lineNo: number;
      readonly specialty: string;
      readonly purpose: 'VIDERE' | 'ETTER' | 'BOTH';
      readonly category: string;
      readonly approvedHours: number;
      readonly points: number;
    }[];
  };
}

/** A course folder, read (credits.md). */
export interface CourseFolder {
  readonly course: CourseJson;
  readonly participants: readonly Row[];
  readonly attendance: readonly Row[];
  readonly results: readonly Row[];
  readonly corrections: readonly Row[];
  readonly register: readonly Row[];
}

const root = join(__dirname, '..', '..');

/** The repository's own folder of that name: the same people on every machine. */
export const folderNamed = (name: string): string => join(root, 'apps', 'cli', 'demo', name);

/** The folder as the rules' authors wrote it, where it lies beside the repository; its people have other names. */
export const givenFolder = (name: string): string => {
  const given = join(root, '..', 'shared', 'data', name);
  return existsSync(given) ? given : folderNamed(name);
};

const rowsOf = (path: string): Row[] => parse(readFileSync(path), { bom: true, delimiter: ';', columns: true });

/** Reads a course folder. */
export const readFolder = (folder: string): CourseFolder => ({
  course: JSON.parse(readFileSync(join(folder, 'course.json'), 'utf8')) as CourseJson,
  participants: rowsOf(join(folder, 'participants.csv')),
  attendance: rowsOf(join(folder, 'attendance.csv')),
  results: rowsOf(join(folder, 'results.csv')),
  corrections: rowsOf(join(folder, 'corrections.csv')),
  register: rowsOf(join(folder, 'hpr-register.csv')),
});

export const readCourseFolder = (name: string): CourseFolder => readFolder(givenFolder(name));

/** The birth date in a synthetic national id (domain.md 2.1), worked out apart from the service's own reading. */
export const birthDateIn = (nationalId: string): string => {
  const day = Number(nationalId.slice(0, 2)) % 40;
  const month = Number(nationalId.slice(2, 4)) % 20;
  const year = Number(nationalId.slice(4, 6));
  const series = Number(nationalId.slice(6, 9));
  const century = series < 500 || (series >= 900 && year >= 40) ? 1900 : year < 40 ? 2000 : 1800;
  return `${century + year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};
