import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { Answer, OfferOutcome } from '../domain/answers';
import type { Quota } from '../domain/quota';

/** An offer as it stands. */
export interface OfferRow {
  readonly id: string;
  readonly intake: string;
  readonly application: string;
  readonly applicationNo: string;
  readonly person: string;
  readonly round: number;
  readonly class: string;
  readonly quota: Quota;
  readonly wishNo: number;
  readonly replyBy: string;
  /** Null while it can be answered. */
  readonly outcome: OfferOutcome | null;
  readonly keepWaiting: boolean;
  readonly answeredAt: string | null;
}

interface Stored {
  readonly id: string;
  readonly intake: string;
  readonly application: string;
  readonly application_no: string;
  readonly person: string;
  readonly round: number;
  readonly class: string;
  readonly quota: Quota;
  readonly wish_no: number;
  readonly reply_by: Date;
  readonly outcome: OfferOutcome | null;
  readonly keep_waiting: boolean;
  readonly answered_at: Date | null;
}

const rowOf = ({ application_no, wish_no, reply_by, keep_waiting, answered_at, ...same }: Stored): OfferRow => ({
  ...same,
  applicationNo: application_no,
  wishNo: wish_no,
  replyBy: reply_by.toISOString(),
  keepWaiting: keep_waiting,
  answeredAt: answered_at?.toISOString() ?? null,
});

/** Questions about offers. */
@Injectable()
export class OfferQueries {
  constructor(private readonly events: EventStore) {}

  async find(id: string): Promise<OfferRow | undefined> {
    const [row] = await this.events.query<Stored>('select * from offer_v1 where id = $1', [id]);
    return row && rowOf(row);
  }

  async ofIntake(intake: string): Promise<readonly OfferRow[]> {
    return (await this.events.query<Stored>('select * from offer_v1 where intake = $1', [intake])).map(rowOf);
  }

  async ofRound(intake: string, round: number): Promise<readonly OfferRow[]> {
    const rows = await this.events.query<Stored>(
      'select * from offer_v1 where intake = $1 and round = $2 order by application_no',
      [intake, round],
    );
    return rows.map(rowOf);
  }

  /** The answers that came too late to offers of a round, by offer. */
  async lateAnswers(intake: string, round: number): Promise<ReadonlyMap<string, readonly Answer[]>> {
    const rows = await this.events.query<Omit<Answer, 'answeredAt'> & { readonly offer: string; readonly at: Date }>(
      `select l.offer, l.answer, l.keep_waiting as "keepWaiting", l.answered_at as at
         from late_answer_v1 l join offer_v1 o on o.id = l.offer where o.intake = $1 and o.round = $2`,
      [intake, round],
    );
    const late = new Map<string, Answer[]>();
    for (const { offer, answer, keepWaiting, at } of rows) {
      const one = { answer, keepWaiting, answeredAt: at.toISOString() };
      late.set(offer, [...(late.get(offer) ?? []), one]);
    }
    return late;
  }
}
