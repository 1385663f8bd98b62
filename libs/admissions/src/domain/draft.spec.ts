import { describe, expect, it } from '@jest/globals';
import { given } from '@kull/kernel/given';
import { maxAttachments } from './attachments';
import { draft, linkRefusal, maxEmployerLinks } from './draft';
import type { DraftCommand } from './draft.commands';
import type {
  ApplicationDocumentAttached,
  ApplicationDraftSaved,
  ApplicationDraftSent,
  EmployerConfirmationAsked,
  EmploymentConfirmed,
} from './draft.events';

const names = { intake: 'NLP-2026', personId: 'per_1' };
const content = { person: 'per_1', sealed: 'AQIDBA==' };
const data = { ...names, fingerprint: 'f'.repeat(64), content };
const window = { opensAt: '2026-02-28T23:00:00.000Z', closesAt: '2026-03-31T21:59:59.000Z' };
const now = '2026-03-10T10:00:00.000Z';
const open = { window, now };
const saved: ApplicationDraftSaved = { type: 'ApplicationDraftSaved', data };
const save = (at: string, over: object = {}): DraftCommand => ({
  type: 'SaveApplicationDraft',
  data: { ...data, ...over, window, now: at },
});
const [post, otherPost] = ['a'.repeat(64), 'b'.repeat(64)];

describe('a draft of an application', () => {
  it('is saved while the intake is open, its first and last instant included', () => {
    given(draft)().when(save(window.opensAt)).then(saved);
    given(draft)().when(save(window.closesAt)).then(saved);
  });

  it('is refused before and after', () => {
    given(draft)().when(save('2026-02-28T22:59:59.999Z')).rejectedAs({ code: 'OUTSIDE_WINDOW' });
    given(draft)(saved).when(save('2026-03-31T21:59:59.001Z')).rejectedAs({ code: 'OUTSIDE_WINDOW' });
  });

  it('changes when it says something else', () => {
    given(draft)(saved).when(save(now)).thenNothing();
    const fingerprint = '0'.repeat(64);
    given(draft)(saved)
      .when(save(now, { fingerprint }))
      .then({ type: 'ApplicationDraftSaved', data: { ...data, fingerprint } });
  });
});

const document = { documentHash: '1'.repeat(64), kind: 'DIPLOMA', mediaType: 'application/pdf' } as const;
const attached = (over: Partial<typeof document> = {}): ApplicationDocumentAttached => ({
  type: 'ApplicationDocumentAttached',
  data: { ...names, ...document, ...over, attachedAt: now },
});
const attach = (over: object = {}): DraftCommand => ({
  type: 'AttachApplicationDocument',
  data: { ...names, ...document, ...over, ...open },
});

describe('a document', () => {
  it('is attached, before anything is filled in too, and once', () => {
    given(draft)().when(attach()).then(attached());
    given(draft)(attached()).when(attach()).thenNothing();
    const other = { kind: 'OTHER' } as const;
    given(draft)(attached())
      .when(attach(other))
      .then(attached(other as never));
  });

  it('is removed, once, and may come back', () => {
    const { documentHash } = document;
    const remove: DraftCommand = { type: 'RemoveApplicationDocument', data: { documentHash, ...open } };
    const removed = { type: 'ApplicationDocumentRemoved', data: { ...names, documentHash } } as const;
    given(draft)(attached()).when(remove).then(removed);
    given(draft)(attached(), removed).when(remove).thenNothing();
    given(draft)(attached(), removed).when(attach()).then(attached());
    given(draft)(saved).when(remove).rejectedAs({ code: 'DOCUMENT_UNKNOWN' });
  });

  it('is one of ten', () => {
    const ten = Array.from({ length: maxAttachments }, (_, at) =>
      attached({ documentHash: String(at).repeat(64) as never }),
    );
    given(draft)(...ten)
      .when(attach({ documentHash: 'e'.repeat(64) }))
      .rejectedAs({ code: 'TOO_MANY_DOCUMENTS' });
  });
});

