import { inOslo, instantInOslo } from '@kull/kernel/time';
import { codesIn, daysOf, type PlannedGathering, type PlannedSession } from './gathering-days';
import { isWholeDay } from './spans';

/** Why something is called off, by classes. */
export const callOffReasons = [
  'TEACHER_AWAY',
  'ROOM_UNAVAILABLE',
  'TRAVEL_OR_WEATHER',
  'TOO_FEW_STUDENTS',
  'OTHER',
] as const;

export type CallOffReason = (typeof callOffReasons)[number];

/** What somebody has typed of one session; a session without a code is a new one. */
export interface SaidSession {
  readonly code: string;
  readonly isCalledOff: boolean;
  readonly reasonClass: CallOffReason | '';
  readonly title: string;
  readonly day: string;
  readonly time: string;
  readonly hours: string;
  readonly room: string;
  readonly teachers: string;
}

/** The session as it stands, to be changed. */
export const saidOf = ({ code, title, startsAt, hours, room = '', teachers = [] }: PlannedSession): SaidSession => {
  const { date: day, time } = inOslo(startsAt);
  return {
    code,
    isCalledOff: false,
    reasonClass: '',
    title,
    day,
    time: time.slice(0, 5),
    hours: String(hours),
    room,
    teachers: teachers.join(', '),
  };
};

/** A new session of the gathering: on its last day, as long as the others, in the room of the last one. */
export const freshSession = (gathering: PlannedGathering): SaidSession => {
  const last = gathering.sessions.at(-1)!;
  return { ...saidOf(last), code: '', time: '', teachers: '', day: daysOf(gathering).endsOn };
};

/** How the API is told what becomes of the session. */
export type SessionChangeJson = { readonly add: object } | { readonly move: object } | { readonly callOff: object };

/** What has been asked for; undefined while it is not whole, or changes nothing. */
export const changeOf = (said: SaidSession, before: PlannedSession | undefined): SessionChangeJson | undefined => {
  const { code, day, time, title, reasonClass } = said;
  if (said.isCalledOff) return reasonClass === '' ? undefined : { callOff: { code, reasonClass } };
  const hours = Number(said.hours.replace(',', '.'));
  if (!isWholeDay(day) || !/^\d\d:\d\d$/.test(time) || title.trim() === '' || !(hours > 0)) return undefined;
  const room = said.room.trim();
  const teachers = codesIn(said.teachers);
  const when = {
    startsAt: instantInOslo(day, `${time}:00`),
    ...(room && { room }),
    ...(teachers.length > 0 && { teachers }),
  };
  if (!before) return { add: { title: title.trim(), hours, ...when } };
  const { startsAt, room: roomBefore, teachers: teachersBefore } = before;
  const stays =
    Date.parse(startsAt) === Date.parse(when.startsAt) &&
    (roomBefore ?? '') === room &&
    (teachersBefore ?? []).join(' ') === teachers.join(' ');
  return stays ? undefined : { move: { code, ...when } };
};
