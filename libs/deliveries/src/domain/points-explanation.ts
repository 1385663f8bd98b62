import {
  addDays,
  type Evidence,
  type Explanation,
  type LocalDate,
  localDateInOslo,
  type Requirement,
} from '@kull/kernel';
import type { ReconciledLine } from './reconciliation';

/** Who can do something about points that have not come. */
export type PointsActor = 'COURSE_ADMINISTRATOR' | 'SERVICE' | 'ASSOCIATION';

/** What they can do. */
export type PointsAction =
  | 'RUN_AWARDS'
  | 'ISSUE_CERTIFICATE'
  | 'DELIVER'
  | 'MEND_AND_DELIVER'
  | 'MEND_AND_REQUEUE'
  | 'SEND_RECEIPT'
  | 'POST_POINTS';

/** The way of the points after the award: met by its name, otherwise the code of what it waits for. */
export type PointsCode =
  | 'AWARD_RUN_DUE'
  | 'CERTIFICATE'
  | 'CERTIFICATE_NOT_ISSUED'
  | 'EXPORT'
  | 'EXPORT_DUE'
  | 'EXPORT_KEPT_OUT'
  | 'EXPORT_REJECTED'
  | 'RECEIPT'
  | 'RECEIPT_MISSING'
  | 'POSTED'
  | 'NOT_POSTED';

/**
 * Where the points are and what they wait for. `blocking`: the first requirement that is not met, and the only thing to
 * do now; absent exactly when the points are posted (peers.md W19).
 */
export interface PointsExplanation extends Explanation {
  readonly outcome: 'POSTED' | 'RECEIVED' | 'SENT' | 'DUE' | 'NOT_DUE' | 'NOT_AWARDED';
  readonly blocking?: Requirement;
}

/** A receiver should have answered this many days after a delivery, and posted as many days after its receipt. An assumption. */
export const ANSWER_DAYS = 14;

interface Next {
  readonly actor: PointsActor;
  readonly action: PointsAction;
  readonly dueAt: LocalDate;
}

const waiting = (code: PointsCode, evidence: readonly Evidence[], next?: Next): Requirement => ({
  code,
  status: 'waiting',
  evidence,
  ...next,
});

const met = (code: PointsCode, evidence: readonly Evidence[]): Requirement => ({ code, status: 'met', evidence });

const batchEvidence = (lines: readonly ReconciledLine[]): Evidence[] =>
  lines.flatMap(({ last }) => (last ? [{ record: 'BATCH', value: last.seq, at: last.sentAt }] : []));

const receiptEvidence = (lines: readonly ReconciledLine[]): Evidence[] =>
  lines.flatMap(({ last }) =>
    (last?.receipts ?? []).map(({ result, code, receivedAt }) => ({
      record: 'RECEIPT',
      value: code === undefined ? result : `${result} ${code}`,
      at: receivedAt,
    })),
  );

const certificateRequirement = (lines: readonly ReconciledLine[]): Requirement => {
  const missing = lines.find(({ number }) => number === undefined);
  if (missing) {
    const { deliverBy: dueAt } = missing;
    return waiting('CERTIFICATE_NOT_ISSUED', [], { actor: 'SERVICE', action: 'ISSUE_CERTIFICATE', dueAt });
  }
  const [first] = lines;
  return met('CERTIFICATE', [
    { record: 'CERTIFICATE', value: first?.number ?? '' },
    { record: 'VERSION', value: first?.version ?? 0 },
  ]);
};

/** A line that has something standing at the receiver, in whatever version. */
const hasLeft = ({ bucket }: ReconciledLine): boolean =>
  bucket !== 'NOT_DUE' && bucket !== 'DUE' && bucket !== 'REJECTED';

const exportRequirement = (lines: readonly ReconciledLine[]): Requirement => {
  const rejected = lines.find(({ bucket }) => bucket === 'REJECTED');
  if (rejected) {
    const { deliverBy: dueAt, rejectedAs } = rejected;
    const evidence = [...batchEvidence([rejected]), { record: 'REJECTED_AS', value: rejectedAs ?? '' }];
    return waiting('EXPORT_REJECTED', evidence, { actor: 'COURSE_ADMINISTRATOR', action: 'MEND_AND_REQUEUE', dueAt });
  }
  const due = lines.find((line) => !hasLeft(line));
  if (!due) return met('EXPORT', batchEvidence(lines));
  const { deliverBy: dueAt, keptOut, rejectedAs } = due;
  const evidence = rejectedAs === undefined ? [] : [{ record: 'REJECTED_AS', value: rejectedAs }];
  return keptOut.length > 0
    ? waiting(
        'EXPORT_KEPT_OUT',
        keptOut.map((value) => ({ record: 'KEPT_OUT_AS', value })),
        { actor: 'COURSE_ADMINISTRATOR', action: 'MEND_AND_DELIVER', dueAt },
      )
    : waiting('EXPORT_DUE', evidence, { actor: 'COURSE_ADMINISTRATOR', action: 'DELIVER', dueAt });
};

