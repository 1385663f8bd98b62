import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AbsenceEvidence } from '../absence-evidence';
import { absence } from '../domain/absence';
import type { AbsenceRejection } from '../domain/absence.commands';
import type { AbsenceEvent } from '../domain/absence.events';

/** Deletes the document of a report of absence, for good. */
export class DeleteEvidence extends Command<Outcome<AbsenceEvent, AbsenceRejection>> {
  constructor(
    readonly absenceId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DeleteEvidence)
export class DeleteEvidenceHandler implements ICommandHandler<DeleteEvidence> {
  constructor(
    private readonly events: EventStore,
    private readonly evidence: AbsenceEvidence,
  ) {}

  /** Whoever asks again has the bytes deleted again, in case the first time ended between fact and deed. */
  async execute({ absenceId, context }: DeleteEvidence) {
    const data = { deletedBy: context.actor };
    const outcome = await this.events.execute(absence, absenceId, { type: 'DeleteEvidence', data }, context);
    const { state } = await this.events.load(absence, absenceId);
    if (state.status !== 'none') await this.evidence.delete(absenceId, state.formerDocuments);
    return outcome;
  }
}
