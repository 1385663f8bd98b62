import { Database, Wakeup } from '@kull/event-store';
import { type Clock, type Instant, parseInstant, systemClock } from '@kull/kernel';
import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { said } from './language';
import { Problem } from './problem';

/** What a clock may be set to: an instant with its offset from UTC, not so far off that calendars end. */
export const clockTime = z
  .string()
  .refine(
    (text) => /^20\d\d-/.test(parseInstant(text) ?? ''),
    'must be an instant of this century, such as 2026-09-01T08:00:00+02:00',
  );

export interface ServiceClockOptions {
  /** Whether the clock may be moved at all; not in production. Then it is the machine's, and the database is not asked. */
  readonly movable: boolean;
  /** What it shows when a database is started with for the first time. */
  readonly startsAt?: Instant;
}

interface Setting {
  readonly offset_ms: string;
  readonly moves: number;
}

const START = 'insert into clock.setting (offset_ms) values ($1) on conflict do nothing';
const READ = 'select offset_ms, moves from clock.setting';
const MOVE = `with moved as (update clock.setting set offset_ms = $1, moves = moves + 1 returning offset_ms, moves)
  select offset_ms, moves, pg_notify('kull_clock', moves::text) from moved`;

/**
 * The clock that the service goes by: the machine's, and where it may be moved, as far from it as the database says. So
 * it outlives a restart, and all processes agree. It goes on from where it was set.
 */
export class ServiceClock implements Clock, OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly wakeup: Wakeup;
  private offsetMs = 0;
  private moves = 0;

  constructor(
    private readonly database: Database,
    private readonly options: ServiceClockOptions,
  ) {
    this.wakeup = new Wakeup(database, 'kull_clock', () => void this.read().catch(() => undefined));
  }

  async onModuleInit(): Promise<void> {
    const { movable, startsAt } = this.options;
    if (!movable) return;
    await this.database.query(START, [startsAt ? offsetTo(startsAt) : 0]);
    await this.read();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.movable) await this.wakeup.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.wakeup.stop();
  }

  now(): Instant {
    return new Date(Date.parse(systemClock.now()) + this.offsetMs).toISOString();
  }

  get moved(): boolean {
    return this.offsetMs !== 0;
  }

  /** Sets the clock of all processes; without an instant, back to the machine's. */
  async set(now: Instant | null): Promise<void> {
    if (!this.options.movable) {
      throw new Problem({
        status: 403,
        code: 'CLOCK_FIXED',
        title: said('Klokken kan ikke stilles her', 'Klokka kan ikkje stillast her', 'The clock cannot be set here'),
        detail: said(
          'Denne installasjonen er i drift. Still klokken i en installasjon for demonstrasjon eller prøve.',
          'Denne installasjonen er i drift. Still klokka i ein installasjon for demonstrasjon eller prøve.',
          'This installation is in production. Set the clock in an installation for demonstration or trial.',
        ),
      });
    }
    this.adopt(await this.database.query<Setting>(MOVE, [now === null ? 0 : offsetTo(now)]));
  }

  private async read(): Promise<void> {
    this.adopt(await this.database.query<Setting>(READ));
  }

  /** An answer that was on its way while the clock was moved is not taken for news. */
  private adopt([setting]: readonly Setting[]): void {
    if (!setting || setting.moves < this.moves) return;
    this.offsetMs = Number(setting.offset_ms);
    this.moves = setting.moves;
  }
}

const offsetTo = (instant: Instant): number => Date.parse(instant) - Date.parse(systemClock.now());
