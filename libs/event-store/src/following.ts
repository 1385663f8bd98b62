import type { ReadModel } from './contracts';
import type { Database } from './database';
import type { Reader } from './reader';
import { Wakeup } from './wakeup';

const PAGE = 2_000;

/** Where a following read model stands; `fault` is why it stopped. */
export interface FollowerState {
  readonly name: string;
  readonly position: number;
  readonly fault?: string;
}

/**
 * Brings following read models up to date: a page of events and the new position in one transaction. The position moves
 * only from where it was read, so of two runners one wins each page and the other does nothing. An event that cannot be
 * applied stops that read model loudly; nothing is skipped.
 */
export class Followers {
  private readonly faults = new Map<string, string>();
  private running: Promise<void> | undefined;
  private again = false;
  private readonly wakeup: Wakeup;

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly models: readonly ReadModel[],
    private readonly onFault: (name: string, fault: Error) => void,
  ) {
    this.wakeup = new Wakeup(database, 'kull_events', () => this.wake());
  }

  async start(): Promise<void> {
    await this.database.query(
      'insert into log.subscription (name, position) select name, 0 from unnest($1::text[]) as n (name) on conflict do nothing',
      [this.models.map(subscriptionOf)],
    );
    await this.wakeup.start();
  }

  async stop(): Promise<void> {
    await this.wakeup.stop();
    await this.running;
  }

  async states(): Promise<FollowerState[]> {
    const rows = await this.database.query<{ name: string; position: string }>(
      'select name, position from log.subscription',
    );
    return rows.map(({ name, position }) => ({ name, position: Number(position), fault: this.faults.get(name) }));
  }

  /** Follows until the end of the log as it is now; resolves when every model is there or stopped. */
  catchUp(): Promise<void> {
    this.wake();
    return this.running ?? Promise.resolve();
  }

  private wake(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.run().finally(() => {
      this.running = undefined;
    });
  }

  private async run(): Promise<void> {
    do {
      this.again = false;
      for (const model of this.models) {
        if (this.faults.has(subscriptionOf(model))) continue;
        try {
          while (await this.step(model)) this.again = false;
        } catch (error) {
          this.stopLoudly(model, error as Error);
        }
      }
    } while (this.again);
  }

  /** One page; false at the end of the log. */
  private async step(model: ReadModel): Promise<boolean> {
    const name = subscriptionOf(model);
    const [at] = await this.database.query<{ position: string; head: string }>(
      'select s.position, h.position as head from log.subscription s, log.head h where s.name = $1',
      [name],
    );
    const from = Number(at!.position);
    const head = Number(at!.head);
    if (from >= head) return false;
    const events = await this.reader.pageOfTypes(from, head, model.handles, PAGE);
    const to = events.length === PAGE ? events.at(-1)!.position : head;
    return this.database.transaction(async (tx) => {
      const moved = await tx.query(
        'update log.subscription set position = $3 where name = $1 and position = $2 returning name',
        [name, from, to],
      );
      if (moved.length === 0) return true;
      if (events.length > 0) await model.apply(events, tx);
      return true;
    });
  }

  private stopLoudly(model: ReadModel, error: Error): void {
    // A database that is away heals by itself; anything else is a fault of the read model.
    if (isPassing(error)) return;
    this.faults.set(subscriptionOf(model), error.message);
    this.onFault(subscriptionOf(model), error);
  }
}

export const subscriptionOf = ({ name, version }: ReadModel): string => `${name}.v${version}`;

/** Whether a fault goes away when tried again: connection lost, server restarting, deadlock, lock timeout (T14). */
export const isPassing = (error: unknown): boolean => {
  const code = (error as { code?: string }).code ?? (error as { driverError?: { code?: string } }).driverError?.code;
  if (code) return /^(08|57P0|40|55P03|53300|25P03|ECONN|EPIPE|ETIMEDOUT)/.test(code);
  return /Connection terminated|already released|timeout exceeded when trying to connect/i.test(
    (error as Error).message ?? '',
  );
};
