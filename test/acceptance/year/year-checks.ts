import { Codecs, compareWithRebuild } from '@kull/event-store';
import { allParts } from '../../../apps/contexts';
import { i2, i3, i5, i7 } from '../../faults/invariants';
import { eventually } from '../../harness/working';
import { dayOf, HALF_DAY, REQUIRED, SESSIONS } from './timetable';
import { isOn, type YearClass } from './year-model';
import { INTAKE, type YearWorld } from './year-world';

interface CohortJson {
  readonly commissionedPlaces: number;
  readonly classes: readonly {
    readonly id: string;
    readonly capacity: number;
    readonly placesTaken: number;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly gatherings: readonly { number: number; startsOn: string; endsOn: string; status: string }[];
  }[];
}

/** After every step: the log, the places and the calendar of the cohort. */
export const checkStep = async (world: YearWorld, step: string): Promise<void> => {
  const { client, model, log, cohortId } = world;
  const breaches = await log.follow();
  if (breaches.length > 0) throw new Error(`after ${step}:\n${breaches.join('\n')}`);
  const cohort = await client.get<CohortJson>(`/cohorts/${cohortId}`);
  const sum = cohort.classes.reduce((places, { capacity }) => places + capacity, 0);
  expect([step, sum <= model.commissioned, cohort.commissionedPlaces]).toEqual([step, true, model.commissioned]);
  for (const shown of cohort.classes) checkClass(world, shown, step);
  await checkEnrolments(world, step);
};

/** Places (I-21, I-22, I-26), and exactly the planned gatherings, apart from each other and within the year (I-24, I-25). */
const checkClass = ({ model, log }: YearWorld, shown: CohortJson['classes'][number], step: string): void => {
  const { id, capacity, timetable } = model.byId(shown.id);
  const students = model.studentsOf(id).length;
  expect([step, shown.capacity, shown.placesTaken]).toEqual([step, capacity, students]);
  expect([step, log.places.capacity(id), log.places.taken(id)]).toEqual([step, capacity, students]);
  expect([step, students <= capacity]).toEqual([step, true]);
  const days = shown.gatherings.map(({ startsOn, endsOn }) => [startsOn, endsOn]);
  expect([step, days]).toEqual([step, [1, 2, 3, 4, 5, 6].map((number) => timetable.days(number))]);
  expect(shown.gatherings.every(({ status }) => status === 'scheduled')).toBe(true);
  const ends = [shown.startsOn, ...days.flat(), shown.endsOn];
  const isInOrder = days.every(([from], i) => i === 0 || days[i - 1]![1]! < from!);
  expect([step, isInOrder, [...ends].sort()]).toEqual([step, true, ends]);
};

/** Who is where, and nobody in two classes (I-23). */
const checkEnrolments = async ({ database, model }: YearWorld, step: string): Promise<void> => {
  const rows = await database.query<{ classId: string; studentNo: string; personId: string }>(
    `select class_id as "classId", student_no as "studentNo", person_id as "personId" from read.enrolment_v2
      where standing in ('enrolled', 'on_leave') order by student_no`,
  );
  const enrolled = [...model.students.values()].filter(({ classId }) => classId !== undefined);
  const expected = enrolled.map(({ no, classId }) => `${no} ${classId}`).sort();
  expect([step, rows.map(({ studentNo, classId }) => `${studentNo} ${classId}`).sort()]).toEqual([step, expected]);
  expect([step, new Set(rows.map(({ personId }) => personId)).size]).toEqual([step, rows.length]);
};

/** Waits until the workers have done everything that is owed, and the read models that follow have followed. */
export const drained = async ({ database }: YearWorld): Promise<void> => {
  await eventually(
    async () => [
      ...(await i7(database)),
      ...(await database.query(
        'select s.name as behind from log.subscription s, log.head h where s.position < h.position',
      )),
    ],
    (left) => left.length === 0,
    60_000,
  );
};

interface RiskJson {
  readonly data: readonly {
    readonly classId: string;
    readonly studentNo: string;
    readonly status: string;
    readonly attendance: readonly {
      readonly hours: { total: number; required: number; attended: number; open: number };
    }[];
  }[];
}

/**
 * Hours and standing of everybody, as the list of risk has them, as the last event said them, and as the model finds
 * them by trying (W15). Nothing ever lowers what is required (I-32).
 */
export const checkStandings = async (world: YearWorld, step: string): Promise<void> => {
  const { client, model, log } = world;
  await drained(world);
  expect([step, await log.follow()]).toEqual([step, []]);
  const { data } = await client.get<RiskJson>(`/attendance-risk?intake=${INTAKE}&status=all`);
  const shown = data.map(({ classId, studentNo, status, attendance: [ects] }) => {
    const { total, required, attended, open } = ects!.hours;
    return [studentNo, classId, status, attended * 2, open * 2, required * 2, total * 2].join(' ');
  });
  const expected = [...model.students.values()].flatMap(({ no, classId }) => {
    if (classId === undefined) return [];
    const open = model.openOf(no).reduce((sum, left) => sum + left, 0);
    return [[no, classId, model.standingOf(no), model.hoursOf(no), open, REQUIRED, SESSIONS * HALF_DAY].join(' ')];
  });
  expect([step, shown.sort()]).toEqual([step, expected.sort()]);
  const said = data.map(({ studentNo, status }) => [studentNo, status, log.awards.standingOf(studentNo)]);
  expect([step, said.filter(([, status, last]) => status !== last)]).toEqual([step, []]);
  for (const { status } of data) world.standingsSeen.add(status);
};

