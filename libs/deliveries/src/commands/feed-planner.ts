import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { ClassDirectory, type ClassPlan } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import type { DeliverableCertificate, DueLine } from '../domain/deliverable';
import { feed, feedId } from '../domain/feed';
import type { Feed } from '../domain/feed.state';
import { type OwedLines, owedLines } from '../domain/owed-lines';
import { type PreparedBatch, prepareBatch } from '../domain/prepare-batch';
import type { RegisteredApproval } from '../domain/validation';
import { DeliverableQueries } from '../read-models/deliverable.query';
import { Candidates } from './candidates';
import { registeredApproval } from './registered-approval';

/** From whom to whom, and of which classes. */
export interface FeedScope {
  readonly organiserOrgNumber: string;
  readonly recipientOrgNumber: string;
  readonly classIds: readonly string[];
}

/** What a batch would be, on the feed as it is now. */
export interface FeedPlan {
  readonly id: string;
  readonly state: Feed;
  readonly version: number;
  readonly certificates: readonly DeliverableCertificate[];
  readonly classes: ReadonlyMap<string, ClassPlan>;
  readonly owed: OwedLines;
  readonly prepared: PreparedBatch;
}

/** Works out what a batch of a feed would carry; stores nothing. */
@Injectable()
export class FeedPlanner {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly certificates: DeliverableQueries,
    private readonly candidates: Candidates,
  ) {}

  /**
   * @param now when the batch is made: times to comment are waited for. Absent: it is dated by what it carries, and waits for nothing
   * @param chosen the lines that it is about; by default everything that is due
   * @param as the certificates as they would be; by default as they are
   */
  async plan(
    scope: FeedScope,
    now?: Instant,
    chosen?: (line: DueLine) => boolean,
    as: (certificates: readonly DeliverableCertificate[]) => readonly DeliverableCertificate[] = (same) => same,
  ): Promise<FeedPlan> {
    const id = feedId(scope.organiserOrgNumber, scope.recipientOrgNumber);
    const { state, version } = await this.events.load(feed, id);
    const certificates = as(await this.certificates.ofClasses(scope.classIds));
    const classes = await this.plans(scope.classIds);
    const owed = owedLines(state, certificates, now);
    const due = chosen ? owed.due.filter(chosen) : owed.due;
    const candidates = await this.candidates.of(due, certificates, approvalsOf(classes));
    return { id, state, version, certificates, classes, owed, prepared: prepareBatch(state, candidates, now) };
  }

  private async plans(classIds: readonly string[]): Promise<ReadonlyMap<string, ClassPlan>> {
    const found = await Promise.all(classIds.map((classId) => this.classes.find(classId)));
    return new Map(classIds.flatMap((classId, i) => (found[i] ? [[classId, found[i].plan] as const] : [])));
  }
}

const approvalsOf = (classes: ReadonlyMap<string, ClassPlan>): ReadonlyMap<string, RegisteredApproval> => {
  const approvals = new Map<string, RegisteredApproval>();
  for (const [classId, plan] of classes) {
    const approval = registeredApproval(plan);
    if (approval) approvals.set(classId, approval);
  }
  return approvals;
};
