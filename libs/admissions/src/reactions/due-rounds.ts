import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { oweWork } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { intakeId } from '../commands/ids';

const DUE = `select intake, round, approval from round_sending_v1
  where status = 'approved' and send_at <= clock.service_now($1)`;

interface DueRound {
  readonly intake: string;
  readonly round: number;
  readonly approval: string;
}

/** Hands the rounds whose time has come to the workers: once per approval, whoever asks and how often. */
@Injectable()
export class DueRounds {
  constructor(
    private readonly events: EventStore,
    private readonly clock: DatabaseClock,
  ) {}

  /** Answers how many are due and neither sent nor stopped. */
  async handOver(): Promise<number> {
    const due = await this.events.query<DueRound>(DUE, [this.clock.movable]);
    if (due.length === 0) return 0;
    const intents = due.map(({ intake, round, approval }) => ({
      key: `send-round.${approval}`,
      job: 'send-round',
      payload: { intakeId: intakeId(intake), round },
    }));
    await this.events.transaction((tx) => oweWork(intents, 'due-rounds', tx));
    return due.length;
  }
}