interface RegisterJson {
  readonly session: string;
  readonly status: string;
  readonly expected: number;
  readonly unmarked: number;
  readonly conflicts: number;
  readonly students: readonly {
    readonly studentNo: string;
    readonly onLeave: boolean;
    readonly counts?: { readonly presence: string; readonly attendedHours: number; readonly by: string };
    readonly conflict?: readonly string[];
  }[];
}

/** One register, line by line: who is in it, and what counts of each (I-27 to I-30). */
export const checkRegister = async (
  { client, model }: YearWorld,
  { id, timetable }: YearClass,
  code: string,
): Promise<void> => {
  const read = await client.get<RegisterJson>(`/classes/${id}/registers/${code}`);
  const { said, isLocked } = model.register(id, code);
  expect([code, read.status]).toEqual([code, isLocked ? 'locked' : 'open']);
  const shown = read.students.map(({ studentNo, onLeave, counts, conflict }) =>
    [studentNo, onLeave, counts?.presence, counts && counts.attendedHours * 2, conflict !== undefined].join(' '),
  );
  const session = timetable.session(code);
  const expected = [...new Set([...model.expectedIn(id, session), ...said.keys()])].map((no) => {
    const one = said.get(no);
    return [
      no,
      model.isOnLeave(no, dayOf(session.startsAt)),
      one?.presence,
      one?.halfHours,
      one?.isInConflict === true,
    ].join(' ');
  });
  expect([code, shown]).toEqual([code, expected.sort()]);
};

/** What a student has attended, in whichever class, session by session (I-27). */
export const checkStudent = async ({ client, model }: YearWorld, no: string): Promise<void> => {
  const path = `/classes/${model.student(no).classId}/students/${no}/attendance`;
  const { hours, data } = await client.get<{
    hours: { attended: number; of: number };
    data: { session: string; attendedHours: number; state: string }[];
  }>(path);
  const { timetable } = model.byId(model.student(no).classId!);
  expect([no, hours.attended * 2, hours.of * 2]).toEqual([no, model.hoursOf(no), SESSIONS * HALF_DAY]);
  const shown = data.map(({ session, attendedHours, state }) => `${session} ${attendedHours * 2} ${state}`);
  const expected = timetable
    .all()
    .map((one) => `${one.code} ${model.hoursIn(no, one.code)} ${model.isOpen(no, one) ? 'open' : 'counted'}`);
  expect([no, shown]).toEqual([no, expected]);
};

interface RosterJson {
  readonly students: readonly { readonly studentNo: string; readonly standing: { readonly kind: string } }[];
  readonly guests: readonly {
    readonly gathering: number;
    readonly guests: readonly { readonly studentNo: string }[];
  }[];
}

/** The list of a class today, and its guests at every gathering. */
const checkRoster = async ({ client, model, now }: YearWorld, { id, code }: YearClass): Promise<void> => {
  const { students, guests } = await client.get<RosterJson>(`/classes/${id}/roster`);
  const shown = students.filter(({ standing: { kind } }) => kind === 'active' || kind === 'on_leave');
  const all = [...model.students.values()];
  const today = dayOf(now);
  const there = all.filter(({ stays }) => stays.some((stay) => stay.classId === id && isOn(stay, today)));
  const lines = there.map(({ no }) => `${no} ${model.isOnLeave(no, today) ? 'on_leave' : 'active'}`);
  expect([code, shown.map(({ studentNo, standing }) => `${studentNo} ${standing.kind}`).sort()]).toEqual([
    code,
    lines.sort(),
  ]);
  const seats = all.flatMap((one) =>
    one.seats.flatMap((seat) => (seat.classId === id ? [`${one.no} ${seat.gathering}`] : [])),
  );
  const seated = guests.flatMap((one) => one.guests.map(({ studentNo }) => `${studentNo} ${one.gathering}`));
  expect([code, seated.sort()]).toEqual([code, seats.sort()]);
};

/** After a phase: the lists of the classes, chain and tree of the log, and every read model as its rebuild gives it. */
export const checkPhase = async (world: YearWorld, phase: string): Promise<void> => {
  const { database } = world;
  await checkStandings(world, phase);
  for (const of of world.model.classes) await checkRoster(world, of);
  for (const holds of [i2, i3, i5]) expect([phase, await holds(database)]).toEqual([phase, []]);
  const { readModels, codecs } = allParts();
  const known = new Codecs(codecs);
  for (const model of readModels) {
    const { live, rebuilt } = await compareWithRebuild(model, known, database);
    expect([phase, model.name, [...live]]).toEqual([phase, model.name, [...rebuilt]]);
  }
};

/** What an import answers. */
export interface Imported {
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly row: number; readonly code: string }[];
}

/** The same, in short: each refused row with its code. */
export const imported = ({ taken, unchanged, rejected }: Imported) => ({
  taken,
  unchanged,
  rejected: rejected.map(({ row, code }) => `${row} ${code}`),
});