const dayAfter = (instant: string | undefined): LocalDate | undefined =>
  instant === undefined ? undefined : addDays(localDateInOslo(instant), ANSWER_DAYS);

const receiptRequirement = (lines: readonly ReconciledLine[]): Requirement => {
  const open = lines.find(({ received }) => !received);
  if (!open) return met('RECEIPT', receiptEvidence(lines));
  const dueAt = dayAfter(open.last?.sentAt);
  const next = dueAt && ({ actor: 'ASSOCIATION', action: 'SEND_RECEIPT', dueAt } as const);
  return waiting('RECEIPT_MISSING', batchEvidence([open]), next || undefined);
};

const postedRequirement = (lines: readonly ReconciledLine[]): Requirement => {
  const open = lines.find(({ posted }) => !posted);
  if (!open)
    return met(
      'POSTED',
      receiptEvidence(lines).filter(({ value }) => String(value).startsWith('POSTED')),
    );
  // A correction of what was received may have left since, and have no receipt yet.
  const received = receiptEvidence([open]);
  const dueAt = dayAfter(open.last?.receipts.at(-1)?.receivedAt ?? open.last?.sentAt);
  const next = dueAt && ({ actor: 'ASSOCIATION', action: 'POST_POINTS', dueAt } as const);
  return waiting('NOT_POSTED', received.length > 0 ? received : batchEvidence([open]), next || undefined);
};

/** After the award: certificate, delivery, receipt, posting. What stands behind something unmet waits for nobody yet. */
const afterAward = (lines: readonly ReconciledLine[]): Requirement[] => {
  const requirements = [
    certificateRequirement(lines),
    exportRequirement(lines),
    receiptRequirement(lines),
    postedRequirement(lines),
  ];
  const first = requirements.findIndex(({ status }) => status !== 'met');
  return requirements.map((requirement, i) => {
    if (first < 0 || i <= first) return requirement;
    const { code, status, evidence } = requirement;
    return { code, status, evidence };
  });
};

/** The way that points will go once they are awarded. */
const notYet: readonly Requirement[] = (
  ['CERTIFICATE_NOT_ISSUED', 'EXPORT_DUE', 'RECEIPT_MISSING', 'NOT_POSTED'] as const
).map((code) => waiting(code, []));

const awardRunDue = (dueAt: LocalDate): Requirement =>
  waiting('AWARD_RUN_DUE', [], { actor: 'COURSE_ADMINISTRATOR', action: 'RUN_AWARDS', dueAt });

const outcomeOf = (lines: readonly ReconciledLine[]): PointsExplanation['outcome'] => {
  if (lines.every(({ posted }) => posted)) return 'POSTED';
  if (lines.every(({ received }) => received)) return 'RECEIVED';
  if (lines.every(hasLeft)) return 'SENT';
  return lines.some(({ bucket }) => bucket === 'NOT_DUE') ? 'NOT_DUE' : 'DUE';
};

/**
 * "Why do I not have my points yet?" One tree: what the award asks for, then the way to the receiver.
 * @param award the explanation that credits gives
 * @param lines the student's reconciled lines that have points; none while nothing is awarded
 * @param reportBy the day by which points should be reported, where nothing says so otherwise
 */
export const explainPoints = (
  award: Explanation,
  lines: readonly ReconciledLine[],
  reportBy: LocalDate,
): PointsExplanation => {
  const { requirements, warnings } = award;
  const standing = lines.filter(({ points }) => points > 0);
  if (standing.length > 0) {
    const way = afterAward(standing);
    const blocking = way.find(({ status }) => status !== 'met');
    const all = [...requirements, ...way];
    return { outcome: outcomeOf(standing), requirements: all, warnings, ...(blocking && { blocking }) };
  }
  const open = requirements.find(({ status }) => status !== 'met');
  const run = open ? [] : [awardRunDue(reportBy)];
  const blocking = open ?? run[0]!;
  return {
    outcome: 'NOT_AWARDED',
    requirements: [...requirements, ...run, ...notYet],
    warnings,
    blocking,
  };
};
