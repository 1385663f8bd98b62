import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { feed } from '../domain/feed';
import type { FeedRejection } from '../domain/feed.commands';
import type { Batch, FeedEvent, RejectedLine } from '../domain/feed.events';
import { createdAtOf } from '../domain/prepare-batch';
import { BatchKeeper } from './batch-keeper';
import { FeedPlanner, type FeedScope } from './feed-planner';
import { needsTwo } from './needs-two';

/** A batch was released, or there was nothing new; `rejected` is what stayed behind. */
export type DeliveryOutcome =
  | { readonly released: string; readonly rejected: readonly RejectedLine[] }
  | { readonly nothingNew: true; readonly rejected: readonly RejectedLine[] }
  | { readonly refused: 'CLASS_UNKNOWN' | 'CLASS_WITHOUT_COURSE' | 'TWO_PEOPLE_REQUIRED' };

/**
 * Prepares, validates, approves and releases everything that is owed for a class, in one act (credits.md 5): what a run
 * over a course folder does, whose corrections two people stand behind already (credits.md 4). It waits for nothing.
 * What takes points from somebody does not leave by one account alone (I-51): it goes by a draft.
 */
export class DeliverClass extends Command<DeliveryOutcome> {
  constructor(
    readonly classId: string,
    readonly context: CommandContext,
    /** Whether one account asks for it; not, when the operator takes a folder in. */
    readonly isAlone = false,
  ) {
    super();
  }
}

/** Another delivery of the feed was first. */
const MAX_ATTEMPTS = 10;

@CommandHandler(DeliverClass)
export class DeliverClassHandler implements ICommandHandler<DeliverClass> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly planner: FeedPlanner,
    private readonly files: BatchKeeper,
  ) {}

  async execute({ classId, context, isAlone }: DeliverClass): Promise<DeliveryOutcome> {
    const programmeClass = await this.classes.find(classId);
    if (!programmeClass) return { refused: 'CLASS_UNKNOWN' };
    const { course, code } = programmeClass.plan;
    if (!course?.recipient) return { refused: 'CLASS_WITHOUT_COURSE' };
    const before = await this.deliveredBy(context.commandId);
    if (before) return before;
    const scope: FeedScope = {
      organiserOrgNumber: course.organiser.orgNumber,
      recipientOrgNumber: course.recipient.orgNumber,
      classIds: [classId],
    };
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const delivered = await this.deliver(scope, { classId, classCode: code }, { context, isAlone });
      if (delivered) return delivered;
    }
    throw new Error(`class ${classId}: ${MAX_ATTEMPTS} deliveries of the same feed were first`);
  }

  /** What the same command led to the first time, if it was carried out before. */
  private async deliveredBy(commandId: string): Promise<DeliveryOutcome | undefined> {
    const events = (await this.events.reader.ofCommand(commandId)) as unknown as readonly FeedEvent[];
    const released = events.find((event) => event.type === 'ExportBatchReleased');
    const rejected = events.flatMap((event) => (event.type === 'ExportRecordRejectedLocally' ? [event.data] : []));
    if (released) return { released: released.data.batchId, rejected };
    return events.length > 0 ? { nothingNew: true, rejected } : undefined;
  }

  /** One attempt on the feed as it is now; undefined when it moved on meanwhile. */
  private async deliver(
    scope: FeedScope,
    of: Pick<Batch, 'classId' | 'classCode'>,
    { context, isAlone }: Pick<DeliverClass, 'context' | 'isAlone'>,
  ): Promise<DeliveryOutcome | undefined> {
    const { id, state, version, prepared } = await this.planner.plan(scope);
    const { rejected, warnings, lines } = prepared;
    const createdAt = createdAtOf(prepared.records);
    if (createdAt === undefined) {
      await this.events.execute(feed, id, { type: 'KeepOut', data: { rejected } }, context);
      return { nothingNew: true, rejected };
    }
    if (isAlone && needsTwo({ state, prepared })) return { refused: 'TWO_PEOPLE_REQUIRED' };
    const { organiserOrgNumber, recipientOrgNumber } = scope;
    const seq = state.seq + 1;
    const batchId = uuidOf('batch', id, seq);
    const batch: Batch = {
      batchId,
      seq,
      ...(state.lastBatchId !== undefined && { previousBatchId: state.lastBatchId }),
      ...of,
      organiserOrgNumber,
      recipientOrgNumber,
      createdAt,
      lines,
    };
    const files = await this.files.keep(state, batch, prepared);
    const outcome: Outcome<FeedEvent, FeedRejection> = await this.events.execute(
      feed,
      id,
      { type: 'ReleaseBatch', data: { batch, warnings, rejected, approvedBy: context.actor, files } },
      context,
      { seenVersion: version },
    );
    if ('accepted' in outcome) return { released: batchId, rejected };
    if (outcome.rejected.code === 'VERSION_MISMATCH') return undefined;
    throw new Error(`${id}: a batch was refused as ${outcome.rejected.code}`);
  }
}
