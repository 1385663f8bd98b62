import type { Subject } from '../../domain/occasion';
import type { Plan, PlanStep } from '../../domain/plan';

/** A plan that is on, with letters so many days before. */
export const planWith = (programmeCode: string, subject: Subject, ...steps: readonly PlanStep[]): Plan => ({
  programmeCode,
  subject,
  steps,
  channels: ['MAIL'],
  validForHours: 48,
  collected: false,
  mayBeDeclined: false,
  onSince: '2020-01-01T00:00:00.000Z',
});

/** `P7D` at nine in the morning. */
export const daysBefore = (days: number): PlanStep => ({ step: `P${days}D`, daysBefore: days, at: '09:00:00' });

/** On the day itself, at that time. */
export const onTheDay = (at: string, step = 'ONCE'): PlanStep => ({ step, daysBefore: 0, at });
