import { accept, type Decider, type Decision, nothing, reject } from '@kull/kernel';
import type { ChangeCapacity, ClassCommand, ClassRejection } from './class.commands';
import type { ClassEvent } from './class.events';
import { evolve } from './class.evolve';
import { refusedBy, setRules } from './class.rules';
import { type PlannedClass, type ProgrammeClass, scheduledOf } from './class.state';
import { arrangeMakeUp, cancelMakeUp, cancelMakeUpsOf, releaseMakeUpSeats } from './make-ups';
import { changeSession } from './session-change';
import { cancelGathering, isSamePlan, planYear, rescheduleGathering, scheduleGathering } from './timetable';

type Decided = Decision<ClassEvent, ClassRejection>;

/** A class of an intake opens when all its gatherings are scheduled; one that its own course document planned, at once. */
const openClass = (state: PlannedClass): Decided => {
  if (state.status === 'open') return nothing;
  const { course } = state.plan;
  if (!course) return reject({ code: 'COURSE_NOT_PLANNED' });
  if (course.gatherings && scheduledOf(state).length < course.gatherings.count)
    return reject({ code: 'GATHERINGS_MISSING' });
  return accept({ type: 'ClassOpened', data: {} });
};

/**
 * Places closed below the ceiling are counted as taken, so that an enrolment decided on an older capacity meets the same
 * count: fewer places than are taken are refused by the log, whatever runs at once.
 */
const changeCapacity = (
  state: PlannedClass,
  { classId, capacity, commissionedPlaces = state.plan.commissionedPlaces }: ChangeCapacity['data'],
): Decided => {
  const { intake } = state.plan;
  if (capacity === state.capacity) return nothing;
  const ceiling = Math.max(capacity, state.ceiling);
  const closed = ceiling - capacity - (state.ceiling - state.capacity);
  const added = intake !== undefined && commissionedPlaces !== undefined;
  return accept({
    type: 'ClassCapacityChanged',
    data: {
      capacity,
      ceiling,
      ...(closed !== 0 && { closed: { classId, places: closed } }),
      ...(added && { added: { intake, places: capacity - state.capacity, commissionedPlaces } }),
    },
  });
};

const decidePlanned = (state: PlannedClass, command: Exclude<ClassCommand, { type: 'PlanYear' }>): Decided => {
  switch (command.type) {
    case 'PlanClass':
      return isSamePlan(state.planned, command.data) ? nothing : reject({ code: 'CLASS_DIFFERS' });
    case 'OpenClass':
      return openClass(state);
    case 'ChangeCapacity':
      return changeCapacity(state, command.data);
    case 'ScheduleGathering':
      return scheduleGathering(state, command.data);
    case 'RescheduleGathering':
      return rescheduleGathering(state, command.data);
    case 'CancelGathering':
      return cancelGathering(state, command.data);
    case 'ChangeSession':
      return changeSession(state, command.data);
    case 'ArrangeMakeUp':
      return arrangeMakeUp(state, command.data);
    case 'CancelMakeUp':
      return cancelMakeUp(state, command.data);
    case 'CancelMakeUpsOf':
      return cancelMakeUpsOf(state, command.data);
    case 'ReleaseMakeUpSeats':
      return releaseMakeUpSeats(state, command.data);
  }
};

/** A class of a programme: what it teaches, when and where it meets, its places, and its guests. */
export const programmeClass: Decider<ProgrammeClass, ClassCommand, ClassEvent, ClassRejection> = {
  category: 'class',
  initial: { status: 'unplanned' },

  decide: (state, command) => {
    if (command.type === 'PlanYear') return planYear(state, command.data);
    if (state.status !== 'unplanned') return decidePlanned(state, command);
    return command.type === 'PlanClass'
      ? accept({ type: 'ClassPlanned', data: command.data })
      : reject({ code: 'CLASS_NOT_PLANNED' });
  },

  evolve,
  setRules,
  refusedBy,
};
