import {
  accept,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import { defaultPlans, type PlanTerms } from './default-plans';
import type { Subject } from './occasion';
import { urgentSubjects } from './subjects';

export type ReminderPlanSet = DomainEvent<'ReminderPlanSet', { readonly subject: Subject } & PlanTerms>;
/** From `at` on. What fell due before is never told. */
export type ReminderPlanSwitchedOn = DomainEvent<
  'ReminderPlanSwitchedOn',
  { readonly subject: Subject; readonly at: Instant }
>;
export type ReminderPlanSwitchedOff = DomainEvent<'ReminderPlanSwitchedOff', { readonly subject: Subject }>;
export type ReminderPlanEvent = ReminderPlanSet | ReminderPlanSwitchedOn | ReminderPlanSwitchedOff;

export type SetReminderPlan = Command<'SetReminderPlan', ReminderPlanSet['data']>;
export type SwitchReminderPlans = Command<
  'SwitchReminderPlans',
  { readonly subjects: readonly Subject[]; readonly on: boolean; readonly at: Instant }
>;
export type ReminderPlanCommand = SetReminderPlan | SwitchReminderPlans;

/**
 * - `TEXT_MESSAGE_NOT_FOR_SUBJECT`: only what cannot wait is told by text message.
 * - `STEPS_NOT_DISTINCT`: two steps of one plan have one name.
 */
export type ReminderPlanRejection = Rejection<'TEXT_MESSAGE_NOT_FOR_SUBJECT' | 'STEPS_NOT_DISTINCT'>;

interface Standing {
  readonly terms: PlanTerms;
  readonly onSince?: Instant;
}

/** The plans of one programme. A subject that is not in it was never set. */
export type ReminderPlans = ReadonlyMap<Subject, Standing>;

const same = (one: PlanTerms, other: PlanTerms): boolean =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));

const canonical = ({ steps, channels, validForHours, collected, mayBeDeclined }: PlanTerms) => [
  steps.map(({ step, daysBefore, at }) => [step, daysBefore, at]),
  [...channels].sort(),
  validForHours,
  collected,
  mayBeDeclined,
];

/** What is told in one programme, and since when. */
export const reminderPlan: Decider<ReminderPlans, ReminderPlanCommand, ReminderPlanEvent, ReminderPlanRejection> = {
  category: 'reminder-plan',
  initial: new Map(),

  decide: (plans, command) => {
    switch (command.type) {
      case 'SetReminderPlan': {
        const { subject, ...terms } = command.data;
        if (terms.channels.includes('TEXT_MESSAGE') && !urgentSubjects.has(subject)) {
          return reject({ code: 'TEXT_MESSAGE_NOT_FOR_SUBJECT' });
        }
        if (new Set(terms.steps.map(({ step }) => step)).size < terms.steps.length) {
          return reject({ code: 'STEPS_NOT_DISTINCT' });
        }
        const before = plans.get(subject);
        return before && same(before.terms, terms) ? nothing : accept({ type: 'ReminderPlanSet', data: command.data });
      }
      case 'SwitchReminderPlans': {
        const { subjects, on, at } = command.data;
        const changed = subjects.filter((subject) => (plans.get(subject)?.onSince !== undefined) !== on);
        if (!on)
          return accept(...changed.map((subject) => ({ type: 'ReminderPlanSwitchedOff', data: { subject } }) as const));
        // What is switched on is written down, so that it stays as it was when the defaults change.
        const set = changed.filter((subject) => !plans.has(subject));
        return accept<ReminderPlanEvent>(
          ...set.map((subject) => ({ type: 'ReminderPlanSet', data: { subject, ...defaultPlans[subject] } }) as const),
          ...changed.map((subject) => ({ type: 'ReminderPlanSwitchedOn', data: { subject, at } }) as const),
        );
      }
    }
  },

  evolve: (plans, event) => {
    const { subject } = event.data;
    switch (event.type) {
      case 'ReminderPlanSet': {
        const { subject: _, ...terms } = event.data;
        return new Map(plans).set(subject, { ...plans.get(subject), terms });
      }
      case 'ReminderPlanSwitchedOn':
        return new Map(plans).set(subject, { ...plans.get(subject)!, onSince: event.data.at });
      case 'ReminderPlanSwitchedOff':
        return new Map(plans).set(subject, { terms: plans.get(subject)!.terms });
    }
  },
};
