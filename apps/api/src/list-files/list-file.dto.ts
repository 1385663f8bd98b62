import { isLocalDate, parseInstant } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const MAX_ROWS = 10_000;
const MAX_COLUMNS = 60;
/** No cell of a workbook holds more. */
const MAX_CELL = 32_767;

const line = (max: number) => z.string().regex(new RegExp(`^\\P{Cc}{1,${max}}$`, 'u'));

/** As the columns of a list go out: numbers that are names are texts. */
export const cellTypes = ['text', 'decimal', 'share', 'date', 'instant'] as const;
export type CellType = (typeof cellTypes)[number];

export type ShownCell = string | number | null;

const fits = (type: CellType, cell: ShownCell): boolean => {
  if (cell === null) return true;
  switch (type) {
    case 'text':
      return typeof cell === 'string';
    case 'decimal':
    case 'share':
      return typeof cell === 'number';
    case 'date':
      return typeof cell === 'string' && isLocalDate(cell);
    case 'instant':
      return typeof cell === 'string' && parseInstant(cell) !== undefined;
  }
};

/** Whom a row is about, by what the list knows of them. */
const person = z.union([
  z.strictObject({ studentNo: line(64), classId: line(64) }),
  z.strictObject({ applicationId: line(64) }),
  z.strictObject({ personId: line(64) }),
]);
export type PersonOfRow = z.output<typeof person>;

const shownList = z
  .strictObject({
    format: z.enum(['csv', 'xlsx']),
    profile: z.enum(['excel-no', 'rfc4180']).default('excel-no'),
    name: line(100),
    /** Where it is shown, with its filters: `/klasser/NLP-2026/OSLO-2?vis=fare`. */
    address: line(500),
    /** The position of the log up to which the list knows all. */
    position: z.int().min(0).optional(),
    columns: z
      .array(z.strictObject({ key: z.string().regex(/^[\w-]{1,60}$/), title: line(120), type: z.enum(cellTypes) }))
      .min(1)
      .max(MAX_COLUMNS),
    rows: z
      .array(
        z.strictObject({
          person: person.optional(),
          cells: z.array(z.union([z.string().max(MAX_CELL), z.number(), z.null()])).max(MAX_COLUMNS),
        }),
      )
      .max(MAX_ROWS),
  })
  .superRefine(({ columns, rows }, context) => {
    rows.forEach(({ cells }, row) => {
      const wrong =
        cells.length === columns.length ? cells.findIndex((cell, at) => !fits(columns[at]!.type, cell)) : cells.length;
      if (wrong >= 0)
        context.addIssue({ code: 'custom', path: ['rows', row, 'cells', wrong], message: 'passer ikke til kolonnen' });
    });
  });

export type ShownList = z.output<typeof shownList>;

/** A list as it stands on a screen: its columns, and its rows in their order. */
export class ShownListDto extends createZodDto(shownList) {}
