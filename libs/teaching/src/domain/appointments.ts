import { type Instant, instantInOslo } from '@kull/kernel';
import { type PlannedClass, scheduledOf } from './class.state';
import type { ClassPlan, Session } from './class-plan';
import { type Enrolled, isInClass } from './enrolment.state';
import type { ScheduledGathering } from './gathering';

/** A session that somebody is to attend, or was until its gathering was cancelled. */
export interface Appointment {
  readonly classId: string;
  readonly plan: ClassPlan;
  readonly session: Session;
  /** Absent: a session that stands by itself. */
  readonly gathering?: ScheduledGathering;
  /** Whether it is in a class that the student is a guest of. */
  readonly isGuest: boolean;
}

export type Classes = ReadonlyMap<string, PlannedClass>;

/** The sessions of a class, by code. One that was cancelled and planned again under its code is the one planned. */
export const appointmentsOfClass = (classes: Classes, classId: string): ReadonlyMap<string, Appointment> => {
  const planned = classes.get(classId);
  if (!planned) return new Map();
  const { plan, gatherings } = planned;
  const common = { classId, plan, isGuest: false };
  const cancelled = gatherings.filter(({ status }) => status === 'cancelled');
  const ofGatherings = [...cancelled, ...scheduledOf(planned)].flatMap((gathering) =>
    gathering.sessions.map((session) => ({ ...common, session, gathering })),
  );
  const byThemselves = plan.course?.gatherings ? [] : (plan.course?.sessions ?? []);
  const all: readonly Appointment[] = [...ofGatherings, ...byThemselves.map((session) => ({ ...common, session }))];
  return new Map(all.map((one) => [one.session.code, one]));
};

/** A student's time in a class, as instants. */
interface Stay {
  readonly from: Instant;
  readonly until: Instant;
}

const staysOf = ({ periods }: Enrolled): readonly Stay[] =>
  periods.map(({ from, until }) => ({
    from: from === undefined ? '' : instantInOslo(from),
    until: until === undefined ? '9999' : instantInOslo(until),
  }));

const isIn = (stays: readonly Stay[], { session: { startsAt } }: Appointment): boolean =>
  stays.some(({ from, until }) => from <= startsAt && startsAt < until);

/** The student's seats as a guest: sessions of the gatherings that they make up, in the other classes. */
const seatsOf = (classes: Classes, enrolments: readonly Enrolled[]): readonly Appointment[] =>
  [...classes].flatMap(([classId, { guests }]) => {
    const numbers = guests
      .filter((guest) =>
        enrolments.some((own) => own.classId === guest.homeClassId && own.studentNo === guest.studentNo),
      )
      .map(({ gathering }) => gathering);
    if (numbers.length === 0) return [];
    return [...appointmentsOfClass(classes, classId).values()].filter(
      ({ gathering }) => gathering && numbers.includes(gathering.number),
    );
  });

/**
 * What a student is to attend, by session code. `enrolments`: the person's own, in the order in which they came to the
 * classes. A session is the one of the class they were in on its day, the later class first; what the class they are in
 * now had held before they came stands as it was held. A seat as a guest stands in place of the own session (W16).
 */
export const appointmentsOfStudent = (
  classes: Classes,
  enrolments: readonly Enrolled[],
): ReadonlyMap<string, Appointment> => {
  const appointments = new Map<string, Appointment>();
  const stays = enrolments.map(staysOf);
  for (const [i, { classId }] of enrolments.entries())
    for (const [code, one] of appointmentsOfClass(classes, classId))
      if (isIn(stays[i]!, one)) appointments.set(code, one);
  const present = enrolments.findLast(isInClass);
  for (const [code, one] of present ? appointmentsOfClass(classes, present.classId) : [])
    if (!appointments.has(code)) appointments.set(code, one);
  for (const seat of seatsOf(classes, enrolments))
    if (isIn(stays.flat(), seat))
      appointments.set(seat.session.code, { ...seat, isGuest: seat.classId !== present?.classId });
  return appointments;
};
