import type { Language, LocalDate } from '@kull/kernel';
import type { TableDefinition } from '@kull/tables';
import type { AwayReason } from '../domain/enrolment';
import type { Standing } from '../domain/roster';
import type { NamedStudent, Roster } from '../rosters';
import { type RosterLineKind, rosterWords } from '../words/roster-words';

/** One line of the list as a file: a student, or a guest at one gathering. */
interface RosterRow {
  readonly studentNo: string;
  readonly familyName?: string;
  readonly givenNames?: string;
  readonly language?: string;
  readonly participantStatus?: string;
  readonly enteredOn?: LocalDate;
  readonly standing: RosterLineKind;
  readonly since?: LocalDate;
  readonly until?: LocalDate;
  readonly reasonClass?: AwayReason;
  /** Where the student came from, went to, or is a student. */
  readonly otherClass?: string;
  readonly gathering?: number;
}

const sinceOf = (standing: Standing): Pick<RosterRow, 'since' | 'until' | 'reasonClass' | 'otherClass'> => {
  switch (standing.kind) {
    case 'expected':
    case 'active':
      return {};
    case 'on_leave': {
      const { from: since, until, reasonClass } = standing;
      return { since, reasonClass, ...(until !== undefined && { until }) };
    }
    case 'transferred':
      return { since: standing.on, otherClass: standing.to.classCode };
    case 'withdrawn':
      return { since: standing.on, reasonClass: standing.reasonClass };
  }
};

const rowOf = ({ standing, transferredFrom, personId: _, ...student }: NamedStudent): RosterRow => ({
  ...student,
  ...(transferredFrom && { otherClass: transferredFrom.classCode }),
  standing: standing.kind,
  ...sinceOf(standing),
});

/** Students by name, then the guests by gathering. */
export const rosterRows = ({ students, guests }: Roster): readonly RosterRow[] => [
  ...students.map(rowOf),
  ...[...guests]
    .sort((one, other) => one.gathering - other.gathering)
    .map(({ homeClassId: _, homeClassCode, ...guest }) => ({
      ...guest,
      standing: 'guest' as const,
      otherClass: homeClassCode,
    })),
];

/** The list of a class as a file: in words for people, in codes for machines. */
export const rosterTable = (
  classCode: string,
  readers: 'people' | 'machines',
  language: Language,
): TableDefinition<RosterRow> => {
  const inWords = readers === 'people';
  const { list, columns: titles, standings, reasons } = rosterWords[language];
  return {
    name: list(classCode),
    columns: [
      { key: 'student_no', title: titles.studentNo, type: 'text', value: ({ studentNo }) => studentNo },
      { key: 'family_name', title: titles.familyName, type: 'text', value: ({ familyName }) => familyName },
      { key: 'given_names', title: titles.givenNames, type: 'text', value: ({ givenNames }) => givenNames },
      { key: 'language', title: titles.language, type: 'text', value: (row) => row.language },
      {
        key: 'participant_status',
        title: titles.participantStatus,
        type: 'text',
        value: ({ participantStatus }) => participantStatus,
      },
      { key: 'entered_on', title: titles.enteredOn, type: 'date', value: ({ enteredOn }) => enteredOn },
      {
        key: 'standing',
        title: titles.standing,
        type: 'text',
        value: ({ standing }) => (inWords ? standings[standing] : standing),
      },
      { key: 'since', title: titles.since, type: 'date', value: ({ since }) => since },
      { key: 'until', title: titles.until, type: 'date', value: ({ until }) => until },
      {
        key: 'reason_class',
        title: titles.reason,
        type: 'text',
        value: ({ reasonClass }) => reasonClass && (inWords ? reasons[reasonClass] : reasonClass),
      },
      { key: 'other_class', title: titles.otherClass, type: 'text', value: ({ otherClass }) => otherClass },
      { key: 'gathering', title: titles.gathering, type: 'integer', value: ({ gathering }) => gathering },
    ],
  };
};
