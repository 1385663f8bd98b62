import {
  accept,
  type Command,
  type Decider,
  type Decision,
  type DomainEvent,
  isSame,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import type { ClassPlan } from './class-plan';

export type ClassPlanned = DomainEvent<'ClassPlanned', ClassPlan>;
export type ClassOpened = DomainEvent<'ClassOpened', Record<never, never>>;
/** The number of places was changed, by an act of somebody (I-22). */
export type ClassCapacityChanged = DomainEvent<'ClassCapacityChanged', { readonly capacity: number }>;
export type ClassEvent = ClassPlanned | ClassOpened | ClassCapacityChanged;

export type PlanClass = Command<'PlanClass', ClassPlan>;
export type OpenClass = Command<'OpenClass', Record<never, never>>;
export type ChangeCapacity = Command<'ChangeCapacity', { readonly capacity: number }>;
export type ClassCommand = PlanClass | OpenClass | ChangeCapacity;

/**
 * - `CLASS_DIFFERS`: the code belongs to a class with another plan.
 * - `CLASS_NOT_PLANNED`: there is no such class.
 * - `CAPACITY_NOT_RAISED`: fewer places than there are now; taking places away is not done by this version.
 */
export type ClassRejection = Rejection<'CLASS_DIFFERS' | 'CLASS_NOT_PLANNED' | 'CAPACITY_NOT_RAISED'>;

/** A class that exists: its plan as first made, and the places it has now. */
export interface PlannedClass {
  readonly status: 'planned' | 'open';
  readonly plan: ClassPlan;
  readonly capacity: number;
}

export type ProgrammeClass = { readonly status: 'unplanned' } | PlannedClass;

const decidePlanned = (state: PlannedClass, command: ClassCommand): Decision<ClassEvent, ClassRejection> => {
  switch (command.type) {
    case 'PlanClass':
      return isSame(state.plan, command.data) ? nothing : reject({ code: 'CLASS_DIFFERS' });
    case 'OpenClass':
      return state.status === 'open' ? nothing : accept({ type: 'ClassOpened', data: {} });
    case 'ChangeCapacity': {
      const { capacity } = command.data;
      if (capacity === state.capacity) return nothing;
      if (capacity < state.capacity) return reject({ code: 'CAPACITY_NOT_RAISED' });
      return accept({ type: 'ClassCapacityChanged', data: { capacity } });
    }
  }
};

/** A class of a programme: planned once under its code, opened for students, given more places. */
export const programmeClass: Decider<ProgrammeClass, ClassCommand, ClassEvent, ClassRejection> = {
  category: 'class',
  initial: { status: 'unplanned' },

  decide: (state, command) => {
    if (state.status !== 'unplanned') return decidePlanned(state, command);
    return command.type === 'PlanClass'
      ? accept({ type: 'ClassPlanned', data: command.data })
      : reject({ code: 'CLASS_NOT_PLANNED' });
  },

  evolve: (state, event) => {
    if (event.type === 'ClassPlanned') return { status: 'planned', plan: event.data, capacity: event.data.capacity };
    if (state.status === 'unplanned') return state;
    switch (event.type) {
      case 'ClassOpened':
        return { ...state, status: 'open' };
      case 'ClassCapacityChanged':
        return { ...state, capacity: event.data.capacity };
    }
  },
};
