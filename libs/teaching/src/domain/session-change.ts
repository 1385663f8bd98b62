import { accept, type Decision, type Instant, inOslo, isSame, nothing, reject } from '@kull/kernel';
import type { CallOffReason } from './call-off-reason';
import type { ChangeSession, ClassRejection } from './class.commands';
import type { ClassEvent } from './class.events';
import { type PlannedClass, scheduledOf } from './class.state';
import type { Session } from './class-plan';
import { daysOf, doorsOpenAt, endOf, faultOf, type ScheduledGathering } from './gathering';

/**
 * What becomes of one session of a gathering, the others staying as they are:
 * - `ADDED`: one more, under a code that the class gives it.
 * - `MOVED`: to another time, room or teachers; it keeps its title and its length, so it stays the same session.
 * - `CALLED_OFF`: it does not take place.
 */
export type SessionChange =
  | { readonly kind: 'ADDED'; readonly session: Omit<Session, 'code' | 'gathering'> }
  | { readonly kind: 'MOVED'; readonly session: Pick<Session, 'code' | 'startsAt' | 'room' | 'teachers'> }
  | { readonly kind: 'CALLED_OFF'; readonly code: string; readonly reasonClass: CallOffReason };

type Refused = { readonly rejected: ClassRejection };

/**
 * `4-2F`, the morning of the second day: the code that the same session has in other classes, so that a session that
 * was called off and is added again counts as the one it was.
 */
const freeCode = ({ number, sessions }: ScheduledGathering, startsAt: Instant): string => {
  const { date, time } = inOslo(startsAt);
  const day = [...new Set([...daysOf({ sessions }), date])].sort().indexOf(date) + 1;
  const wanted = `${number}-${day}${time < '12' ? 'F' : 'E'}`;
  const taken = new Set(sessions.map(({ code }) => code));
  for (let nth = 1; ; nth++) {
    const code = nth === 1 ? wanted : `${wanted}${nth}`;
    if (!taken.has(code)) return code;
  }
};

/** Nobody has been marked before the doors open (I-28): what is changed until then has no register to go by. */
const hasBegun = ({ startsAt }: Session, at: Instant): boolean => doorsOpenAt(startsAt) <= at;

const byTime = (one: Session, other: Session): number =>
  one.startsAt < other.startsAt || (one.startsAt === other.startsAt && one.code < other.code) ? -1 : 1;

const added = (
  there: ScheduledGathering,
  { session }: Extract<SessionChange, { kind: 'ADDED' }>,
  at: Instant,
): readonly Session[] | Refused => {
  if (session.startsAt <= at) return reject({ code: 'SESSION_IN_THE_PAST' });
  return [...there.sessions, { code: freeCode(there, session.startsAt), ...session, gathering: there.number }];
};

/** The sessions as the change would have them, or why it cannot be made. */
const sessionsAfter = (there: ScheduledGathering, change: SessionChange, at: Instant): readonly Session[] | Refused => {
  if (change.kind === 'ADDED') return added(there, change, at);
  const code = change.kind === 'MOVED' ? change.session.code : change.code;
  const session = there.sessions.find((one) => one.code === code);
  if (!session) return reject({ code: 'SESSION_UNKNOWN' });
  if (hasBegun(session, at)) return reject({ code: 'SESSION_BEGUN' });
  const others = there.sessions.filter((one) => one !== session);
  if (change.kind === 'CALLED_OFF') return others;
  if (change.session.startsAt <= at) return reject({ code: 'SESSION_IN_THE_PAST' });
  const { room: _room, teachers: _teachers, ...rest } = session;
  return [...others, { ...rest, ...change.session }];
};

/** Adds, moves or calls off one session of a gathering that is not over; the gathering still has to stand afterwards. */
export const changeSession = (
  state: PlannedClass,
  { classId, number, change, at }: ChangeSession['data'],
): Decision<ClassEvent, ClassRejection> => {
  const there = scheduledOf(state).find((one) => one.number === number);
  const rule = state.plan.course?.gatherings;
  if (!there || !rule) return reject({ code: 'GATHERING_NOT_SCHEDULED' });
  if (there.sessions.every((one) => endOf(one) <= at)) return reject({ code: 'GATHERING_BEGUN' });
  const wanted = sessionsAfter(there, change, at);
  if ('rejected' in wanted) return wanted;
  const sessions = [...wanted].sort(byTime);
  if (isSame(sessions, [...there.sessions].sort(byTime))) return nothing;
  const { title, venue } = there;
  const others = scheduledOf(state).filter((one) => one !== there);
  const fault = faultOf({ number, title, venue, sessions }, others, rule, state.plan);
  if (fault) return reject({ code: fault, gathering: number });
  return accept({
    type: 'GatheringRescheduled',
    data: {
      classId,
      number,
      title,
      venue,
      sessions,
      before: { venue, sessions: there.sessions },
      ...(change.kind === 'CALLED_OFF' && { reasonClass: change.reasonClass }),
    },
  });
};
