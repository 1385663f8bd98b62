import { readIntakeFolder } from '../../libs/admissions/test-model/intake-folder';
import { slowSelection } from '../../libs/admissions/test-model/slow-selection';
import { birthDateOf } from './model/course-awards';
import { rowsOf } from './model/tables';
import { isNationalId } from './national-ids';

type Files = ReadonlyMap<string, Buffer>;

const table = (files: Files, name: string): string[][] => rowsOf(files.get(name)!).map((row) => Object.values(row));

const tally = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

/** Checks what an intake run wrote against selection.md: by a slow second reading of the rules, and by the invariants. */
export const checkIntakeFiles = (folder: string, files: Files): void => {
  const input = readIntakeFolder(folder);
  const ids = input.applications.map((row) => row.national_id).filter(isNationalId);
  const expected = slowSelection(input, new Map(ids.map((id) => [id, birthDateOf(id)])));
  if ('stopped' in expected) throw new Error(`the model lacks assessments of ${expected.stopped.join(', ')}`);
  expect(table(files, 'rejected-rows.csv').map((row) => row.slice(0, 4))).toEqual(expected.rejectedRows);
  expect(table(files, 'decisions.csv')).toEqual(expected.decisions);
  expect(table(files, 'offers.csv')).toEqual(expected.offers);
  expect(table(files, 'class-lists.csv')).toEqual(expected.classLists);
  expect(table(files, 'waiting-lists.csv')).toEqual(expected.waitingLists);
  checkInvariants(files, input);
};

const checkInvariants = (files: Files, { definition, applications }: ReturnType<typeof readIntakeFolder>): void => {
  const lists = rowsOf(files.get('class-lists.csv')!);
  const offers = rowsOf(files.get('offers.csv')!);
  const municipality = new Map(applications.map((row) => [row.application_no, row.municipality_code]));
  const perClass = tally(lists.map((row) => row.class!));
  for (const { code, capacity, earmarkedPhysicianPlaces } of definition.classes) {
    expect(perClass.get(code) ?? 0).toBeLessThanOrEqual(capacity);
    const inQuota = lists.filter((row) => row.class === code && row.quota === 'EARMARKED_PHYSICIAN');
    expect(inQuota.length).toBeLessThanOrEqual(earmarkedPhysicianPlaces);
  }
  const perMunicipality = tally(lists.map((row) => `${row.class} ${municipality.get(row.application_no!)}`));
  for (const count of perMunicipality.values())
    expect(count).toBeLessThanOrEqual(definition.maxPerMunicipalityPerClass);
  for (const count of tally(lists.map((row) => row.application_no!)).values()) expect(count).toBe(1);
  for (const count of tally(offers.map((row) => `${row.round} ${row.application_no}`)).values()) expect(count).toBe(1);
};
