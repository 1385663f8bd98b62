import { type CommandContext, EventStore } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { exportDraft } from '../domain/draft';
import type { Draft, WaitingLine } from '../domain/draft.events';
import { feed } from '../domain/feed';
import type { RejectedLine } from '../domain/feed.events';
import { lineKey } from '../domain/line-map';
import type { AwaitsComment } from '../domain/owed-lines';
import { type FeedPlan, FeedPlanner } from './feed-planner';
import { FeedScopes, type ScopeRefusal, type Wanted } from './feed-scopes';
import { needsTwo } from './needs-two';

/** A draft was put on record, or there is nothing that could leave. */
export type PrepareOutcome =
  | { readonly prepared: string; readonly rejected: readonly RejectedLine[] }
  | { readonly nothingNew: true; readonly rejected: readonly RejectedLine[] }
  | { readonly refused: ScopeRefusal };

/** Puts together what is owed to a recipient and checks it, for a person to approve. Nothing leaves, nothing is numbered. */
export class PrepareDraft extends Command<PrepareOutcome> {
  constructor(
    readonly wanted: Wanted,
    readonly context: CommandContext,
  ) {
    super();
  }
}

const waitingLine = ({ line, until }: AwaitsComment): WaitingLine => ({
  number: line.number,
  lineNo: line.line.lineNo,
  version: line.version,
  until,
});

@CommandHandler(PrepareDraft)
export class PrepareDraftHandler implements ICommandHandler<PrepareDraft> {
  constructor(
    private readonly events: EventStore,
    private readonly scopes: FeedScopes,
    private readonly planner: FeedPlanner,
  ) {}

  async execute({ wanted, context }: PrepareDraft): Promise<PrepareOutcome> {
    const scope = await this.scopes.find(wanted);
    if (typeof scope === 'string') return { refused: scope };
    const plan = await this.planner.plan(scope, context.occurredAt);
    const { rejected, warnings } = plan.prepared;
    const draftId = uuidOf('export-draft', context.commandId);
    const keepOut = {
      decider: feed,
      id: plan.id,
      command: { type: 'KeepOut', data: { rejected } },
      commandId: uuidOf('KeepOut', draftId),
    };
    const lines = linesOf(plan);
    if (lines.length === 0) {
      await this.events.executeEach([keepOut], context);
      return { nothingNew: true, rejected };
    }
    const draft: Draft = {
      draftId,
      organiserOrgNumber: scope.organiserOrgNumber,
      recipientOrgNumber: scope.recipientOrgNumber,
      ...(wanted.classIds && { classIds: wanted.classIds }),
      preparedBy: context.actor,
      twoPeople: needsTwo(plan),
      lines,
      warnings,
      rejected,
      waiting: plan.owed.awaitComment.map(waitingLine),
    };
    const prepare = { decider: exportDraft, id: draftId, command: { type: 'PrepareDraft', data: draft } };
    await this.events.executeTogether([prepare, keepOut], context);
    return { prepared: draftId, rejected };
  }
}

/** The lines with the class that each is of. */
const linesOf = ({ prepared }: FeedPlan): Draft['lines'] => {
  const classOf = new Map(
    prepared.records.map(({ number, line, statement }) => [
      lineKey({ number, lineNo: line.lineNo }),
      statement.classId,
    ]),
  );
  return prepared.lines.map((line) => ({ ...line, classId: classOf.get(lineKey(line))! }));
};
