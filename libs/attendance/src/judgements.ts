import { EventStore, type Fence } from '@kull/event-store';
import { Injectable } from '@nestjs/common';

/** Somebody else has begun to judge the cohort, and sees more: what was found here is old. */
export class JudgementOvertaken extends Error {
  override readonly name = 'JudgementOvertaken';
}

/** The right to judge a cohort, as long as nobody begins after. */
export interface Judgement {
  /** The end of the log when it began: what was stored up to here is seen. */
  readonly position: number;
  readonly fence: Fence;
}

const BEGIN = `insert into attendance.standing_judgement as j (cohort, claim, judged) values ($1, 1, 0)
  on conflict (cohort) do update set claim = j.claim + 1
  returning claim, (select position::float8 from log.head) as position`;

/** Lets the newest judgement of a cohort stand, whatever runs at once, and remembers how far the log has been judged. */
@Injectable()
export class Judgements {
  constructor(private readonly events: EventStore) {}

  /** Whether what happened at that position, and all before it, has been judged. */
  async reaches(cohort: string, position: number): Promise<boolean> {
    const found = await this.events.query(
      'select from attendance.standing_judgement where cohort = $1 and judged >= $2',
      [cohort, position],
    );
    return found.length > 0;
  }

  /** Begins to judge: whoever began before can write no more. */
  async begin(cohort: string, job: Fence): Promise<Judgement> {
    const [begun] = await this.events.query<{ claim: number; position: number }>(BEGIN, [cohort]);
    const { claim, position } = begun!;
    const hold: Fence['hold'] = async (tx) => {
      await job.hold(tx);
      const held = await tx.query(
        'select from attendance.standing_judgement where cohort = $1 and claim = $2 for update',
        [cohort, claim],
      );
      if (held.length === 0) throw new JudgementOvertaken(`judgement ${claim} of ${cohort}`);
    };
    return { position, fence: { hold } };
  }

  async end(cohort: string, { position }: Judgement): Promise<void> {
    await this.events.query(
      'update attendance.standing_judgement set judged = greatest(judged, $2) where cohort = $1',
      [cohort, position],
    );
  }
}
