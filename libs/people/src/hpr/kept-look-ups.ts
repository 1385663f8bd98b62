import type { Database } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { openJson, sealJson } from '../cipher';
import type { HprEntry, HprSource } from '../contracts';
import type { PeopleKeys } from '../keys';

type KeptSource = Exclude<HprSource, 'FILE'>;

/** The last answer about a number: without an entry when the register had no such number. */
export interface KeptLookUp {
  readonly hprNumber: string;
  readonly entry?: HprEntry;
  readonly source: KeptSource;
  readonly at: Instant;
}

interface KeptRow {
  readonly number_index: Buffer;
  readonly source: KeptSource;
  readonly answer: Buffer;
  readonly looked_up_at: Date;
}

const belongsTo = (scope: string, source: KeptSource, index: Buffer): string =>
  `${scope}/HprLookUp.${source}/${index.toString('hex')}`;

/**
 * What the API and manual verifications said, sealed, the last of each by scope and number. Kept and read as the service,
 * as the registers are: an applicant who checks a number makes it known.
 */
export class KeptLookUps {
  constructor(
    private readonly database: Database,
    private readonly keys: PeopleKeys,
  ) {}

  /** An answer that is older than the one that is kept changes nothing. */
  async keep(scope: string, answers: readonly KeptLookUp[]): Promise<void> {
    if (answers.length === 0) return;
    const rows = answers.map(({ hprNumber, entry, source, at }) => {
      const index = this.keys.hprNumberIndex(scope, hprNumber);
      const answer = { hprNumber, ...(entry && { entry }) };
      return { index, source, at, sealed: sealJson(this.keys.registerKey, belongsTo(scope, source, index), answer) };
    });
    await this.database.ofAll.query(
      `insert into people.hpr_look_up as kept (scope, number_index, source, answer, looked_up_at)
       select $1, number_index, source, answer, looked_up_at
         from unnest($2::bytea[], $3::text[], $4::bytea[], $5::timestamptz[]) as n (number_index, source, answer, looked_up_at)
        order by number_index, source
       on conflict (scope, number_index, source) do update
          set answer = excluded.answer, looked_up_at = excluded.looked_up_at
        where kept.looked_up_at <= excluded.looked_up_at`,
      [
        scope,
        rows.map(({ index }) => index),
        rows.map(({ source }) => source),
        rows.map(({ sealed }) => sealed),
        rows.map(({ at }) => at),
      ],
    );
  }

  async find(scope: string, hprNumbers: readonly string[]): Promise<readonly KeptLookUp[]> {
    const rows = await this.database.ofAll.query<KeptRow>(
      `select number_index, source, answer, looked_up_at from people.hpr_look_up
        where scope = $1 and number_index = any ($2)`,
      [scope, [...new Set(hprNumbers)].map((number) => this.keys.hprNumberIndex(scope, number))],
    );
    return rows.map(({ number_index, source, answer, looked_up_at }) => ({
      ...openJson<Pick<KeptLookUp, 'hprNumber' | 'entry'>>(
        this.keys.registerKey,
        belongsTo(scope, source, number_index),
        answer,
      ),
      source,
      at: looked_up_at.toISOString(),
    }));
  }
}
