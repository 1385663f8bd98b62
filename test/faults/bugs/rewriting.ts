import { Database } from '@kull/event-store';

/** A statement and its values. */
type Asked = readonly [sql: string, values: readonly unknown[]];

const { query } = Database.prototype;

/** From now on every statement outside transactions is asked as `rewrite` has it. */
export const rewriteStatements = (rewrite: (...asked: Asked) => Asked): void => {
  Database.prototype.query = function rewritten<Row extends object>(
    this: Database,
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return query.call(this, ...rewrite(sql, values)) as Promise<Row[]>;
  };
};
