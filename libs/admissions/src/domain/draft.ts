import type { Sealed } from '@kull/event-store/contracts';
import {
  accept,
  type Decider,
  type Decision,
  type Instant,
  type LocalDate,
  localDateInOslo,
  nothing,
  reject,
} from '@kull/kernel';
import { maxAttachments } from './attachments';
import type {
  AskEmployer,
  AttachApplicationDocument,
  ConfirmEmployment,
  DraftCommand,
  DraftRejection,
  RemoveApplicationDocument,
  SendDraft,
} from './draft.commands';
import type { ApplicationDocumentAttached, ApplicationDraftSent, DraftEvent } from './draft.events';
import type { IntakeDefinition } from './intake-definition';

/** A document of an application that is there. */
export type DraftDocument = Pick<
  ApplicationDocumentAttached['data'],
  'documentHash' | 'kind' | 'mediaType' | 'attachedAt' | 'name' | 'size'
>;

/** A link that the leader was sent. */
export interface EmployerRequest {
  readonly request: number;
  readonly recipient: Sealed;
  readonly about: string;
  readonly askedAt: Instant;
  readonly validUntil: Instant;
  readonly isUsed: boolean;
}

/** What the leader said last. */
export interface Confirmation {
  readonly about: string;
  readonly confirmedBy: Sealed;
  readonly confirmedOn: LocalDate;
}

/** What one person has begun for one intake. */
export interface BegunDraft {
  readonly status: 'begun';
  readonly intake: string;
  readonly personId: string;
  /** Absent: only documents so far. */
  readonly saved?: { readonly fingerprint: string; readonly content: Sealed };
  readonly documents: readonly DraftDocument[];
  /** Of documents whose bytes have to be gone. */
  readonly formerDocuments: readonly string[];
  readonly requests: readonly EmployerRequest[];
  readonly confirmation?: Confirmation;
  /** Absent: not sent yet. */
  readonly sent?: Pick<ApplicationDraftSent['data'], 'applicationNo' | 'fingerprint' | 'about' | 'sentAt'>;
}

export type Draft = { readonly status: 'none' } | BegunDraft;

type DraftAnswer = Decision<DraftEvent, DraftRejection>;

/** So many links are sent for one application: whoever gets them cannot say no. */
export const maxEmployerLinks = 5;

/** A link is good for so long, and never longer than the intake is open: a later confirmation does not count. */
const LINK_MS = 14 * 86_400_000;

const refuse = (code: DraftRejection['code']): DraftAnswer => reject({ code });

/** Whether the intake takes applications then; its first and last instant included (I-01). */
export const isOpenAt = ({ opensAt, closesAt }: IntakeDefinition['window'], now: Instant): boolean =>
  opensAt <= now && now <= closesAt;

const validUntil = ({ closesAt }: IntakeDefinition['window'], now: Instant): Instant => {
  const end = new Date(Date.parse(now) + LINK_MS).toISOString();
  return end < closesAt ? end : closesAt;
};

const attach = (state: Draft, { window: _, now, ...data }: AttachApplicationDocument['data']): DraftAnswer => {
  const documents = state.status === 'none' ? [] : state.documents;
  const same = documents.find(({ documentHash }) => documentHash === data.documentHash);
  if (same?.kind === data.kind) return nothing;
  if (!same && documents.length >= maxAttachments) return refuse('TOO_MANY_DOCUMENTS');
  return accept({ type: 'ApplicationDocumentAttached', data: { ...data, attachedAt: now } });
};

const remove = (state: BegunDraft, { documentHash }: RemoveApplicationDocument['data']): DraftAnswer => {
  if (state.documents.some((one) => one.documentHash === documentHash))
    return accept({ type: 'ApplicationDocumentRemoved', data: { ...namesOf(state), documentHash } });
  return state.formerDocuments.includes(documentHash) ? nothing : refuse('DOCUMENT_UNKNOWN');
};

const askEmployer = (state: BegunDraft, { recipient, about, window, now }: AskEmployer['data']): DraftAnswer => {
  if (state.confirmation?.about === about) return refuse('ALREADY_CONFIRMED');
  if (state.requests.length >= maxEmployerLinks) return refuse('TOO_MANY_LINKS');
  const asked = { request: state.requests.length + 1, recipient, about, askedAt: now };
  const data = { ...namesOf(state), ...asked, validUntil: validUntil(window, now) };
  return accept({ type: 'EmployerConfirmationAsked', data });
};

