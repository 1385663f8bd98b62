import { textOf } from '@kull/documents/testing/tools';
import type { Seen } from './attendance-plan';
import { csv } from './year-client';
import type { YearClass } from './year-model';
import type { YearWorld } from './year-world';

interface RosterJson {
  readonly students: readonly {
    readonly studentNo: string;
    readonly familyName: string;
    readonly givenNames: string;
  }[];
}

const ticked = { PRESENT: 'T', ABSENT: 'F', EXCUSED: 'G' } as const;

/** The printed rows: the name in front, the code at the end of the line. */
const rowCodesIn = (text: string): ReadonlyMap<string, readonly string[]> => {
  const rows = new Map<string, string[]>();
  for (const [, name, code] of text.matchAll(/^(?:\d+ )?(.+?) ([0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z])$/gm))
    rows.set(name!, [...(rows.get(name!) ?? []), code!]);
  return rows;
};

/**
 * The register is printed, filled in and typed; the file comes twice. Answers who was left blank: guests, and those whose
 * name stands there twice.
 */
export const signInOnPaper = async (
  { client }: YearWorld,
  { id }: YearClass,
  code: string,
  seen: ReadonlyMap<string, Seen>,
): Promise<readonly string[]> => {
  const sheet = `/classes/${id}/registers/${code}`;
  const printed = rowCodesIn(textOf(await client.download(`${sheet}/sheet.pdf`)));
  const { students } = await client.get<RosterJson>(`/classes/${id}/roster`);
  const rows = students.flatMap(({ studentNo, familyName, givenNames }) => {
    const one = seen.get(studentNo);
    const codes = printed.get(`${givenNames} ${familyName}`) ?? [];
    return one && codes.length === 1 ? [{ studentNo, one, row: codes[0]! }] : [];
  });
  expect(rows.length).toBeGreaterThan(40);
  const lines = rows.map(({ one, row }) =>
    [row, ticked[one.presence], one.lateHours ?? '', one.leftEarlyHours ?? '', 'anna', '']
      .join(';')
      .replaceAll('.', ','),
  );
  const file = csv('row_code;presence;late_hours;left_early_hours;observed_by;note', ...lines);
  const recorded = { recorded: rows.length, unchanged: 0, conflicts: 0, rejected: [] };
  expect(await client.post(`${sheet}/sheet-imports`, file)).toMatchObject(recorded);
  const again = { recorded: 0, unchanged: rows.length, rejected: [] };
  expect(await client.post(`${sheet}/sheet-imports`, file)).toMatchObject(again);
  const typed = new Set(rows.map(({ studentNo }) => studentNo));
  return [...seen.keys()].filter((no) => !typed.has(no));
};
