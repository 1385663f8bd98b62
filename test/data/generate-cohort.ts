import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { Chance } from './chance';
import { cohortDocument } from './cohort-calendar';
import { exceptionsOf } from './cohort-exceptions';
import { happenings, personas } from './cohort-stories';
import { writeFolder } from './write-folder';

interface PlaceHolder {
  readonly class: string;
  readonly application_no: string;
}

/** In which class somebody ended up; undefined for those who stopped. */
const classAfterwards = ({ class: code, application_no: studentNo }: PlaceHolder): string | undefined => {
  const moved = happenings.find((one) => one.studentNo === studentNo && ['TRANSFER', 'WITHDRAWAL'].includes(one.kind));
  return moved ? ('to' in moved ? moved.to : undefined) : code;
};

/** Mandatory parts that have been done by now. */
const partsOf = (chance: Chance, students: readonly PlaceHolder[]) =>
  students.flatMap((student) => {
    const { application_no: studentNo } = student;
    const code = classAfterwards(student);
    if (code === undefined) return [];
    const done = (part: string, day: string) => ({
      class: code,
      student_no: studentNo,
      part,
      fulfilled_at: `${day}T${chance.between(10, 20)}:${chance.between(10, 59)}:00+01:00`,
      reported_by: part === 'REFLECTION_1' ? studentNo : 'lms-1',
    });
    return [
      ...(chance.happens(0.93) ? [done('REFLECTION_1', `2026-12-${chance.between(10, 18)}`)] : []),
      ...(chance.happens(0.4) ? [done('LECTURE_ETHICS', `2027-02-${chance.between(10, 24)}`)] : []),
    ];
  });

/**
 * The year of the cohort NLP-2026 until 26 February 2027: its plan, and what became of its students. `classLists` is the
 * `class-lists.csv` that the run of the demonstration's intake writes; the same lists give the same bytes.
 */
export const generateCohort = (directory: string, classLists: Buffer): void => {
  const students = parse<PlaceHolder>(classLists, { bom: true, columns: true, delimiter: ';' });
  const chance = new Chance(42);
  const parts = partsOf(chance, students);
  const exceptions = cohortDocument.classes.flatMap((one) =>
    exceptionsOf(
      chance,
      one,
      students.filter((student) => student.class === one.code).map((student) => student.application_no),
    ),
  );
  writeFolder(
    directory,
    { name: 'cohort.json', content: cohortDocument },
    {
      'exceptions.csv': {
        columns: 'class student_no session presence late_hours left_early_hours excuse device observed_by observed_at',
        rows: exceptions,
      },
      'parts.csv': { columns: 'class student_no part fulfilled_at reported_by', rows: parts },
    },
  );
  for (const [name, content] of [
    ['happenings.json', happenings],
    ['personas.json', personas],
  ] as const)
    writeFileSync(join(directory, name), `${JSON.stringify(content, null, 2)}\n`);
};

const main = (): void => {
  const { values, positionals } = parseArgs({ options: { 'class-lists': { type: 'string' } }, allowPositionals: true });
  const lists = values['class-lists'];
  if (positionals.length !== 1 || !lists) throw new Error('generate-cohort FOLDER --class-lists class-lists.csv');
  generateCohort(positionals[0]!, readFileSync(lists));
};

if (require.main === module) main();
