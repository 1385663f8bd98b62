import type { ClassEvent } from './class.events';
import type { PlannedClass, ProgrammeClass } from './class.state';
import type { Gathering, ScheduledGathering } from './gathering';

const withGatherings = (state: PlannedClass, gatherings: readonly ScheduledGathering[]): PlannedClass => {
  const inOrder = [...gatherings].sort((one, other) => one.number - other.number);
  const sessions = inOrder
    .filter(({ status }) => status === 'scheduled')
    .flatMap(({ sessions }) => sessions)
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const { course } = state.plan;
  return {
    ...state,
    gatherings: inOrder,
    plan: course ? { ...state.plan, course: { ...course, sessions } } : state.plan,
  };
};

const withGathering = (state: PlannedClass, { number, title, venue, sessions }: Gathering): PlannedClass => {
  const before = state.gatherings.find((one) => one.number === number);
  const others = state.gatherings.filter((one) => one !== before);
  const revision = before ? before.revision + 1 : 0;
  return withGatherings(state, [...others, { number, title, venue, sessions, status: 'scheduled', revision }]);
};

const evolvePlanned = (state: PlannedClass, event: Exclude<ClassEvent, { type: 'ClassPlanned' }>): PlannedClass => {
  switch (event.type) {
    case 'CoursePlanned':
      return { ...state, plan: { ...state.plan, course: { ...event.data.course, sessions: [] } } };
    case 'ClassOpened':
      return { ...state, status: 'open' };
    case 'ClassCapacityChanged': {
      const { capacity, ceiling = Math.max(capacity, state.ceiling) } = event.data;
      return { ...state, capacity, ceiling };
    }
    case 'GatheringScheduled':
    case 'GatheringRescheduled':
      return withGathering(state, event.data);
    case 'GatheringCancelled': {
      const { number } = event.data;
      const gatherings = state.gatherings.map(
        (one): ScheduledGathering =>
          one.number === number ? { ...one, status: 'cancelled', revision: one.revision + 1 } : one,
      );
      // Planned anew, the gathering has guests who ask anew: their seats may have gone to others meanwhile.
      const guests = state.guests.filter(({ gathering }) => gathering !== number);
      return withGatherings({ ...state, guests }, gatherings);
    }
    case 'MakeUpArranged': {
      const { gathering, studentNo, homeClassId, homeClassCode, takesSeat } = event.data;
      const guests = [...state.guests, { gathering, studentNo, homeClassId, homeClassCode }];
      return { ...state, guests, guestSeats: state.guestSeats + (takesSeat ? 1 : 0) };
    }
    case 'MakeUpCancelled': {
      const { gathering, studentNo, seatsReleased } = event.data;
      const guests = state.guests.filter((one) => one.gathering !== gathering || one.studentNo !== studentNo);
      return { ...state, guests, guestSeats: state.guestSeats - seatsReleased };
    }
    case 'MakeUpSeatsReleased':
      return { ...state, guestSeats: state.guestSeats - event.data.seatsReleased };
  }
};

/** How a class remembers. */
export const evolve = (state: ProgrammeClass, event: ClassEvent): ProgrammeClass => {
  if (event.type === 'ClassPlanned') {
    const { data: plan } = event;
    const places = { capacity: plan.capacity, ceiling: plan.capacity, guestSeats: 0 };
    return { status: 'planned', plan, planned: plan, ...places, gatherings: [], guests: [] };
  }
  return state.status === 'unplanned' ? state : evolvePlanned(state, event);
};