const asked = (request = 1, over: object = {}): EmployerConfirmationAsked => ({
  type: 'EmployerConfirmationAsked',
  data: {
    ...names,
    request,
    recipient: content,
    about: post,
    validUntil: '2026-03-24T10:00:00.000Z',
    askedAt: now,
    ...over,
  },
});
const ask = (over: object = {}): DraftCommand => ({
  type: 'AskEmployer',
  data: { recipient: content, about: post, ...open, ...over },
});
const confirm = (request: number, over: object = {}): DraftCommand => ({
  type: 'ConfirmEmployment',
  data: { request, about: post, confirmedBy: content, now, ...over },
});
const confirmed = (request = 1): EmploymentConfirmed => ({
  type: 'EmploymentConfirmed',
  data: { ...names, request, about: post, confirmedBy: content, confirmedOn: '2026-03-10', confirmedAt: now },
});

describe('the link of the leader', () => {
  it('is good for two weeks, and no longer than the intake is open', () => {
    given(draft)(saved).when(ask()).then(asked());
    const late = '2026-03-30T10:00:00.000Z';
    given(draft)(saved)
      .when(ask({ now: late }))
      .then(asked(1, { askedAt: late, validUntil: window.closesAt }));
  });

  it('confirms once, the post that it is about', () => {
    given(draft)(saved, asked()).when(confirm(1)).then(confirmed());
    given(draft)(saved, asked(), confirmed()).when(confirm(1)).rejectedAs({ code: 'LINK_USED' });
    given(draft)(saved, asked())
      .when(confirm(1, { about: otherPost }))
      .rejectedAs({ code: 'POST_CHANGED' });
  });

  it('is refused when it is replaced, expired or none', () => {
    given(draft)(saved, asked(), asked(2)).when(confirm(1)).rejectedAs({ code: 'LINK_REPLACED' });
    given(draft)(saved, asked())
      .when(confirm(1, { now: '2026-03-24T10:00:00.001Z' }))
      .rejectedAs({ code: 'LINK_EXPIRED' });
    given(draft)(saved, asked()).when(confirm(2)).rejectedAs({ code: 'LINK_UNKNOWN' });
    given(draft)().when(confirm(1)).rejectedAs({ code: 'DRAFT_UNKNOWN' });
    expect(linkRefusal({ requests: [] }, 1, now)).toBe('LINK_UNKNOWN');
  });

  it('is not asked for when the post is confirmed, and again when it is another post', () => {
    given(draft)(saved, asked(), confirmed()).when(ask()).rejectedAs({ code: 'ALREADY_CONFIRMED' });
    given(draft)(saved, asked(), confirmed())
      .when(ask({ about: otherPost }))
      .then(asked(2, { about: otherPost }));
  });

  it('goes out five times at most', () => {
    const five = Array.from({ length: maxEmployerLinks }, (_, at) => asked(at + 1));
    given(draft)(saved, ...five)
      .when(ask())
      .rejectedAs({ code: 'TOO_MANY_LINKS' });
  });
});

describe('sending', () => {
  const told = { applicationNo: 'K-1', fingerprint: data.fingerprint, about: post };
  const send = (over: object = {}): DraftCommand => ({ type: 'SendDraft', data: { ...told, ...open, ...over } });
  const sent: ApplicationDraftSent = { type: 'ApplicationDraftSent', data: { ...names, ...told, sentAt: now } };

  it('is of what was seen, while the intake is open, and once', () => {
    given(draft)(saved).when(send()).then(sent);
    given(draft)(saved, sent).when(send()).thenNothing();
    given(draft)(saved)
      .when(send({ fingerprint: '0'.repeat(64) }))
      .rejectedAs({ code: 'DRAFT_CHANGED' });
    given(draft)(saved)
      .when(send({ now: '2026-03-31T21:59:59.001Z' }))
      .rejectedAs({ code: 'OUTSIDE_WINDOW' });
    given(draft)().when(send()).rejectedAs({ code: 'DRAFT_UNKNOWN' });
  });
});