/** Why a link is not good any more at that instant; undefined: it is. */
export const linkRefusal = (
  { requests }: Pick<BegunDraft, 'requests'>,
  number: number,
  now: Instant,
): 'LINK_UNKNOWN' | 'LINK_USED' | 'LINK_REPLACED' | 'LINK_EXPIRED' | undefined => {
  const link = requests.find(({ request }) => request === number);
  if (!link) return 'LINK_UNKNOWN';
  if (link.isUsed) return 'LINK_USED';
  if (number < requests.length) return 'LINK_REPLACED';
  return now <= link.validUntil ? undefined : 'LINK_EXPIRED';
};

const confirm = (state: BegunDraft, { request, about, confirmedBy, now }: ConfirmEmployment['data']): DraftAnswer => {
  const refused = linkRefusal(state, request, now);
  if (refused) return refuse(refused);
  if (state.requests.at(-1)!.about !== about) return refuse('POST_CHANGED');
  const confirmed = { request, about, confirmedBy, confirmedOn: localDateInOslo(now), confirmedAt: now };
  return accept({ type: 'EmploymentConfirmed', data: { ...namesOf(state), ...confirmed } });
};

const send = (state: BegunDraft, { window: _, now, ...data }: SendDraft['data']): DraftAnswer => {
  if (state.saved?.fingerprint !== data.fingerprint) return refuse('DRAFT_CHANGED');
  if (state.sent?.fingerprint === data.fingerprint) return nothing;
  return accept({ type: 'ApplicationDraftSent', data: { ...namesOf(state), ...data, sentAt: now } });
};

const namesOf = ({ intake, personId }: BegunDraft) => ({ intake, personId });

const decide = (state: Draft, command: DraftCommand): DraftAnswer => {
  if (command.type !== 'ConfirmEmployment' && !isOpenAt(command.data.window, command.data.now))
    return refuse('OUTSIDE_WINDOW');
  if (command.type === 'SaveApplicationDraft') {
    const { window: _, now: __, ...saved } = command.data;
    if (state.status === 'begun' && state.saved?.fingerprint === saved.fingerprint) return nothing;
    return accept({ type: 'ApplicationDraftSaved', data: saved });
  }
  if (command.type === 'AttachApplicationDocument') return attach(state, command.data);
  if (state.status === 'none') return refuse('DRAFT_UNKNOWN');
  switch (command.type) {
    case 'RemoveApplicationDocument':
      return remove(state, command.data);
    case 'AskEmployer':
      return askEmployer(state, command.data);
    case 'ConfirmEmployment':
      return confirm(state, command.data);
    case 'SendDraft':
      return send(state, command.data);
  }
};

const begunBy = ({ data: { intake, personId } }: DraftEvent): BegunDraft => ({
  status: 'begun',
  intake,
  personId,
  documents: [],
  formerDocuments: [],
  requests: [],
});

const without = (hashes: readonly string[], hash: string): readonly string[] => hashes.filter((one) => one !== hash);

const evolve = (before: Draft, event: DraftEvent): BegunDraft => {
  const state = before.status === 'none' ? begunBy(event) : before;
  switch (event.type) {
    case 'ApplicationDraftSaved': {
      const { fingerprint, content } = event.data;
      return { ...state, saved: { fingerprint, content } };
    }
    case 'ApplicationDocumentAttached': {
      const { intake: _, personId: __, ...document } = event.data;
      const others = state.documents.filter((one) => one.documentHash !== document.documentHash);
      const formerDocuments = without(state.formerDocuments, document.documentHash);
      return { ...state, documents: [...others, document], formerDocuments };
    }
    case 'ApplicationDocumentRemoved': {
      const { documentHash } = event.data;
      const documents = state.documents.filter((one) => one.documentHash !== documentHash);
      return { ...state, documents, formerDocuments: [...state.formerDocuments, documentHash] };
    }
    case 'EmployerConfirmationAsked': {
      const { request, recipient, about, askedAt, validUntil: until } = event.data;
      const link = { request, recipient, about, askedAt, validUntil: until, isUsed: false };
      return { ...state, requests: [...state.requests, link] };
    }
    case 'EmploymentConfirmed': {
      const { request, about, confirmedBy, confirmedOn } = event.data;
      const requests = state.requests.map((one) => (one.request === request ? { ...one, isUsed: true } : one));
      return { ...state, requests, confirmation: { about, confirmedBy, confirmedOn } };
    }
    case 'ApplicationDraftSent': {
      const { applicationNo, fingerprint, about, sentAt } = event.data;
      return { ...state, sent: { applicationNo, fingerprint, about, sentAt } };
    }
  }
};

/** One person's application to one intake: begun, documented, confirmed by their leader, sent. */
export const draft: Decider<Draft, DraftCommand, DraftEvent, DraftRejection> = {
  category: 'application-draft',
  initial: { status: 'none' },
  decide,
  evolve,
};
