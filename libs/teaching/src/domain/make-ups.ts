import { accept, type Decision, type LocalDate, localDateInOslo, nothing, reject } from '@kull/kernel';
import type { ArrangeMakeUp, CancelMakeUp, ClassRejection, ReleaseMakeUpSeats } from './class.commands';
import type { ClassEvent, MakeUp } from './class.events';
import { type PlannedClass, scheduledOf } from './class.state';
import { isEquivalent, periodOf } from './gathering';

type Decided = Decision<ClassEvent, ClassRejection>;

/** The guests of the fullest gathering that is not over on that day: so many seats are needed for them. */
const seatsNeeded = (state: PlannedClass, guests: readonly MakeUp[], on: LocalDate): number => {
  const toCome = scheduledOf(state).filter((gathering) => periodOf(gathering).endsOn >= on);
  return Math.max(0, ...toCome.map(({ number }) => guests.filter(({ gathering }) => gathering === number).length));
};

/**
 * Gives a student of another class a seat at one gathering. The capacity holds at every gathering: a guest who is more
 * than the fullest gathering has so far takes a seat from the places of the class, for as long as it is needed.
 */
export const arrangeMakeUp = (state: PlannedClass, { homeSessions, at, ...makeUp }: ArrangeMakeUp['data']): Decided => {
  const { classId, gathering: number, studentNo, homeClassId } = makeUp;
  if (homeClassId === classId) return reject({ code: 'OWN_CLASS' });
  const gathering = scheduledOf(state).find((one) => one.number === number);
  if (!gathering) return reject({ code: 'GATHERING_NOT_SCHEDULED' });
  if (state.guests.some((guest) => guest.gathering === number && guest.studentNo === studentNo)) return nothing;
  const today = localDateInOslo(at);
  if (periodOf(gathering).startsOn < today) return reject({ code: 'GATHERING_BEGUN' });
  if (!isEquivalent(homeSessions, gathering.sessions)) return reject({ code: 'GATHERING_NOT_EQUIVALENT' });
  const guests = state.guests.filter((guest) => guest.gathering === number).length + 1;
  const data = { ...makeUp, arrangedAt: at, takesSeat: guests > state.guestSeats, ceiling: state.ceiling };
  return accept({ type: 'MakeUpArranged', data });
};

export const cancelMakeUp = (
  state: PlannedClass,
  { classId, gathering, studentNo, on }: CancelMakeUp['data'],
): Decided => {
  const left = state.guests.filter((guest) => guest.gathering !== gathering || guest.studentNo !== studentNo);
  if (left.length === state.guests.length) return reject({ code: 'MAKE_UP_NOT_ARRANGED' });
  const seatsReleased = Math.max(0, state.guestSeats - seatsNeeded(state, left, on));
  return accept({ type: 'MakeUpCancelled', data: { classId, gathering, studentNo, seatsReleased } });
};

export const releaseMakeUpSeats = (state: PlannedClass, { classId, on }: ReleaseMakeUpSeats['data']): Decided => {
  const seatsReleased = state.guestSeats - seatsNeeded(state, state.guests, on);
  return seatsReleased > 0 ? accept({ type: 'MakeUpSeatsReleased', data: { classId, on, seatsReleased } }) : nothing;
};
