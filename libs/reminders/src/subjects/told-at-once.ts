import type { Instant } from '@kull/kernel';
import type { Occasion } from '../domain/occasion';
import type { Plan } from '../domain/plan';
import { validUntil } from './due-times';

/** Something that has just happened to one applicant. */
export interface News extends Pick<Occasion, 'subject' | 'about' | 'facts'> {
  readonly of: { readonly personId: string; readonly programme: { readonly code: string } };
  readonly at: Instant;
  /** From then on it says nothing new, if that is before the plan's own end. */
  readonly until?: Instant;
  /** Absent: it happens once. */
  readonly version?: string;
}

/** News are told when they happen, once, to whom they are about. */
export const toldAtOnce = (plan: Plan, { of, at, until, version = '1', ...news }: News): Occasion => ({
  ...news,
  recipient: { kind: 'person', personId: of.personId },
  step: 'ONCE',
  version,
  programmeCode: of.programme.code,
  dueAt: at,
  validUntil: validUntil(plan, at, until),
});
