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
  periods: periods.with(-1, { ...periods.at(-1), until, departure }),
  leaves: endedOn(
    leaves.filter(({ from }) => from < until),
    until,
  ),
});

const entered = (state: Enrolment, data: StudentEnrolled['data']): Enrolled => {
  const { enteredOn, transferredFrom } = data;
  const stay = { ...(enteredOn !== undefined && { from: enteredOn }), ...(transferredFrom && { transferredFrom }) };
  const [periods, leaves] = state.status === 'none' ? [[], []] : [state.periods, state.leaves];
  return { ...data, status: 'enrolled', periods: [...periods, stay], leaves };
};

/** How an enrolment remembers. */
export const evolve = (state: Enrolment, event: EnrolmentEvent): Enrolment => {
  if (event.type === 'StudentEnrolled') return entered(state, event.data);
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'StudentTransferred': {
      const { to, on } = event.data;
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
