import type { Fence, Tx } from '@kull/event-store';

/** Another worker has taken the job over, or it is done: this one may write nothing more. */
export class FenceLost extends Error {
  override readonly name = 'FenceLost';
}

/** The right to write that comes with claim number `claim` (reliability.md 2). */
export class OutboxFence implements Fence {
  constructor(
    private readonly outboxId: string,
    private readonly claim: number,
  ) {}

  async hold(tx: Tx): Promise<void> {
    const held = await tx.query(
      'select from messaging.outbox where id = $1 and claim = $2 and done_at is null for update',
      [this.outboxId, this.claim],
    );
    if (held.length === 0) throw new FenceLost(`claim ${this.claim} of ${this.outboxId}`);
  }
}
