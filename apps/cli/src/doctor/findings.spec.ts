import type { Facts } from './facts';
import { findingsOf } from './findings';

const healthy: Facts = {
  node: { version: '20.19.4', wanted: '>=20.19.0' },
  packages: { installed: true },
  build: { upToDate: true },
  postgres: { from: 'package' },
  redis: { from: 'path' },
  mail: { server: false, production: false },
  folders: [
    { path: '.data/keys', exists: true, mode: '700', writable: true },
    { path: '.data/dev', exists: false },
  ],
  ports: [{ port: 3000, free: true }],
  running: [{ path: '.data/dev', service: null }],
};

const notOk = (facts: Partial<Facts>) =>
  findingsOf({ ...healthy, ...facts })
    .filter(({ state }) => state !== 'ok')
    .map(({ state, what }) => `${state}: ${what}`);

describe('the doctor', () => {
  it('finds nothing wrong with a set-up that works', () => {
    expect(notOk({})).toEqual([]);
  });

  it.each([
    ['20.18.9', false],
    ['20.19.0', true],
    ['24.1.0', true],
    ['18.20.0', false],
  ])('thinks of Node %s: %s', (version, fine) => {
    expect(notOk({ node: { version, wanted: '>=20.19.0' } })).toHaveLength(fine ? 0 : 1);
  });

  it('tells somebody with an occupied port to choose another', () => {
    expect(notOk({ ports: [{ port: 3000, free: false }] })).toEqual(['wrong: Port 3000 er opptatt']);
  });

  it('does not mind that its own service has the port', () => {
    const running = [{ path: '.data/dev', service: { url: 'http://localhost:3000' } }];
    expect(notOk({ ports: [{ port: 3000, free: false }], running })).toEqual([]);
  });

  it('wants the keys closed to others', () => {
    const folders = [{ path: '.data/keys', exists: true, mode: '755', writable: true }];
    expect(notOk({ folders })).toEqual(['wrong: .data/keys er åpen for andre brukere']);
  });

  it('says what PostgreSQL lacks', () => {
    expect(notOk({ postgres: { from: null, problem: 'ingen pakke for maskinen' } })).toEqual([
      'wrong: PostgreSQL: ingen pakke for maskinen',
    ]);
  });

  it('says that no mail goes out of a production without a mail server', () => {
    expect(notOk({ mail: { server: false, production: true } })).toEqual([
      'wrong: Ingen e-post kan sendes: KULL_SMTP_URL er ikke satt',
    ]);
    expect(notOk({ mail: { server: true, production: true } })).toEqual([]);
  });

  it('can do without Redis, but says so', () => {
    expect(notOk({ redis: { from: null } })).toEqual(['worse: Redis finnes ikke; køen bruker PostgreSQL']);
  });
});
