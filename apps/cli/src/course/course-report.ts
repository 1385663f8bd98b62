import { number, table } from '../terminal/text';
import type { CourseSummary } from './course-run';

/** What became of a course folder, for a person. */
export const courseReport = (summary: CourseSummary): string =>
  [
    `Klassen ${summary.class} er ført gjennom.`,
    '',
    table([
      ['Fil', 'Rader', 'Tatt inn', 'Avvist'],
      ...summary.files.map(({ file, rows, taken, rejected }) => [file, number(rows), number(taken), number(rejected)]),
    ]),
    '',
    table([
      ['Kurspoeng tildelt', number(summary.awarded)],
      ['  holdt tilbake', number(summary.held)],
      ['  krav ikke oppfylt', number(summary.notMet)],
      ['  gjelder ikke (ikke lege)', number(summary.notApplicable)],
    ]),
    '',
    ...summary.keptBack.map(
      ({ certificateNo, version, codes }) => `Ikke levert: ${certificateNo} versjon ${version} (${codes.join(', ')})`,
    ),
    '',
  ].join('\n');
