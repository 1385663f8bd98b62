import { EventStore } from '@kull/event-store';
import { type Instant, idOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { IntakeOpened } from '../domain/intake.events';

/** What the draw of an intake is made from, and since when that has been written down. */
export interface Draw {
  readonly intake: string;
  /** The title of the programme. */
  readonly programme: string;
  readonly lotterySeed: string;
  readonly closesAt: Instant;
  /** When the database stored the seed, by its own clock. */
  readonly recordedAt: Instant;
  /** The entry of the log that holds it, and the hash that ties it to all before. */
  readonly position: number;
  readonly hash: string;
}

/** The draws of intakes: for everybody. */
@Injectable()
export class Draws {
  constructor(private readonly events: EventStore) {}

  /** Undefined: no intake bears that code. */
  async find(code: string): Promise<Draw | undefined> {
    const [opened] = await this.events.readStream(`intake-${idOf('int', code)}`);
    if (opened?.type !== 'IntakeOpened') return undefined;
    const { intake, programme, lotterySeed, window } = opened.data as IntakeOpened['data'];
    const [entry] = await this.events.query<{ readonly hash: string }>(
      `select encode(hash, 'hex') as hash from log.event where position = $1`,
      [opened.position],
    );
    return {
      intake,
      programme: programme.title,
      lotterySeed,
      closesAt: window.closesAt,
      recordedAt: opened.recordedAt,
      position: opened.position,
      hash: entry!.hash,
    };
  }
}
