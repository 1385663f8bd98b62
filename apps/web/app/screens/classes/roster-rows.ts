import type { StudentView as AttendanceView } from '../../../../../libs/attendance/src/http/attendance-risk.dto';
import type { StudentNumber } from '../../../../../libs/credits/src/hpr-standings';
import type { RosterStudentView } from '../../../../../libs/teaching/src/http/roster-view';
import type { ClassStudent } from '../../../../api/src/persons/class-students';
import type { DirectoryStudent } from '../../../../api/src/persons/directory';

type Attendance = NonNullable<DirectoryStudent['attendance']>;

/** A student of the class with what every context knows; what could not be asked, or is not of that day, is absent. */
export interface RosterRow {
  readonly student: RosterStudentView;
  /** `Nordmann, Kari`; the number when nobody knows the name any more. */
  readonly name: string;
  readonly isPhysician: boolean;
  readonly attendance?: Attendance;
  readonly more?: ClassStudent;
  readonly hpr?: StudentNumber;
}

/** The views of a class list, each with an address. */
export const rosterViews = ['alle', 'fare', 'leger', 'uten-hpr', 'sluttet'] as const;
export type ViewName = (typeof rosterViews)[number];

export interface RosterParts {
  readonly students: readonly RosterStudentView[];
  readonly attendance?: readonly AttendanceView[];
  readonly more?: readonly ClassStudent[];
  readonly hpr?: readonly StudentNumber[];
}

/** By the requirement that leaves least. */
const figuresOf = ({ status, attendance }: AttendanceView): Attendance | undefined => {
  const [least] = attendance.toSorted((one, other) => one.hours.leftToLose - other.hours.leftToLose);
  if (!least) return undefined;
  const { countedIn, sessions, hours } = least;
  const { attended, total: of, leftToLose } = countedIn === 'HALF_DAYS' ? sessions : hours;
  return { status, countedIn, attended, of, leftToLose };
};

const byNumber = <T extends { readonly studentNo: string }>(rows: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.studentNo, row] as const));

/** One row of each student, in the order of the class list. */
export const rosterRows = ({ students, attendance, more, hpr }: RosterParts): readonly RosterRow[] => {
  const [attendances, mores, hprs] = [byNumber(attendance), byNumber(more), byNumber(hpr)];
  return students.map((student) => {
    const { studentNo, familyName, givenNames } = student;
    const found = attendances.get(studentNo);
    return {
      student,
      name: familyName === null ? studentNo : `${familyName}, ${givenNames}`,
      isPhysician: student.participantStatus === 'PHYSICIAN',
      attendance: found && figuresOf(found),
      more: mores.get(studentNo),
      hpr: hprs.get(studentNo),
    };
  });
};

export const hasLeft = ({ student: { standing } }: RosterRow): boolean =>
  standing.kind === 'transferred' || standing.kind === 'withdrawn';

/** Whether the HPR number of a physician has to be asked for or mended. */
export const lacksHpr = ({ isPhysician, hpr, more }: RosterRow): boolean => {
  if (!isPhysician) return false;
  return (hpr?.reasons.length ?? 0) > 0 || (more !== undefined && more.hprNumber === null);
};

const shows: Readonly<Record<ViewName, (row: RosterRow) => boolean>> = {
  alle: (row) => !hasLeft(row),
  fare: (row) => !hasLeft(row) && (row.attendance?.status === 'AT_RISK' || row.attendance?.status === 'IMPOSSIBLE'),
  leger: (row) => !hasLeft(row) && row.isPhysician,
  'uten-hpr': (row) => !hasLeft(row) && lacksHpr(row),
  sluttet: hasLeft,
};

export const rowsIn = (rows: readonly RosterRow[], view: ViewName): readonly RosterRow[] => rows.filter(shows[view]);

/** The view that the address names; another text is all. */
export const viewNamed = (text: string | undefined): ViewName => rosterViews.find((one) => one === text) ?? 'alle';
