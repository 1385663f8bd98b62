import { type CommandContext, EventStore } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { application } from '../domain/application';
import { partialityPurpose } from '../domain/application.events';
import type { PartialityGround } from '../domain/impartiality';
import { type ChangeImpartialityRejection, ImpartialityOrders } from './impartiality-orders';
import type { Result } from './result';

/** Who is partial, and why; the explanation is for the office alone. */
export interface Partiality {
  readonly assessor: string;
  readonly ground: PartialityGround;
  readonly explanation: string;
}

/** An assessor is partial to an applicant, and takes no part in the application any more (forvaltningsloven § 6). */
export class DisqualifyAssessor extends Command<Result<undefined, ChangeImpartialityRejection>> {
  constructor(
    readonly applicationId: string,
    readonly partiality: Partiality,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DisqualifyAssessor)
export class DisqualifyAssessorHandler implements ICommandHandler<DisqualifyAssessor> {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly orders: ImpartialityOrders,
  ) {}

  async execute({
    applicationId,
    partiality: { assessor, ground, explanation },
    context,
  }: DisqualifyAssessor): Promise<Result<undefined, ChangeImpartialityRejection>> {
    const { state } = await this.events.load(application, applicationId);
    if (state.status === 'none') return { rejected: { code: 'APPLICATION_UNKNOWN' } };
    const { personId, intake } = state.submitted;
    const fingerprint = this.people.fingerprint(explanation);
    // The intake would count it as something that came in: what is known already must not make a ranking old.
    const isKnown = state.disqualified.some(
      (one) => one.assessor === assessor && one.ground === ground && one.fingerprint === fingerprint,
    );
    if (isKnown) return { done: undefined };
    const sealed = [{ person: personId, purpose: partialityPurpose, value: explanation }];
    const data = { assessor, ground, fingerprint, explanation: (await this.people.seal(sealed))[0]! };
    const commandId = uuidOf('DisqualifyAssessor', context.commandId);
    const command = { type: 'DisqualifyAssessor', data } as const;
    return this.orders.give(intake, { decider: application, id: applicationId, command, commandId }, context);
  }
}
