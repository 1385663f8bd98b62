import { accept, type Decision, nothing, reject } from '@kull/kernel';
import type { ApplicationRejection, DisqualifyAssessor, LiftDisqualification } from './application.commands';
import type { ApplicationEvent } from './application.events';
import type { DecidedApplication, JudgedApplication, Received } from './application.state';

/** Why somebody is partial to an applicant (forvaltningsloven § 6). */
export const partialityGrounds = ['CLOSE_RELATION', 'SAME_EMPLOYER', 'OTHER'] as const;
export type PartialityGround = (typeof partialityGrounds)[number];

/** An assessor who takes no part in an application. */
export interface Disqualification {
  readonly assessor: string;
  readonly ground: PartialityGround;
  /** Keyed, of the explanation: the same again changes nothing. */
  readonly fingerprint: string;
}

type Known = Received | JudgedApplication | DecidedApplication;
type Answer = Decision<ApplicationEvent, ApplicationRejection>;

const refuse = (code: 'OFFERS_MADE' | 'NOT_DISQUALIFIED' | 'OWN_IMPARTIALITY'): Answer => reject({ code });

const namesOf = ({ submitted: { intake, applicationNo, personId } }: Known) => ({ intake, applicationNo, personId });

/** From the first offer on, what was judged by does not change any more: what was decided wrongly is appealed. */
const isSettled = (state: Known): boolean =>
  state.status === 'decided' || (state.status === 'judged' && state.offers.length > 0);

export const disqualifiedFor = ({ disqualified }: Pick<Received, 'disqualified'>, assessor: string): boolean =>
  disqualified.some((one) => one.assessor === assessor);

/** Somebody is partial, as they say themselves or the office knows. Said anew, the latest ground counts. */
export const disqualify = (state: Known, { data }: DisqualifyAssessor): Answer => {
  const before = state.disqualified.find(({ assessor }) => assessor === data.assessor);
  if (before?.ground === data.ground && before.fingerprint === data.fingerprint) return nothing;
  if (isSettled(state)) return refuse('OFFERS_MADE');
  return accept({ type: 'AssessorDisqualified', data: { ...namesOf(state), ...data } });
};

/** Taken back by somebody else than whom it is about: nobody judges their own impartiality. */
export const liftDisqualification = (
  state: Known,
  { data: { assessor, reason, by } }: LiftDisqualification,
): Answer => {
  if (!disqualifiedFor(state, assessor)) return refuse('NOT_DISQUALIFIED');
  if (by === assessor) return refuse('OWN_IMPARTIALITY');
  if (isSettled(state)) return refuse('OFFERS_MADE');
  return accept({ type: 'DisqualificationLifted', data: { ...namesOf(state), assessor, reason } });
};

/** Who is disqualified after the event. */
export const disqualifiedAfter = (
  before: readonly Disqualification[],
  event: ApplicationEvent,
): readonly Disqualification[] => {
  if (event.type !== 'AssessorDisqualified' && event.type !== 'DisqualificationLifted') return before;
  const others = before.filter(({ assessor }) => assessor !== event.data.assessor);
  if (event.type === 'DisqualificationLifted') return others;
  const { assessor, ground, fingerprint } = event.data;
  return [...others, { assessor, ground, fingerprint }];
};
