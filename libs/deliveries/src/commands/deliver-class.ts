import { DocumentStore, SigningKeys } from '@kull/certificates/contracts';
import { type ManifestKey, signManifest, verifyManifest } from '@kull/documents';
import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { isSame, uuidOf } from '@kull/kernel';
import { ClassDirectory, type ClassPlan } from '@kull/teaching/contracts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  batchFaults,
  batchFile,
  batchName,
  type Manifest,
  manifestFile,
  sha256Of,
  unsignedManifest,
} from '../domain/batch-file';
import { dueLines } from '../domain/due-lines';
import { countsOf, type FeedRejection, feed, feedId } from '../domain/feed';
import type { Batch, BatchFiles, FeedEvent, RejectedLine } from '../domain/feed.events';
import { type Feed, lineKey } from '../domain/feed.state';
import { createdAtOf, type PreparedBatch, prepareBatch } from '../domain/prepare-batch';
import { DeliverableQueries } from '../read-models/deliverable.query';
import { Candidates } from './candidates';
import { registeredApproval } from './registered-approval';

/** A batch was released, or there was nothing new; `rejected` is what stayed behind. */
export type DeliveryOutcome =
  | { readonly released: string; readonly rejected: readonly RejectedLine[] }
  | { readonly nothingNew: true; readonly rejected: readonly RejectedLine[] }
  | { readonly refused: 'CLASS_UNKNOWN' | 'CLASS_WITHOUT_COURSE' };

/** Prepares, validates, approves and releases everything that is owed for a class, in one act (credits.md 5). */
export class DeliverClass extends Command<DeliveryOutcome> {
  constructor(
    readonly classId: string,
    readonly context: CommandContext,
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
    private readonly certificates: DeliverableQueries,
    private readonly candidates: Candidates,
    private readonly documents: DocumentStore,
    private readonly keys: SigningKeys,
  ) {}

  async execute({ classId, context }: DeliverClass): Promise<DeliveryOutcome> {
    const programmeClass = await this.classes.find(classId);
    if (!programmeClass) return { refused: 'CLASS_UNKNOWN' };
    const { course, code } = programmeClass.plan;
    if (!course?.recipient) return { refused: 'CLASS_WITHOUT_COURSE' };
    const before = await this.deliveredBy(context.commandId);
    if (before) return before;
    const names = {
      classId,
      classCode: code,
      organiserOrgNumber: course.organiser.orgNumber,
      recipientOrgNumber: course.recipient.orgNumber,
    };
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const delivered = await this.deliver(programmeClass.plan, names, context);
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
    plan: ClassPlan,
    names: Pick<Batch, 'classId' | 'classCode' | 'organiserOrgNumber' | 'recipientOrgNumber'>,
    context: CommandContext,
  ): Promise<DeliveryOutcome | undefined> {
    const id = feedId(names.organiserOrgNumber, names.recipientOrgNumber);
    const { state, version } = await this.events.load(feed, id);
    const prepared = await this.prepared(state, plan, names.classId);
    const { rejected, warnings, lines } = prepared;
    const createdAt = createdAtOf(prepared.records);
    if (createdAt === undefined) {
      await this.events.execute(feed, id, { type: 'KeepOut', data: { rejected } }, context);
      return { nothingNew: true, rejected };
    }
    const seq = state.seq + 1;
    const batchId = uuidOf('batch', id, seq);
    const batch: Batch = {
      batchId,
      seq,
      ...(state.lastBatchId !== undefined && { previousBatchId: state.lastBatchId }),
      ...names,
      createdAt,
      lines,
    };
    const files = await this.keptFiles(state, batch, prepared);
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

  private async prepared(state: Feed, plan: ClassPlan, classId: string): Promise<PreparedBatch> {
    const certificates = await this.certificates.ofClass(classId);
    const due = dueLines(certificates, (number, lineNo) => state.delivered.get(lineKey({ number, lineNo })));
    return prepareBatch(state, await this.candidates.of(classId, due, certificates), registeredApproval(plan));
  }

  /** Both files, checked as the receiver will check them, and kept before anything says that they exist. */
  private async keptFiles(state: Feed, batch: Batch, { records, lines }: PreparedBatch): Promise<BatchFiles> {
    const file = batchFile(records);
    const rest = unsignedManifest(batch, countsOf(lines), sha256Of(file));
    const { key } = await this.keys.active('MANIFEST');
    const manifest: Manifest = { ...rest, signature: await signManifest(rest, key) };
    const faults = batchFaults(file, manifest, { seq: state.seq, batchId: state.lastBatchId ?? null });
    if (faults.length > 0 || !(await isSigned(manifest, key)))
      throw new Error(`batch ${batch.batchId} is not in order: ${faults.join(', ') || 'E002'}`);
    const name = batchName(batch);
    return {
      fileName: `${name}.csv`,
      fileSha256: await this.documents.keep(file, 'text/csv; charset=utf-8'),
      manifestName: `${name}.manifest.json`,
      manifestSha256: await this.documents.keep(manifestFile(manifest), 'application/json'),
    };
  }
}

const isSigned = async ({ signature, ...rest }: Manifest, { publicJwk }: ManifestKey): Promise<boolean> => {
  const verification = await verifyManifest(signature, publicJwk);
  return verification.valid && isSame(verification.payload, rest);
};
