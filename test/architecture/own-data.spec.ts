import { allParts } from '../../apps/contexts';
import { ownDataSections } from '../../apps/web/src/student/profile/own-data';
import { eventsHandedOut, type HandedOut, tablesHandedOut } from './own-data';

const { codecs, migrations } = allParts();
const events = codecs.flatMap((codec) => Object.keys(codec)).sort();
const handedOut: readonly HandedOut[] = [...Object.values(eventsHandedOut), ...Object.values(tablesHandedOut)];

describe('what a person is handed out of what is kept about them', () => {
  it('is decided for every event there is, and for none that there is not', () => {
    expect(events.length).toBeGreaterThan(150);
    expect(Object.keys(eventsHandedOut).sort()).toEqual(events);
  });

  it('is decided for every table that is no read model', () => {
    expect(Object.keys(tablesHandedOut).sort()).toEqual(migrations.map(({ name }) => name).sort());
  });

  it('has nothing that no event and no table says', () => {
    const said = new Set(handedOut.filter((where) => typeof where === 'string'));
    expect(ownDataSections.filter((section) => !said.has(section))).toEqual([]);
  });

  it('is left out for a reason only', () => {
    const reasons = handedOut.flatMap((where) => (typeof where === 'string' ? [] : [where.not]));
    expect(reasons.filter((reason) => reason.length < 20)).toEqual([]);
  });
});
