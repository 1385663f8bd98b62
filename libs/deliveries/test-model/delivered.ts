import { fold, isRejected, uuidOf } from '@kull/kernel';
import { batchName } from '../src/domain/batch-file';
import type { DeliverableCertificate } from '../src/domain/deliverable';
import { feed } from '../src/domain/feed';
import type { Batch, FeedEvent } from '../src/domain/feed.events';
import { owedLines } from '../src/domain/owed-lines';
import { type Candidate, createdAtOf, type PreparedBatch, prepareBatch } from '../src/domain/prepare-batch';
import type { RegisteredApproval } from '../src/domain/validation';
import { approval, registerEntry } from './certificates';

/** Whose number is under which seal, in tests. */
const holders: Readonly<Record<string, string>> = { AAAA: '9144900', AAAB: '9144900', AAAC: '9144889' };

/** What the command does around the domain, on made-up persons and keys. */
export const delivered = (
  history: readonly FeedEvent[],
  certificates: readonly DeliverableCertificate[],
  registered: RegisteredApproval = approval,
): { readonly events: FeedEvent[]; readonly prepared: PreparedBatch; readonly batch?: Batch } => {
  const state = fold(feed, history);
  const { due } = owedLines(state, certificates);
  const candidates = due.map((line): Candidate => {
    const hprNumber = `${holders[line.statement.holder.sealed] ?? '9144900'}${line.statement.studentNo.slice(1)}`;
    const key = [hprNumber, line.statement.approvalId, line.line.specialty, line.line.category].join('/');
    return {
      record: {
        ...line,
        holder: { familyName: 'Testesen', givenNames: 'Kari', birthDate: '1980-01-15', hprNumber },
        verificationUrl: `https://kull.example.no/v/${line.number}`,
      },
      matchKey: key,
      fixedKey: `${key}/${line.statement.completionDate}/${line.line.purpose}`,
      currentVersion: certificates.find(({ number }) => number === line.number)!.versions.at(-1)!.version,
      registerEntry,
      approval: registered,
    };
  });
  const prepared = prepareBatch(state, candidates);
  const createdAt = createdAtOf(prepared.records);
  const seq = state.seq + 1;
  const batch: Batch | undefined =
    createdAt === undefined
      ? undefined
      : {
          batchId: uuidOf('batch', seq),
          seq,
          previousBatchId: state.lastBatchId,
          classId: 'cls_1',
          classCode: 'NLA-2022V-1',
          organiserOrgNumber: '971228865',
          recipientOrgNumber: '960474341',
          createdAt,
          lines: prepared.lines,
        };
  const { rejected, warnings } = prepared;
  const decision = feed.decide(
    state,
    batch
      ? {
          type: 'ReleaseBatch',
          data: {
            batch,
            warnings,
            rejected,
            approvedBy: 'admin-1',
            files: {
              fileName: `${batchName(batch)}.csv`,
              fileSha256: 'a'.repeat(64),
              manifestName: `${batchName(batch)}.manifest.json`,
              manifestSha256: 'b'.repeat(64),
            },
          },
        }
      : { type: 'KeepOut', data: { rejected } },
  );
  if (isRejected(decision)) throw new Error(decision.rejected.code);
  return { events: [...history, ...decision.events], prepared, batch };
};
