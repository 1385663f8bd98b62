import { Database } from '@kull/event-store';

/** B6: the new position is committed by itself, before the rows of its page. */
const { query, transaction } = Database.prototype;
Database.prototype.transaction = function inTwo<T>(
  this: Database,
  work: Parameters<typeof transaction<T>>[0],
): Promise<T> {
  return transaction.call(this, (tx) =>
    work({
      query: (sql, values) =>
        sql.startsWith('update log.subscription') ? query.call(this, sql, values) : tx.query(sql, values),
    } as typeof tx),
  ) as Promise<T>;
};
