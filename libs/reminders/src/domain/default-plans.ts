import type { Subject } from './occasion';
import type { Plan, PlanStep } from './plan';

/** What a plan says, wherever and whether or not it is on. */
export type PlanTerms = Omit<Plan, 'programmeCode' | 'subject' | 'onSince'>;

const MORNING = '09:00:00';
const once: readonly PlanStep[] = [{ step: 'ONCE', daysBefore: 0, at: MORNING }];
const before = (...days: readonly number[]): readonly PlanStep[] =>
  days.map((daysBefore) => ({ step: `P${daysBefore}D`, daysBefore, at: MORNING }));

const letter = { channels: ['MAIL'], collected: false, mayBeDeclined: false } as const;
/** What is owed to the recipient: said at once, and nobody may decline it. */
const notice: PlanTerms = { ...letter, steps: once, validForHours: 7 * 24 };
/** Dated by the award, which may be judged weeks after the completion; until the points have to be reported it is news. */
const certificate: PlanTerms = { ...notice, validForHours: 30 * 24 };
/** A piece of work for somebody of the house: collected, once a day. */
const task: PlanTerms = { ...letter, steps: once, validForHours: 3 * 24, collected: true };

/** What an administrator switches on; each can be set otherwise. Gatherings: as `gatheringReminders` of teaching. */
export const defaultPlans: Readonly<Record<Subject, PlanTerms>> = {
  DRAFT_NOT_SENT: { ...letter, steps: before(7, 2), validForHours: 24, mayBeDeclined: true },
  DOCUMENT_MISSING: { ...letter, steps: before(7, 2), validForHours: 24 },
  OFFER_REPLY_DEADLINE: {
    ...letter,
    steps: [...before(7, 2), { step: 'LAST_MORNING', daysBefore: 0, at: '08:00:00' }],
    validForHours: 12,
  },
  GATHERING: { ...letter, steps: before(14, 2), validForHours: 24, mayBeDeclined: true },
  GATHERING_CHANGED: { ...notice, validForHours: 3 * 24 },
  // From the day after the session on.
  REGISTER_OPEN: { ...task, steps: [...once, { step: 'AFTER_7D', daysBefore: -7, at: MORNING }] },
  ATTENDANCE_AT_RISK: { ...letter, steps: once, validForHours: 3 * 24, collected: true },
  // By the last day to report the points, thirty days after completion.
  HPR_NUMBER_OPEN: { ...letter, steps: before(28, 21, 14, 7, 3), validForHours: 3 * 24, collected: true },
  GRADING_DEADLINE: { ...task, steps: before(7, 1), validForHours: 24 },
  CERTIFICATE_ISSUED: certificate,
  CERTIFICATE_REPLACED: certificate,
  CERTIFICATE_REVOKED: certificate,
  DELIVERY_OVERDUE: task,
  LINES_REJECTED: task,
  OFFER_MADE: notice,
  DECISION_MADE: notice,
  APPEAL_DECIDED: notice,
  APPLICATION_RECEIVED: notice,
};
