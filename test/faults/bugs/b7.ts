import { Database } from '@kull/event-store';
import { rewriteStatements } from './rewriting';

/** B7: what is due is asked by the clock of the process: as wrong as that is, so wrong is the answer. */
const offBy = (): number => Math.round(Date.now() - (performance.timeOrigin + performance.now()));
const withOwnClock = (sql: string): string =>
  sql.replaceAll(/clock\.service_now\(\$\d\)/g, (now) => `(${now} + interval '${offBy()} ms')`);

rewriteStatements((sql, values) => [withOwnClock(sql), values]);
const { transaction } = Database.prototype;
Database.prototype.transaction = function allByOwnClock<T>(
  this: Database,
  work: Parameters<typeof transaction<T>>[0],
): Promise<T> {
  return transaction.call(this, (tx) =>
    work({ query: (sql, values) => tx.query(withOwnClock(sql), values) } as typeof tx),
  ) as Promise<T>;
};
