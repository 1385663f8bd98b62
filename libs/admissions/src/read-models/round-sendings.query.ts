import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';

/** That a round sends itself, or could not: who approved it, and what stopped it. */
export interface RoundSending {
  readonly status: 'approved' | 'stopped';
  readonly approvedBy: string;
  readonly code: string | null;
}

/** Questions about rounds that send themselves. */
@Injectable()
export class RoundSendingQueries {
  constructor(private readonly events: EventStore) {}

  async of(intake: string, round: number): Promise<RoundSending | undefined> {
    const [found] = await this.events.query<RoundSending>(
      `select status, approved_by as "approvedBy", code from round_sending_v1 where intake = $1 and round = $2`,
      [intake, round],
    );
    return found;
  }
}
