import type { LocalDate } from '@kull/kernel';
import { evenSizes } from './even-sizes';

/** A student as far as a move to another class is concerned. */
export interface MovableStudent {
  readonly studentNo: string;
  /** Absent: the first day of the class. */
  readonly enteredOn?: LocalDate;
  /** On leave now or later: stays. */
  readonly onLeave: boolean;
  /** Has changed class before: is moved again only when nobody else can be. */
  readonly hasTransferred: boolean;
}

export interface ClassToBalance {
  readonly classId: string;
  readonly code: string;
  readonly site: string;
  /** Seats for students: the capacity less what is kept for guests. */
  readonly seats: number;
  readonly students: readonly MovableStudent[];
}

/** A class before and after. */
export interface BalancedClass {
  readonly classId: string;
  readonly code: string;
  readonly site: string;
  readonly before: number;
  readonly after: number;
}

/** One student to another class, and what made it this one. */
export interface ProposedMove {
  readonly studentNo: string;
  readonly from: string;
  readonly to: string;
  readonly enteredOn?: LocalDate;
  /** Nobody was left in the class who has not changed class before. */
  readonly movesAgain: boolean;
}

/** The classes of one site, or of all: sizes are made even among them. */
export interface BalancedGroup {
  /** Absent: across sites. */
  readonly site?: string;
  readonly classes: readonly BalancedClass[];
  readonly moves: readonly ProposedMove[];
}

/** Newest first; who has changed class before last; then by student number. */
const inOrderOfMoving = (students: readonly MovableStudent[]): readonly MovableStudent[] =>
  students
    .filter(({ onLeave }) => !onLeave)
    .sort((one, other) => {
      if (one.hasTransferred !== other.hasTransferred) return one.hasTransferred ? 1 : -1;
      const [entered, otherEntered] = [one.enteredOn ?? '', other.enteredOn ?? ''];
      if (entered !== otherEntered) return entered > otherEntered ? -1 : 1;
      return one.studentNo < other.studentNo ? -1 : 1;
    });

interface Room {
  readonly classId: string;
  readonly site: string;
  free: number;
}

interface Leaving {
  readonly student: MovableStudent;
  readonly from: ClassToBalance;
}

const takeRoom = (rooms: readonly Room[], isWanted: (room: Room) => boolean): Room | undefined => {
  const room = rooms.find((one) => one.free > 0 && isWanted(one));
  if (room) room.free -= 1;
  return room;
};

/** Everybody who can stay on the site first; the others take the room that is left elsewhere. */
const movesInto = (rooms: readonly Room[], leaving: readonly Leaving[]): readonly ProposedMove[] => {
  const moveTo = ({ student, from }: Leaving, room: Room): ProposedMove => ({
    studentNo: student.studentNo,
    from: from.classId,
    to: room.classId,
    ...(student.enteredOn !== undefined && { enteredOn: student.enteredOn }),
    movesAgain: student.hasTransferred,
  });
  const moves: ProposedMove[] = [];
  const travelling: Leaving[] = [];
  for (const one of leaving) {
    const room = takeRoom(rooms, ({ site }) => site === one.from.site);
    if (room) moves.push(moveTo(one, room));
    else travelling.push(one);
  }
  return [...moves, ...travelling.map((one) => moveTo(one, takeRoom(rooms, () => true)!))];
};

const balanced = (classes: readonly ClassToBalance[], site?: string): BalancedGroup => {
  const inOrder = [...classes].sort((one, other) => (one.code < other.code ? -1 : 1));
  const sizes = evenSizes(
    inOrder.map(({ code, seats, students }) => ({
      code,
      size: students.length,
      seats,
      staying: students.filter(({ onLeave }) => onLeave).length,
    })),
  );
  const rooms = inOrder.map(({ classId, site: at, students }, i) => ({
    classId,
    site: at,
    free: sizes[i]! - students.length,
  }));
  const leaving = inOrder.flatMap((one, i) =>
    inOrderOfMoving(one.students)
      .slice(0, Math.max(0, one.students.length - sizes[i]!))
      .map((student) => ({ student, from: one })),
  );
  return {
    ...(site !== undefined && { site }),
    classes: inOrder.map(({ classId, code, site: at, students }, i) => ({
      classId,
      code,
      site: at,
      before: students.length,
      after: sizes[i]!,
    })),
    moves: movesInto(rooms, leaving),
  };
};

/** The fewest moves that make class sizes as even as they can be, within each site or across all. Nothing is done. */
export const rebalancing = (
  classes: readonly ClassToBalance[],
  { acrossSites }: { readonly acrossSites: boolean },
): readonly BalancedGroup[] => {
  if (acrossSites) return classes.length === 0 ? [] : [balanced(classes)];
  const sites = [...new Set(classes.map(({ site }) => site))].sort();
  return sites.map((site) =>
    balanced(
      classes.filter((one) => one.site === site),
      site,
    ),
  );
};
