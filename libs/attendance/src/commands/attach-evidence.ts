import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AbsenceEvidence } from '../absence-evidence';
import { absence, type ReportedAbsence } from '../domain/absence';
import type { AbsenceRejection } from '../domain/absence.commands';
import type { AbsenceEvent, EvidenceType } from '../domain/absence.events';

/** A document that came in. */
export interface EvidenceDocument {
  readonly bytes: Uint8Array;
  readonly mediaType: EvidenceType;
}

/** Attaches a document to a report of absence; one that was there before is deleted. */
export class AttachEvidence extends Command<Outcome<AbsenceEvent, AbsenceRejection>> {
  constructor(
    readonly absenceId: string,
    readonly document: EvidenceDocument,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AttachEvidence)
export class AttachEvidenceHandler implements ICommandHandler<AttachEvidence> {
  constructor(
    private readonly events: EventStore,
    private readonly evidence: AbsenceEvidence,
  ) {}

  /** The bytes are there before the fact that they are; those that the fact replaces, or that were refused, go after. */
  async execute({ absenceId, document: { bytes, mediaType }, context }: AttachEvidence) {
    const { state } = await this.events.load(absence, absenceId);
    if (state.status === 'none') return { rejected: { code: 'ABSENCE_NOT_REPORTED' } } as const;
    const documentHash = await this.evidence.keep(absenceId, state.personId, bytes);
    const data = { documentHash, mediaType, attachedBy: context.actor, at: context.occurredAt };
    const outcome = await this.events.execute(absence, absenceId, { type: 'AttachEvidence', data }, context);
    const after = (await this.events.load(absence, absenceId)).state as ReportedAbsence;
    const refused = 'rejected' in outcome && after.evidence?.documentHash !== documentHash ? [documentHash] : [];
    await this.evidence.delete(absenceId, [...after.formerDocuments, ...refused]);
    return outcome;
  }
}
