import { Codecs } from './codec';
import type { ReadModel, Tx } from './contracts';
import type { Database } from './database';
import { subscriptionOf } from './following';
import { Reader } from './reader';
import { guardTable } from './whose';

const PAGE = 5_000;

/** What a rebuild did. */
export interface Rebuilt {
  readonly name: string;
  readonly events: number;
  readonly position: number;
}

/** Applies every event that the model handles, up to a position; memory stays at one page. */
export const replay = async (model: ReadModel, codecs: Codecs, tx: Tx, upTo: number): Promise<number> => {
  const reader = new Reader(tx, codecs);
  let after = 0;
  let events = 0;
  for (;;) {
    const page = await reader.pageOfTypes(after, upTo, model.handles, PAGE);
    if (page.length === 0) return events;
    await model.apply(page, tx);
    events += page.length;
    after = page.at(-1)!.position;
  }
};

/**
 * Builds a read model anew beside the old one and switches (design.md 5). Most of the log is replayed while work goes
 * on; the rest, and the switch, under the append lock. `database` must act as the owner of the tables.
 */
export const rebuildReadModel = async (model: ReadModel, codecs: Codecs, database: Database): Promise<Rebuilt> => {
  const shadow = `rebuild_${model.name.replaceAll('-', '_')}_v${model.version}`;
  return database.transaction(async (tx) => {
    await tx.query(`drop schema if exists ${identifier(shadow)} cascade; create schema ${identifier(shadow)}`);
    await tx.query(
      `set local search_path = ${identifier(shadow)}; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
    );
    await tx.query(model.create);
    const [before] = await tx.query<{ position: string }>('select position from log.head');
    let events = await replay(model, codecs, tx, Number(before!.position));
    const [head] = await tx.query<{ position: string }>('select position from log.head for update');
    const position = Number(head!.position);
    if (position > Number(before!.position)) {
      const reader = new Reader(tx, codecs);
      let after = Number(before!.position);
      for (;;) {
        const page = await reader.pageOfTypes(after, position, model.handles, PAGE);
        if (page.length === 0) break;
        await model.apply(page, tx);
        events += page.length;
        after = page.at(-1)!.position;
      }
    }
    for (const table of model.tables) {
      await tx.query(
        `drop table read.${identifier(table)} cascade; alter table ${identifier(shadow)}.${identifier(table)} set schema read`,
      );
      await tx.query(`grant select, insert, update, delete on read.${identifier(table)} to kull_app`);
      await guardTable(`read.${table}`, model.whose[table]!, (sql, values) => tx.query(sql, values));
    }
    await tx.query(`drop schema ${identifier(shadow)} cascade`);
    await tx.query(
      'insert into log.subscription (name, position) select $1, $2 where $3 on conflict (name) do update set position = excluded.position',
      [subscriptionOf(model), position, model.mode === 'following'],
    );
    return { name: model.name, events, position };
  });
};

/** Names of tables and schemas come from code, never from callers; this keeps it so. */
const identifier = (name: string): string => {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name of a table`);
  return name;
};

/**
 * The content of a read model's tables as one digest each, live or as a rebuild from the first event would give it.
 * Equal maps = the read model equals its rebuild (I10). Nothing is kept.
 */
export const compareWithRebuild = async (
  model: ReadModel,
  codecs: Codecs,
  database: Database,
): Promise<{ readonly live: ReadonlyMap<string, string>; readonly rebuilt: ReadonlyMap<string, string> }> =>
  database
    .transaction(async (tx) => {
      await tx.query('create schema compare_rebuild');
      await tx.query('set local search_path = compare_rebuild; set local statement_timeout = 0');
      await tx.query(model.create);
      const [head] = await tx.query<{ position: string }>('select position from log.head for update');
      await replay(model, codecs, tx, Number(head!.position));
      const digestOf = async (schema: string): Promise<ReadonlyMap<string, string>> => {
        const digests = new Map<string, string>();
        for (const table of model.tables) {
          const [row] = await tx.query<{ digest: string }>(
            `select count(*) || ':' || md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as digest from ${identifier(schema)}.${identifier(table)} t`,
          );
          digests.set(table, row!.digest);
        }
        return digests;
      };
      throw new Compared(await digestOf('read'), await digestOf('compare_rebuild'));
    })
    .catch((outcome: unknown) => {
      if (outcome instanceof Compared) return outcome;
      throw outcome;
    });

/** Carries the result out of a transaction that is to leave nothing behind. */
class Compared extends Error {
  constructor(
    readonly live: ReadonlyMap<string, string>,
    readonly rebuilt: ReadonlyMap<string, string>,
  ) {
    super('compared');
  }
}
