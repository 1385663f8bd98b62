import { type Instant, isLocalDate, type LocalDate, parseInstant } from '@kull/kernel';
import type { ColumnDefinition } from './definition';

/** A value of a row with the type of its column: what the three writers start from. */
export type Cell =
  | { readonly type: 'empty' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'integer' | 'decimal' | 'share'; readonly number: number }
  | { readonly type: 'date'; readonly date: LocalDate }
  | { readonly type: 'instant'; readonly instant: Instant };

const EMPTY: Cell = { type: 'empty' };

/** @throws RangeError when the value is none of its column's type; the message names the column, not the value. */
export const cellOf = <Row>(column: ColumnDefinition<Row>, row: Row): Cell => {
  const wrong = () => new RangeError(`The column ${column.key} has a value that is no ${column.type}`);
  switch (column.type) {
    case 'text': {
      const text = column.value(row) ?? '';
      // Halves of surrogate pairs are no text in UTF-8 or XML.
      return text === '' ? EMPTY : { type: 'text', text: Buffer.from(text, 'utf8').toString('utf8') };
    }
    case 'integer':
    case 'decimal':
    case 'share': {
      const number = column.value(row) ?? undefined;
      if (number === undefined) return EMPTY;
      if (!(column.type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number))) throw wrong();
      return { type: column.type, number };
    }
    case 'date': {
      const date = column.value(row) ?? undefined;
      if (date === undefined) return EMPTY;
      if (!isLocalDate(date)) throw wrong();
      return { type: 'date', date };
    }
    case 'instant': {
      const instant = column.value(row) ?? undefined;
      if (instant === undefined) return EMPTY;
      const parsed = parseInstant(instant);
      if (parsed === undefined) throw wrong();
      return { type: 'instant', instant: parsed };
    }
  }
};
