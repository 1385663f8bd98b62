import type { Sealed } from '@kull/event-store/contracts';
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
import type { IntakeDefinition } from './intake-definition';

/** Somebody has begun an application and not sent it, or changed what they had begun. Saved when it happened. */
export type ApplicationDraftSaved = DomainEvent<
  'ApplicationDraftSaved',
  {
    readonly intake: string;
    readonly personId: string;
    /** Keyed, of all that was saved: the same again changes nothing. */
    readonly fingerprint: string;
    /** The answers so far, under the person's key. */
    readonly content: Sealed;
  }
>;

export type SaveApplicationDraft = Command<
  'SaveApplicationDraft',
  ApplicationDraftSaved['data'] & { readonly window: IntakeDefinition['window']; readonly now: Instant }
>;

/** `OUTSIDE_WINDOW`: the intake has not opened yet, or has closed: nothing that is begun could be sent (I-01). */
export type DraftRejection = Rejection<'OUTSIDE_WINDOW'>;

export type Draft = { readonly status: 'none' } | { readonly status: 'saved'; readonly fingerprint: string };

/** Whether the intake takes applications then; its first and last instant included (I-01). */
export const isOpenAt = ({ opensAt, closesAt }: IntakeDefinition['window'], now: Instant): boolean =>
  opensAt <= now && now <= closesAt;

/** One person's application to one intake, before it is sent. */
export const draft: Decider<Draft, SaveApplicationDraft, ApplicationDraftSaved, DraftRejection> = {
  category: 'application-draft',
  initial: { status: 'none' },

  decide: (state, { data: { window, now, ...saved } }) => {
    if (!isOpenAt(window, now)) return reject({ code: 'OUTSIDE_WINDOW' });
    if (state.status === 'saved' && state.fingerprint === saved.fingerprint) return nothing;
    return accept({ type: 'ApplicationDraftSaved', data: saved });
  },

  evolve: (_, { data: { fingerprint } }) => ({ status: 'saved', fingerprint }),
};
