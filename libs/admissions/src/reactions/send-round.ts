import { DatabaseClock } from '@kull/http';
import { uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IntakeAccess } from '../commands/intake-access';
import { MakeRoundOffers } from '../commands/make-round-offers';
import { SetRoundSending } from '../commands/round-sending';

/**
 * Sends a round that was approved beforehand, by the command that the office sends it by. What the command refuses is
 * noted, so that somebody looks; nothing is tried again by itself, since only the office can mend it.
 */
@Injectable()
@JobHandler('send-round', { concurrency: 1 })
export class SendRound {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly commands: CommandBus,
    private readonly clock: DatabaseClock,
  ) {}

  async handle(
    { intakeId, round }: { readonly intakeId: string; readonly round: number },
    { key, fence }: JobContext,
  ): Promise<void> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return;
    // Before anything is released: what was taken back meanwhile is not sent.
    const before = await this.intakes.round(opened.definition.intake, round);
    if (before.status !== 'planned' || before.sending !== 'approved') return;
    const occurredAt = await this.clock.now();
    const context = (name: string) => ({
      commandId: uuidOf(name, key),
      actor: 'worker',
      occurredAt,
      source: 'reaction' as const,
    });
    const sent = await this.commands.execute(
      new MakeRoundOffers(intakeId, round, context('SendRound'), { isBySelf: true, fence }),
    );
    if ('done' in sent || sent.rejected.code === 'SENDING_NOT_APPROVED') return;
    const stop = { act: 'stop', code: sent.rejected.code, fence } as const;
    await this.commands.execute(new SetRoundSending(intakeId, round, stop, context('StopRound')));
  }
}
