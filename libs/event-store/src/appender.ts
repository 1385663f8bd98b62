import type { Instant } from '@kull/kernel';
import type { Codecs } from './codec';
import type { Fence, Recorded, Tx } from './contracts';
import type { Database } from './database';
import { type EncodedGroup, encodeGroup, eventIdOf, metadataOf } from './encoded-group';
import type { InlineReadModels } from './inline-read-models';
import type { Unit, UnitResult } from './unit';

interface Pending {
  readonly unit: Unit;
  readonly resolve: (result: UnitResult) => void;
  readonly reject: (fault: unknown) => void;
}

const MAX_EVENTS_PER_GROUP = 4_000;

const APPEND = `select unit, status, detail, first_position, recorded_at
  from log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) order by unit`;

/**
 * Group commit (design.md 4): appends that arrive while a group is being written form the next group. One call writes
 * a group, takes the lock once, answers each unit for itself, and shares the commit.
 */
export class Appender {
  private waiting: Pending[] = [];
  private writing = false;

  constructor(
    private readonly database: Database,
    private readonly codecs: Codecs,
    private readonly inline: InlineReadModels,
  ) {}

  append(unit: Unit): Promise<UnitResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ unit, resolve, reject });
      if (!this.writing) void this.writeGroups();
    });
  }

  /** A worker's append: in a transaction of its own, which first holds the worker's claim (order of locks: D4). */
  async appendFenced(unit: Unit, fence: Fence): Promise<UnitResult> {
    const group = encodeGroup([unit], this.codecs);
    return this.database.transaction(async (tx) => {
      await fence.hold(tx);
      const [result] = await this.store(group, tx);
      return result!;
    });
  }

  private async writeGroups(): Promise<void> {
    this.writing = true;
    // Let everybody who is about to append do so before the first group closes.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.writeGroup(this.nextGroup());
    this.writing = false;
  }

  /** As many as fit; a stream stands at most once in a group, so versions inside a group cannot depend on each other. */
  private nextGroup(): Pending[] {
    const group: Pending[] = [];
    const later: Pending[] = [];
    const streams = new Set<string>();
    let events = 0;
    for (const pending of this.waiting) {
      const { writes } = pending.unit;
      const fits = group.length === 0 || events < MAX_EVENTS_PER_GROUP;
      if (!fits || writes.some(({ stream }) => streams.has(stream))) {
        later.push(pending);
        continue;
      }
      group.push(pending);
      for (const write of writes) {
        streams.add(write.stream);
        events += write.events.length;
      }
    }
    this.waiting = later;
    return group;
  }

  private async writeGroup(group: readonly Pending[]): Promise<void> {
    const units = group.map(({ unit }) => unit);
    try {
      const results = await this.storeTogether(encodeGroup(units, this.codecs));
      group.forEach(({ resolve }, i) => {
        resolve(results[i]!);
      });
    } catch (fault) {
      if (group.length === 1) {
        group[0]!.reject(fault);
        return;
      }
      // One unit that a read model or the codec cannot take must not fail its neighbours.
      for (const pending of group) await this.writeGroup([pending]);
    }
  }

  private storeTogether(group: EncodedGroup): Promise<UnitResult[]> {
    const needsTransaction = group.units.some(({ writes }) =>
      writes.some(({ events }) => events.some(({ type }) => this.inline.handles(type))),
    );
    return needsTransaction
      ? this.database.transaction((tx) => this.store(group, tx))
      : this.store(group, this.database.ofAll);
  }

  private async store({ units, parameters, rules }: EncodedGroup, tx: Tx): Promise<UnitResult[]> {
    const rows = await tx.query<{
      status: UnitResult['status'];
      detail: number | null;
      first_position: string | null;
      recorded_at: Date;
    }>(APPEND, parameters);
    const results = rows.map(({ status, detail, first_position, recorded_at }, u): UnitResult => {
      switch (status) {
        case 'stored':
          return { status, events: recordedOf(units[u]!, Number(first_position), recorded_at.toISOString()) };
        case 'refused':
          return { status, rule: rules[detail! - 1]! };
        case 'conflict':
        case 'repeated':
          return { status };
      }
    });
    await this.inline.apply(
      results.flatMap((result) => (result.status === 'stored' ? result.events : [])),
      tx,
    );
    return results;
  }
}

const recordedOf = ({ writes }: Unit, firstPosition: number, recordedAt: Instant): Recorded[] => {
  let position = firstPosition;
  return writes.flatMap(({ stream, expectedVersion, events, context }) =>
    events.map((event, index) => ({
      position: position++,
      stream,
      version: expectedVersion + index + 1,
      eventId: eventIdOf(context.commandId, index),
      type: event.type,
      data: event.data,
      metadata: metadataOf(context),
      occurredAt: context.occurredAt,
      recordedAt,
    })),
  );
};
