import type { LocalDate } from '@kull/kernel';
import type { EnrolmentEvent, StudentEnrolled } from './enrolment';
import { type Departure, type Enrolled, type Enrolment, isWithin, type Leave } from './enrolment.state';

/** The leaves when the one that the day lies in ends on it. */
const endedOn = (leaves: readonly Leave[], on: LocalDate): readonly Leave[] =>
  leaves.flatMap((one) => {
    if (!isWithin(one, on)) return [one];
    return one.from === on ? [] : [{ ...one, until: on }];
  });

const departed = (
  { periods, leaves, ...state }: Enrolled,
  status: Departure['kind'],
  until: LocalDate,
  departure: Departure,
): Enrolled => ({
  ...state,
  status,
  periods: periods.with(-1, {
    ...periods.at(-1),
    until,
    departure,
    ...(status === 'transferred' && state.status === 'on_leave' && { wasOnLeave: true as const }),
  }),
  leaves: endedOn(
    leaves.filter(({ from }) => from < until),
    until,
  ),
});

const entered = (state: Enrolment, { restores: _, ...data }: StudentEnrolled['data']): Enrolled => {
  const { enteredOn, transferredFrom } = data;
  const stay = { ...(enteredOn !== undefined && { from: enteredOn }), ...(transferredFrom && { transferredFrom }) };
  if (state.status === 'none') return { ...data, status: 'enrolled', periods: [stay], leaves: [] };
  return { ...data, status: 'enrolled', periods: [...state.periods, stay], leaves: state.leaves, earlier: state };
};

/** As before the student was handed on: the stay goes on. */
const restored = ({ periods, ...state }: Enrolled, { capacity, restores }: StudentEnrolled['data']): Enrolled => {
  const { until: _until, departure: _departure, wasOnLeave: _was, ...stay } = periods.at(-1)!;
  return { ...state, capacity, status: restores ?? 'enrolled', periods: periods.with(-1, stay) };
};

/** As before the student came from another class: the stay never was. */
const takenBack = ({ earlier }: Enrolled): Enrolment => earlier ?? { status: 'none' };

/** How an enrolment remembers. */
export const evolve = (state: Enrolment, event: EnrolmentEvent): Enrolment => {
  if (event.type === 'StudentEnrolled')
    return event.data.restores && state.status !== 'none' ? restored(state, event.data) : entered(state, event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'StudentTransferred': {
      const { to, on, restores } = event.data;
      if (restores) return takenBack(state);
      return departed(state, 'transferred', on, { kind: 'transferred', to });
    }
    case 'LeaveGranted':
      return { ...state, status: 'on_leave', leaves: [...state.leaves, event.data] };
    case 'LeaveEnded':
      return { ...state, status: 'enrolled', leaves: endedOn(state.leaves, event.data.on) };
    case 'StudentWithdrawn': {
      const { on, reasonClass } = event.data;
      return departed(state, 'withdrawn', on, { kind: 'withdrawn', reasonClass });
    }
  }
};
