import type { LocalDate } from '@kull/kernel';
import type { TableDefinition } from '@kull/tables';
import type { AwayReason } from '../domain/enrolment';
import type { Standing } from '../domain/roster';
import type { NamedStudent, Roster } from '../rosters';

type RowKind = Standing['kind'] | 'guest';

/** One line of the list as a file: a student, or a guest at one gathering. */
interface RosterRow {
  readonly studentNo: string;
  readonly familyName?: string;
  readonly givenNames?: string;
  readonly language?: string;
  readonly participantStatus?: string;
  readonly enteredOn?: LocalDate;
  readonly standing: RowKind;
  readonly since?: LocalDate;
  readonly until?: LocalDate;
  readonly reasonClass?: AwayReason;
  /** Where the student came from, went to, or is a student. */
  readonly otherClass?: string;
  readonly gathering?: number;
}

const standingTexts = {
  expected: 'Begynner senere',
  active: 'Aktiv',
  on_leave: 'Permisjon',
  transferred: 'Byttet klasse',
  withdrawn: 'Sluttet',
  guest: 'Gjest',
} as const satisfies Record<RowKind, string>;

const reasonTexts = {
  ILLNESS: 'Sykdom',
  PARENTAL_LEAVE: 'Foreldrepermisjon',
  WORK: 'Arbeid',
  FAMILY: 'Familie',
  NEW_JOB: 'Ny jobb',
  PROGRAMME_NOT_SUITED: 'Studiet passet ikke',
  OTHER: 'Annet',
} as const satisfies Record<AwayReason, string>;

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
export const rosterTable = (classCode: string, readers: 'people' | 'machines'): TableDefinition<RosterRow> => {
  const inWords = readers === 'people';
  return {
    name: `Klasseliste ${classCode}`,
    columns: [
      { key: 'student_no', title: 'Studentnummer', type: 'text', value: ({ studentNo }) => studentNo },
      { key: 'family_name', title: 'Etternavn', type: 'text', value: ({ familyName }) => familyName },
      { key: 'given_names', title: 'Fornavn', type: 'text', value: ({ givenNames }) => givenNames },
      { key: 'language', title: 'Målform', type: 'text', value: ({ language }) => language },
      {
        key: 'participant_status',
        title: 'Deltakerstatus',
        type: 'text',
        value: ({ participantStatus }) => participantStatus,
      },
      { key: 'entered_on', title: 'Begynte', type: 'date', value: ({ enteredOn }) => enteredOn },
      {
        key: 'standing',
        title: 'Status',
        type: 'text',
        value: ({ standing }) => (inWords ? standingTexts[standing] : standing),
      },
      { key: 'since', title: 'Fra og med', type: 'date', value: ({ since }) => since },
      { key: 'until', title: 'Tilbake', type: 'date', value: ({ until }) => until },
      {
        key: 'reason_class',
        title: 'Årsak',
        type: 'text',
        value: ({ reasonClass }) => reasonClass && (inWords ? reasonTexts[reasonClass] : reasonClass),
      },
      { key: 'other_class', title: 'Annen klasse', type: 'text', value: ({ otherClass }) => otherClass },
      { key: 'gathering', title: 'Gjest på samling', type: 'integer', value: ({ gathering }) => gathering },
    ],
  };
};
