import { accept, type Command, type Decider, type Decision, nothing, type Rejection, reject } from '@kull/kernel';
import type { Draft, DraftEvent } from './draft.events';

/** Where a draft is on its way to becoming a batch. */
export type DraftState =
  | { readonly status: 'none' }
  | { readonly status: 'prepared'; readonly draft: Draft }
  | { readonly status: 'approved'; readonly draft: Draft; readonly approvedBy: string }
  | { readonly status: 'abandoned'; readonly draft: Draft }
  | { readonly status: 'released'; readonly draft: Draft; readonly batchId: string };

export type PrepareDraft = Command<'PrepareDraft', Draft>;
export type ApproveDraft = Command<'ApproveDraft', { readonly approvedBy: string }>;
export type AbandonDraft = Command<'AbandonDraft'>;
/** The batch that it becomes is frozen in the same transaction. */
export type CloseDraft = Command<'CloseDraft', { readonly batchId: string; readonly seq: number }>;

export type DraftCommand = PrepareDraft | ApproveDraft | AbandonDraft | CloseDraft;

/**
 * - `SECOND_APPROVER_REQUIRED`: who prepared it cannot approve it (I-51).
 * - `DRAFT_NOT_APPROVED`: nothing leaves before a person has looked at it.
 * - `DRAFT_CLOSED`: it was released or abandoned.
 */
export type DraftRejection = Rejection<
  'DRAFT_UNKNOWN' | 'SECOND_APPROVER_REQUIRED' | 'DRAFT_NOT_APPROVED' | 'DRAFT_CLOSED'
>;

type Decided = Decision<DraftEvent, DraftRejection>;

const approve = (state: DraftState, { approvedBy }: ApproveDraft['data']): Decided => {
  switch (state.status) {
    case 'none':
      return reject({ code: 'DRAFT_UNKNOWN' });
    case 'prepared': {
      const { draftId, twoPeople, preparedBy } = state.draft;
      return twoPeople && approvedBy === preparedBy
        ? reject({ code: 'SECOND_APPROVER_REQUIRED' })
        : accept({ type: 'ExportDraftApproved', data: { draftId, approvedBy } });
    }
    case 'approved':
      return nothing;
    case 'abandoned':
    case 'released':
      return reject({ code: 'DRAFT_CLOSED' });
  }
};

const abandon = (state: DraftState): Decided => {
  switch (state.status) {
    case 'none':
      return reject({ code: 'DRAFT_UNKNOWN' });
    case 'prepared':
    case 'approved':
      return accept({ type: 'ExportDraftAbandoned', data: { draftId: state.draft.draftId } });
    case 'abandoned':
      return nothing;
    case 'released':
      return reject({ code: 'DRAFT_CLOSED' });
  }
};

const close = (state: DraftState, { batchId, seq }: CloseDraft['data']): Decided => {
  switch (state.status) {
    case 'none':
      return reject({ code: 'DRAFT_UNKNOWN' });
    case 'prepared':
      return reject({ code: 'DRAFT_NOT_APPROVED' });
    case 'approved':
      return accept({ type: 'ExportDraftReleased', data: { draftId: state.draft.draftId, batchId, seq } });
    case 'abandoned':
    case 'released':
      return reject({ code: 'DRAFT_CLOSED' });
  }
};

const decide = (state: DraftState, command: DraftCommand): Decided => {
  switch (command.type) {
    case 'PrepareDraft':
      return state.status === 'none' ? accept({ type: 'ExportDraftPrepared', data: command.data }) : nothing;
    case 'ApproveDraft':
      return approve(state, command.data);
    case 'AbandonDraft':
      return abandon(state);
    case 'CloseDraft':
      return close(state, command.data);
  }
};

const evolve = (state: DraftState, { type, data }: DraftEvent): DraftState => {
  if (type === 'ExportDraftPrepared') return { status: 'prepared', draft: data };
  if (state.status === 'none') return state;
  const { draft } = state;
  switch (type) {
    case 'ExportDraftApproved':
      return { status: 'approved', draft, approvedBy: data.approvedBy };
    case 'ExportDraftAbandoned':
      return { status: 'abandoned', draft };
    case 'ExportDraftReleased':
      return { status: 'released', draft, batchId: data.batchId };
  }
};

/** Prepare, approve, release: three acts, and between them a person who looks. */
export const exportDraft: Decider<DraftState, DraftCommand, DraftEvent, DraftRejection> = {
  category: 'export-draft',
  initial: { status: 'none' },
  decide,
  evolve,
};

/** Whether what leaves takes course points away from somebody: every REVOKE, and a CORRECT with fewer points (I-51). */
export const lowers = (
  lines: readonly Omit<Draft['lines'][number], 'classId'>[],
  pointsBefore: (line: Omit<Draft['lines'][number], 'classId'>) => number | undefined,
): boolean => lines.some((line) => line.action === 'REVOKE' || (pointsBefore(line) ?? line.points) > line.points);
