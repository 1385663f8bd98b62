import { fold } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import { certificate, issued, revoked } from '../../test-model/certificates';
import { delivered } from '../../test-model/delivered';
import { exportDraft, lowers } from './draft';
import type { Draft, DraftEvent } from './draft.events';
import { feed } from './feed';
import { owedLines } from './owed-lines';

const draft = (over: Partial<Draft> = {}): Draft => ({
  draftId: 'd1',
  organiserOrgNumber: '971228865',
  recipientOrgNumber: '960474341',
  preparedBy: 'admin-1',
  twoPeople: false,
  lines: [{ number: 'A', lineNo: 1, version: 1, action: 'ADD', points: 60, matchKey: 'm', fixedKey: 'f' }],
  warnings: [],
  rejected: [],
  waiting: [],
  ...over,
});
const prepared = (over: Partial<Draft> = {}): DraftEvent => ({ type: 'ExportDraftPrepared', data: draft(over) });
const approved: DraftEvent = { type: 'ExportDraftApproved', data: { draftId: 'd1', approvedBy: 'admin-2' } };
const abandoned: DraftEvent = { type: 'ExportDraftAbandoned', data: { draftId: 'd1' } };
const approve = (approvedBy: string) => ({ type: 'ApproveDraft', data: { approvedBy } }) as const;
const close = { type: 'CloseDraft', data: { batchId: 'b1', seq: 1 } } as const;
const abandon = { type: 'AbandonDraft', data: {} } as const;

describe('a draft', () => {
  it('is released after a person approved it, not before', () => {
    given(exportDraft)(prepared()).when(close).rejectedAs({ code: 'DRAFT_NOT_APPROVED' });
    given(exportDraft)(prepared(), approved)
      .when(close)
      .then({ type: 'ExportDraftReleased', data: { draftId: 'd1', batchId: 'b1', seq: 1 } });
  });

  it('that takes points away needs somebody else than who prepared it', () => {
    given(exportDraft)(prepared({ twoPeople: true }))
      .when(approve('admin-1'))
      .rejectedAs({ code: 'SECOND_APPROVER_REQUIRED' });
    given(exportDraft)(prepared({ twoPeople: true }))
      .when(approve('admin-2'))
      .then(approved);
    given(exportDraft)(prepared())
      .when(approve('admin-1'))
      .then({ type: 'ExportDraftApproved', data: { draftId: 'd1', approvedBy: 'admin-1' } });
  });

  it('is approved once, and given up without a trace in the numbers', () => {
    given(exportDraft)(prepared(), approved).when(approve('admin-3')).thenNothing();
    given(exportDraft)(prepared(), approved).when(abandon).then(abandoned);
    given(exportDraft)(prepared(), abandoned).when(abandon).thenNothing();
    given(exportDraft)(prepared(), abandoned).when(close).rejectedAs({ code: 'DRAFT_CLOSED' });
    given(exportDraft)().when(abandon).rejectedAs({ code: 'DRAFT_UNKNOWN' });
  });

  it('lowers when it revokes, or corrects to fewer points', () => {
    const line = draft().lines[0]!;
    expect(lowers([line], () => undefined)).toBe(false);
    expect(lowers([{ ...line, action: 'REVOKE', points: 0 }], () => 60)).toBe(true);
    expect(lowers([{ ...line, action: 'CORRECT' }], () => 60)).toBe(false);
    expect(lowers([{ ...line, action: 'CORRECT', points: 50 }], () => 60)).toBe(true);
  });
});

describe('a revocation', () => {
  const { events } = delivered([], [certificate('A', issued(1))]);
  const owed = (now?: string, over: object = {}, terms: readonly Parameters<typeof feed.evolve>[1][] = []) => {
    const state = fold(feed, [...events, ...terms]);
    const { due, awaitComment } = owedLines(state, [certificate('A', issued(1), revoked(2, over))], now);
    return [due.length, awaitComment.map(({ until }) => until)];
  };

  it('leaves once the student has had two weeks to comment', () => {
    expect(owed('2022-06-21T10:00:00.000Z')).toEqual([0, ['2022-07-05T22:00:00.000Z']]);
    expect(owed('2022-07-05T21:59:59.999Z')).toEqual([0, ['2022-07-05T22:00:00.000Z']]);
    expect(owed('2022-07-05T22:00:00.000Z')).toEqual([1, []]);
  });

  it('of a certificate for the wrong person waits for nothing, nor does a run over a course folder', () => {
    expect(owed('2022-06-21T10:00:00.000Z', { reasonCode: 'WRONG_PERSON' })).toEqual([1, []]);
    expect(owed()).toEqual([1, []]);
  });

  it('waits as long as the terms of the feed say', () => {
    const set = (commentDays: number) => [
      { type: 'FeedTermsSet', data: { commentDays, approval: 'ALWAYS_TWO' } } as const,
    ];
    expect(owed('2022-06-21T10:00:00.000Z', {}, set(0))).toEqual([1, []]);
    expect(owed('2022-07-06T10:00:00.000Z', {}, set(21))).toEqual([0, ['2022-07-12T22:00:00.000Z']]);
  });
});
