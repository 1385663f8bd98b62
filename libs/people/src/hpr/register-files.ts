import type { Database } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { openJson, sealJson } from '../cipher';
import type { HprEntry } from '../contracts';
import type { PeopleKeys } from '../keys';

const belongsTo = (scope: string, index: Buffer): string => `${scope}/HprEntry/${index.toString('hex')}`;

/**
 * Registers of health personnel as they were read, one per scope; numbers and names are sealed. Whoever asks, it is about
 * numbers that they give: a register is nobody's own, and is read as the service.
 */
export class RegisterFiles {
  constructor(
    private readonly database: Database,
    private readonly keys: PeopleKeys,
  ) {}

  async load(scope: string, entries: readonly HprEntry[]): Promise<void> {
    // The last line of a number counts.
    const byNumber = new Map(entries.map((entry) => [entry.hprNumber, entry]));
    const rows = [...byNumber.values()].map((entry) => {
      const index = this.keys.hprNumberIndex(scope, entry.hprNumber);
      return { index, sealed: sealJson(this.keys.registerKey, belongsTo(scope, index), entry) };
    });
    await this.database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('hpr-register ' || $1, 0))`, [scope]);
      await tx.query('delete from people.hpr_register_entry where scope = $1', [scope]);
      await tx.query(
        `insert into people.hpr_register_entry (scope, number_index, entry)
         select $1, number_index, entry from unnest($2::bytea[], $3::bytea[]) as new (number_index, entry)`,
        [scope, rows.map(({ index }) => index), rows.map(({ sealed }) => sealed)],
      );
      await tx.query(
        `insert into people.hpr_register (scope) values ($1)
         on conflict (scope) do update set loaded_at = excluded.loaded_at`,
        [scope],
      );
    });
  }

  /** When the scope's register was read; undefined when none was. */
  async loadedAt(scope: string): Promise<Instant | undefined> {
    const [row] = await this.database.ofAll.query<{ loaded_at: Date }>(
      'select loaded_at from people.hpr_register where scope = $1',
      [scope],
    );
    return row?.loaded_at.toISOString();
  }

  async find(scope: string, hprNumbers: readonly string[]): Promise<ReadonlyMap<string, HprEntry>> {
    const rows = await this.database.ofAll.query<{ number_index: Buffer; entry: Buffer }>(
      'select number_index, entry from people.hpr_register_entry where scope = $1 and number_index = any ($2)',
      [scope, [...new Set(hprNumbers)].map((number) => this.keys.hprNumberIndex(scope, number))],
    );
    return new Map(
      rows.map(({ number_index, entry }) => {
        const opened = openJson<HprEntry>(this.keys.registerKey, belongsTo(scope, number_index), entry);
        return [opened.hprNumber, opened];
      }),
    );
  }
}
