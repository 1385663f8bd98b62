import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, Instant } from '@kull/kernel';

/** The student wants to know why a result is what it is. */
export type GradingReasonsAsked = DomainEvent<
  'GradingReasonsAsked',
  { readonly assessment: string; readonly askedAt: Instant }
>;

/** The student appeals a result. What comes of it is decided in the examination system, and reaches us as a correction. */
export type ResultAppealed = DomainEvent<
  'ResultAppealed',
  { readonly assessment: string; readonly appealedAt: Instant; readonly grounds: Sealed }
>;

/** The office has taken the appeal to where it is decided. */
export type ResultAppealHandled = DomainEvent<
  'ResultAppealHandled',
  { readonly assessment: string; readonly handledBy: string; readonly handledAt: Instant }
>;

export type GradingRequestEvent = GradingReasonsAsked | ResultAppealed | ResultAppealHandled;

/** The purpose under which the grounds are sealed. */
export const groundsPurpose = 'ResultAppealed.grounds';
