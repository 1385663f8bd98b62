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

const columns = `id, intake, application, application_no as "applicationNo", person, round, class, quota,
  wish_no as "wishNo", reply_by as "replyBy", outcome, keep_waiting as "keepWaiting", answered_at as "answeredAt"`;

type Stored = Omit<OfferRow, 'replyBy' | 'answeredAt'> & { readonly replyBy: Date; readonly answeredAt: Date | null };

const rowOf = (stored: Stored): OfferRow => ({
  ...stored,
  replyBy: stored.replyBy.toISOString(),
  answeredAt: stored.answeredAt?.toISOString() ?? null,
});

/** Questions about offers. */
@Injectable()
export class OfferQueries {
  constructor(private readonly events: EventStore) {}

  async find(id: string): Promise<OfferRow | undefined> {
    const [row] = await this.events.query<Stored>(`select ${columns} from offer_v1 where id = $1`, [id]);
    return row && rowOf(row);
  }

  async ofIntake(intake: string): Promise<readonly OfferRow[]> {
    return (await this.events.query<Stored>(`select ${columns} from offer_v1 where intake = $1`, [intake])).map(rowOf);
  }

  async ofRound(intake: string, round: number): Promise<readonly OfferRow[]> {
    const rows = await this.events.query<Stored>(
      `select ${columns} from offer_v1 where intake = $1 and round = $2 order by application_no`,
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
