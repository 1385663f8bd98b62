import { createHash } from 'node:crypto';
import { eventStoreMigrations } from '@kull/event-store';
import { allParts } from '../../apps/contexts';
import known from './stored-shapes.json';

/** What a database that is in use already has: it is made once, so a change of its text would never get there. */
const shapes = (): Readonly<Record<string, string>> => {
  const { readModels, migrations } = allParts();
  const texts = [
    ...[...eventStoreMigrations, ...migrations].map(({ name, sql }) => [`migration ${name}`, sql] as const),
    ...readModels.map(({ name, version, create }) => [`read model ${name} v${version}`, create] as const),
  ];
  // How it is laid out may change.
  return Object.fromEntries(texts.map(([name, text]) => [name, fingerprint(text.trim().replaceAll(/\s+/g, ' '))]));
};

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

describe('the tables of a database in use', () => {
  const now = shapes();

  it('are looked at', () => expect(Object.keys(now).length).toBeGreaterThan(40));

  it('have a new number, or a migration of its own, when they change', () => {
    const changed = Object.keys(now).filter((name) => name in known && known[name as keyof typeof known] !== now[name]);
    expect(changed).toEqual([]);
  });

  it('are all noted in stored-shapes.json, where nothing is ever taken away or changed', () => {
    const unnoted = Object.entries(now).filter(([name]) => !(name in known));
    expect(Object.fromEntries(unnoted)).toEqual({});
  });
});
