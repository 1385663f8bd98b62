import { Link, useLocation } from 'wouter-preact';
import type { DirectoryEntry, DirectoryStudent } from '../../../../api/src/persons/directory';
import { classAddress } from '../../classes/classes';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { nameOf } from '../../palette/hits';
import { personAddress } from '../../persons/directory';
import { SaidTag } from '../../persons/said';
import { attendanceSaid, attendedWords } from '../../persons/words';

const t = inLanguage({
  nb: {
    caption: 'I fare for oppmøtekravet',
    name: 'Navn',
    class: 'Klasse',
    attendance: 'Oppmøte',
    requirement: 'Krav',
    none: 'Ingen er i fare for oppmøtekravet.',
  },
  nn: {
    caption: 'I fare for oppmøtekravet',
    name: 'Namn',
    class: 'Klasse',
    attendance: 'Oppmøte',
    requirement: 'Krav',
    none: 'Ingen er i fare for oppmøtekravet.',
  },
  en: {
    caption: 'At risk of missing the required attendance',
    name: 'Name',
    class: 'Class',
    attendance: 'Attendance',
    requirement: 'Requirement',
    none: 'Nobody is at risk of missing the required attendance.',
  },
});

interface Row {
  readonly entry: DirectoryEntry;
  readonly student: DirectoryStudent;
  readonly attendance: NonNullable<DirectoryStudent['attendance']>;
}

const rowsOf = (persons: readonly DirectoryEntry[], cohort: string | undefined): readonly Row[] =>
  persons.flatMap((entry) =>
    entry.students.flatMap((student) => {
      const { attendance, standing } = student;
      const isThere = standing === 'enrolled' || standing === 'on_leave';
      if (!attendance || !isThere || (cohort !== undefined && student.cohort !== cohort)) return [];
      return attendance.status === 'AT_RISK' || attendance.status === 'IMPOSSIBLE'
        ? [{ entry, student, attendance }]
        : [];
    }),
  );

const columns: readonly Column<Row>[] = [
  {
    key: 'navn',
    header: t.name,
    isName: true,
    sortBy: ({ entry }) => nameOf(entry),
    cell: ({ entry }) => (
      <Link class="ds-link" href={personAddress(entry)}>
        {nameOf(entry)}
      </Link>
    ),
  },
  {
    key: 'klasse',
    header: t.class,
    sortBy: ({ student }) => student.classCode,
    file: [{ value: ({ student }) => student.classCode }],
    cell: ({ student: { cohort, classCode } }) => (
      <Link class="ds-link" href={`${classAddress({ intake: cohort, code: classCode })}?vis=fare`}>
        {classCode}
      </Link>
    ),
  },
  {
    key: 'oppmote',
    header: t.attendance,
    sortBy: ({ attendance }) => attendance.attended / Math.max(1, attendance.of),
    cell: ({ attendance }) => attendedWords(attendance),
  },
  {
    key: 'krav',
    header: t.requirement,
    sortBy: ({ attendance }) => attendance.leftToLose,
    file: [{ value: ({ attendance }) => attendanceSaid(attendance).text }],
    cell: ({ attendance }) => <SaidTag said={attendanceSaid(attendance)} />,
  },
];

interface AtRiskProps {
  readonly persons: readonly DirectoryEntry[];
  /** Of all cohorts when none is named. */
  readonly cohort: string | undefined;
}

/** Everybody who may not reach the attendance that is required, the gravest first. */
export const AtRisk = ({ persons, cohort }: AtRiskProps) => {
  const [, navigate] = useLocation();
  const rows = rowsOf(persons, cohort).toSorted(
    (one, other) =>
      Number(other.attendance.status === 'IMPOSSIBLE') - Number(one.attendance.status === 'IMPOSSIBLE') ||
      one.attendance.leftToLose - other.attendance.leftToLose,
  );
  return (
    <Table
      caption={t.caption}
      rows={rows}
      columns={columns}
      rowKey={({ student }) => `${student.classId} ${student.studentNo}`}
      rowName={({ entry }) => nameOf(entry)}
      onOpen={({ entry }) => navigate(personAddress(entry))}
      empty={t.none}
      tools={{ name: t.caption, person: ({ entry }) => ({ personId: entry.personId }) }}
    />
  );
};
