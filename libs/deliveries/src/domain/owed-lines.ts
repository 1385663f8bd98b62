import { addDays, type Instant, instantInOslo, localDateInOslo } from '@kull/kernel';
import type { DeliverableCertificate, DueLine } from './deliverable';
import { dueLines } from './due-lines';
import { awaitsRepair, baseOf, type Feed, type SentLine } from './feed.state';

/** A line that the receiver rejected and that waits for somebody to mend it. */
export interface AwaitsRepair {
  readonly line: DueLine;
  readonly rejected: SentLine;
}

/** A revocation that the student may still comment on. */
export interface AwaitsComment {
  readonly line: DueLine;
  /** From this instant it may leave. */
  readonly until: Instant;
}

/** What is owed to the receiver, and what of it has to wait. */
export interface OwedLines {
  readonly due: readonly DueLine[];
  readonly awaitRepair: readonly AwaitsRepair[];
  readonly awaitComment: readonly AwaitsComment[];
}

/** The first instant of the day after the days to comment (domain.md 9.3). */
const commentUntil = ({ at }: DueLine, commentDays: number): Instant =>
  instantInOslo(addDays(localDateInOslo(at), commentDays + 1));

/**
 * What a delivery chooses from.
 * @param now the instant that times to comment are judged at. Absent: nothing waits, as in a run over a course folder
 */
export const owedLines = (feed: Feed, certificates: readonly DeliverableCertificate[], now?: Instant): OwedLines => {
  const due: DueLine[] = [];
  const awaitRepair: AwaitsRepair[] = [];
  const awaitComment: AwaitsComment[] = [];
  const before = (number: string, lineNo: number) => baseOf(feed, { number, lineNo });
  const { commentDays } = feed.terms;
  for (const line of dueLines(certificates, before)) {
    const { number, version, action, reasonCode } = line;
    const rejected = awaitsRepair(feed, { number, lineNo: line.line.lineNo, version });
    const until = commentUntil(line, commentDays);
    const mayComment = action === 'REVOKE' && reasonCode !== 'WRONG_PERSON' && commentDays > 0;
    if (rejected) awaitRepair.push({ line, rejected });
    else if (mayComment && now !== undefined && now < until) awaitComment.push({ line, until });
    else due.push(line);
  }
  return { due, awaitRepair, awaitComment };
};
