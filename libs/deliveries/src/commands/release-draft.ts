import { type CommandContext, EventStore } from '@kull/event-store';
import { type Instant, isSame, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type DraftRejection, type DraftState, exportDraft } from '../domain/draft';
import type { Draft } from '../domain/draft.events';
import { feed } from '../domain/feed';
import type { Batch, BatchClass, BatchLine } from '../domain/feed.events';
import { lineKey } from '../domain/line-map';
import { createdAtOf } from '../domain/prepare-batch';
import { BatchKeeper } from './batch-keeper';
import { type FeedPlan, FeedPlanner } from './feed-planner';

/** It left as this batch; or what was approved is no longer what would leave, and these lines are why. */
export type ReleaseOutcome =
  | { readonly released: string }
  | { readonly overtaken: readonly BatchLine[] }
  | { readonly rejected: DraftRejection };

/** Freezes an approved draft: exactly the lines that were approved, under the feed's next number. */
export class ReleaseDraft extends Command<ReleaseOutcome> {
  constructor(
    readonly draftId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

type Approved = Extract<DraftState, { readonly status: 'approved' }>;

/** Another delivery of the feed was first. */
const MAX_ATTEMPTS = 10;

@CommandHandler(ReleaseDraft)
export class ReleaseDraftHandler implements ICommandHandler<ReleaseDraft> {
  constructor(
    private readonly events: EventStore,
    private readonly planner: FeedPlanner,
    private readonly files: BatchKeeper,
  ) {}

  async execute({ draftId, context }: ReleaseDraft): Promise<ReleaseOutcome> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const { state } = await this.events.load(exportDraft, draftId);
      const outcome = await this.release(draftId, state, context);
      if (outcome) return outcome;
    }
    throw new Error(`draft ${draftId}: ${MAX_ATTEMPTS} deliveries of the same feed were first`);
  }

  private async release(
    draftId: string,
    state: DraftState,
    context: CommandContext,
  ): Promise<ReleaseOutcome | undefined> {
    switch (state.status) {
      case 'none':
        return { rejected: { code: 'DRAFT_UNKNOWN' } };
      case 'prepared':
        return { rejected: { code: 'DRAFT_NOT_APPROVED' } };
      case 'abandoned':
        return { rejected: { code: 'DRAFT_CLOSED' } };
      case 'released':
        return { released: state.batchId };
      case 'approved':
        return this.freeze(draftId, state, context);
    }
  }

  /** Undefined when another batch of the feed was frozen meanwhile. */
  private async freeze(
    draftId: string,
    { draft, approvedBy }: Approved,
    context: CommandContext,
  ): Promise<ReleaseOutcome | undefined> {
    const plan = await this.planner.plan(scopeOf(draft), context.occurredAt, chosenIn(draft));
    const overtaken = overtakenIn(draft, plan);
    if (overtaken.length > 0) return { overtaken };
    const batch = batchOf(draft, plan, context.occurredAt);
    const { warnings, rejected } = plan.prepared;
    const files = await this.files.keep(plan.state, batch, plan.prepared);
    const { batchId, seq } = batch;
    const outcome = await this.events.executeTogether(
      [
        {
          decider: feed,
          id: plan.id,
          command: { type: 'ReleaseBatch', data: { batch, warnings, rejected, approvedBy, files } },
        },
        {
          decider: exportDraft,
          id: draftId,
          command: { type: 'CloseDraft', data: { batchId, seq } },
          commandId: uuidOf('CloseDraft', draftId),
        },
      ],
      context,
    );
    return 'accepted' in outcome ? { released: batchId } : undefined;
  }
}

const scopeOf = ({ organiserOrgNumber, recipientOrgNumber, lines }: Draft) => ({
  organiserOrgNumber,
  recipientOrgNumber,
  classIds: [...new Set(lines.flatMap(({ classId }) => classId ?? []))],
});

const chosenIn = ({ lines }: Draft) => {
  const chosen = new Set(lines.map(lineKey));
  return ({ number, line }: { readonly number: string; readonly line: { readonly lineNo: number } }): boolean =>
    chosen.has(lineKey({ number, lineNo: line.lineNo }));
};

/** The approved lines that would no longer leave as they were approved. */
const overtakenIn = ({ lines }: Draft, { prepared }: FeedPlan): readonly BatchLine[] => {
  const now = new Map(prepared.lines.map((line) => [lineKey(line), line]));
  return lines.filter(({ classId: _, ...approved }) => !isSame(now.get(lineKey(approved)) ?? {}, approved));
};

const batchOf = (draft: Draft, { id, state, classes, prepared }: FeedPlan, now: Instant): Batch => {
  const { draftId, organiserOrgNumber, recipientOrgNumber } = draft;
  const seq = state.seq + 1;
  const involved = new Map<string, BatchClass>();
  for (const { statement } of prepared.records) {
    const { classId } = statement;
    involved.set(classId, { classId, classCode: classes.get(classId)?.code ?? statement.classCode });
  }
  const byCode = [...involved.values()].sort((one, other) => (one.classCode < other.classCode ? -1 : 1));
  const several = byCode.length > 1;
  const classOf = new Map(draft.lines.map((line) => [lineKey(line), line.classId]));
  return {
    batchId: uuidOf('batch', id, seq),
    seq,
    ...(state.lastBatchId !== undefined && { previousBatchId: state.lastBatchId }),
    ...byCode[0]!,
    ...(several && { classes: byCode }),
    draftId,
    organiserOrgNumber,
    recipientOrgNumber,
    createdAt: createdAtOf([...prepared.records, { at: now }])!,
    lines: several ? prepared.lines.map((line) => ({ ...line, classId: classOf.get(lineKey(line))! })) : prepared.lines,
  };
};
