import { accept, type Decision, type LocalDate, localDateInOslo, nothing, reject } from '@kull/kernel';
import type {
  ArrangeMakeUp,
  CancelMakeUp,
  CancelMakeUpsOf,
  ClassRejection,
  ReleaseMakeUpSeats,
} from './class.commands';
import type { ClassEvent, MakeUp } from './class.events';
import { type PlannedClass, scheduledOf } from './class.state';
import { type Gathering, isEquivalent, periodOf } from './gathering';

type Decided = Decision<ClassEvent, ClassRejection>;

/** The guests of the fullest gathering that is not over on that day: so many seats are needed for them. */
const seatsNeeded = (state: PlannedClass, guests: readonly MakeUp[], on: LocalDate): number => {
  const toCome = scheduledOf(state).filter((gathering) => periodOf(gathering).endsOn >= on);
  return Math.max(0, ...toCome.map(({ number }) => guests.filter(({ gathering }) => gathering === number).length));
};

/** On its first day there may still come and go guests; from the second its list stands. */
const hasBegun = (gathering: Gathering, on: LocalDate): boolean => periodOf(gathering).startsOn < on;

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
  if (hasBegun(gathering, today)) return reject({ code: 'GATHERING_BEGUN' });
  if (!isEquivalent(homeSessions, gathering.sessions)) return reject({ code: 'GATHERING_NOT_EQUIVALENT' });
  const guests = state.guests.filter((guest) => guest.gathering === number).length + 1;
  const data = { ...makeUp, arrangedAt: at, takesSeat: guests > state.guestSeats, ceiling: state.ceiling };
  return accept({ type: 'MakeUpArranged', data });
};

/** Takes these guests off the list; the seats that nobody needs any more are given back with the last of them. */
const takenOff = (
  state: PlannedClass,
  off: readonly MakeUp[],
  { classId, on }: { readonly classId: string; readonly on: LocalDate },
): Decided => {
  const left = state.guests.filter((guest) => !off.includes(guest));
  const released = Math.max(0, state.guestSeats - seatsNeeded(state, left, on));
  return accept(
    ...off.map(({ gathering, studentNo }, i) => {
      const seatsReleased = i === off.length - 1 ? released : 0;
      return { type: 'MakeUpCancelled', data: { classId, gathering, studentNo, seatsReleased } } as const;
    }),
  );
};

const isToCome = (state: PlannedClass, number: number, on: LocalDate): boolean =>
  scheduledOf(state).some((gathering) => gathering.number === number && !hasBegun(gathering, on));

export const cancelMakeUp = (state: PlannedClass, data: CancelMakeUp['data']): Decided => {
  const { gathering, studentNo, on } = data;
  const guest = state.guests.find((one) => one.gathering === gathering && one.studentNo === studentNo);
  if (!guest) return reject({ code: 'MAKE_UP_NOT_ARRANGED' });
  return isToCome(state, gathering, on) ? takenOff(state, [guest], data) : reject({ code: 'GATHERING_BEGUN' });
};

export const cancelMakeUpsOf = (state: PlannedClass, data: CancelMakeUpsOf['data']): Decided =>
  takenOff(
    state,
    state.guests.filter((guest) => guest.studentNo === data.studentNo && isToCome(state, guest.gathering, data.on)),
    data,
  );

export const releaseMakeUpSeats = (state: PlannedClass, { classId, on }: ReleaseMakeUpSeats['data']): Decided => {
  const seatsReleased = state.guestSeats - seatsNeeded(state, state.guests, on);
  return seatsReleased > 0 ? accept({ type: 'MakeUpSeatsReleased', data: { classId, on, seatsReleased } }) : nothing;
};
