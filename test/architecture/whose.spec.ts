import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { eventStoreWhose, type Whose } from '@kull/event-store';
import { allParts } from '../../apps/contexts';

const { readModels, whose } = allParts();
const root = join(__dirname, '../..');

const spoken: Readonly<Record<string, Whose>> = {
  ...eventStoreWhose,
  ...whose,
  ...Object.fromEntries(
    readModels.flatMap((model) => Object.entries(model.whose).map(([table, one]) => [`read.${table}`, one] as const)),
  ),
};
const entries = Object.entries(spoken);

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /(?<!\.spec)\.tsx?$/.test(entry.name) ? [path] : [];
  });

/** Where something is read for a person that is not in their own rows. Each says why, at the place. */
const beyondOwn = [
  'libs/admissions/src/read-models/own-applications.query.ts',
  'libs/admissions/src/read-models/own-offers.query.ts',
  'libs/people/src/hpr/kept-look-ups.ts',
  'libs/people/src/hpr/register-files.ts',
  'libs/people/src/staff-directory.ts',
];

describe('whose the rows of tables are', () => {
  it('is said of every table of every read model, and of no other', () => {
    for (const { tables, whose: said } of readModels) expect(Object.keys(said).sort()).toEqual([...tables].sort());
    expect(entries.length).toBeGreaterThan(60);
  });

  it('is somebody’s, or has a reason', () => {
    const reasons = entries.flatMap(([table, one]) => {
      const reason = 'everybody' in one ? one.everybody : 'staff' in one ? one.staff : undefined;
      return reason === undefined ? [] : [[table, reason] as const];
    });
    expect(reasons.filter(([, reason]) => reason.length < 15)).toEqual([]);
    expect(entries.length - reasons.length).toBeGreaterThan(25);
  });

  it('is everybody’s of few, and they are these', () => {
    const open = entries.filter(([, one]) => 'everybody' in one).map(([table]) => table);
    expect(open.sort()).toEqual([
      'clock.setting',
      'read.class_v2',
      'read.cohort_v1',
      'read.intake_v1',
      'read.timetable_v1',
    ]);
  });

  it('goes by things whose owner is known, named by as many columns', () => {
    const given = new Map(
      entries.flatMap(([, one]) =>
        'gives' in one && one.gives ? Object.entries(one.gives).map(([thing, by]) => [thing, by.length] as const) : [],
      ),
    );
    const wanted = entries.flatMap(([table, one]) => ('of' in one ? [[table, one.of, one.by.length] as const] : []));
    expect(wanted.filter(([, thing, width]) => given.get(thing) !== width)).toEqual([]);
    // A thing that nothing belongs to would be said in vain.
    expect([...given.keys()].filter((thing) => !wanted.some(([, one]) => one === thing))).toEqual([]);
  });

  it('is passed over in few places, and they are these', () => {
    const places = ['libs', 'apps']
      .flatMap((folder) => sources(join(root, folder)))
      .map((path) => relative(root, path))
      .filter((path) => !path.startsWith('libs/event-store/'))
      .filter((path) => /\b(database|events)\.ofAll\b/.test(readFileSync(join(root, path), 'utf8')));
    expect(places.sort()).toEqual(beyondOwn);
  });
});
