import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const project = join(__dirname, '../..');
const house = join(__dirname, 'fixtures/house');
const configuration = join(project, '.dependency-cruiser.cjs');

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const violationsIn = async (directory: string, ...rooms: readonly string[]): Promise<readonly Violation[]> => {
  const cruise = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruise, '--config', configuration, '--output-type', 'json', ...rooms];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: directory, maxBuffer: 2 ** 28 }).catch(
    (error: { stdout: string }) => error,
  );
  return JSON.parse(stdout).summary.violations;
};

/** Which file of fixtures/house breaks which rule. */
const planted: readonly (readonly [rule: string, from: string])[] = [
  ['every-import-is-found', 'libs/attendance/src/domain/lost.ts'],
  ['no-circle', 'libs/attendance/src/domain/about.ts'],
  ['kernel-depends-on-nothing', 'libs/kernel/src/impure.ts'],
  ['domain-is-pure', 'libs/attendance/src/domain/nest.ts'],
  ['domain-is-pure', 'libs/attendance/src/domain/stored.ts'],
  ['domain-knows-no-other-layer', 'libs/attendance/src/domain/ordered.ts'],
  ['inner-layers-do-not-know-http', 'libs/attendance/src/commands/answers.ts'],
  ['codec-knows-only-the-domain', 'libs/attendance/src/codec/orders.ts'],
  ['contexts-meet-in-contracts', 'libs/credits/src/looks-inside.ts'],
  ['contexts-meet-in-contracts', 'libs/credits/src/looks-whole.ts'],
  ['infrastructure-knows-no-context', 'libs/messaging/src/knows-attendance.ts'],
  ['event-store-knows-no-messaging', 'libs/event-store/src/enqueues.ts'],
  ['tables-know-only-the-kernel', 'libs/tables/src/asks-the-log.ts'],
  ['commands-do-not-enqueue', 'libs/attendance/src/commands/enqueues.ts'],
  ['read-models-have-no-effects', 'libs/attendance/src/read-models/acts.ts'],
  ['read-models-have-no-effects', 'libs/attendance/src/read-models/sends.ts'],
  ['only-messaging-knows-the-queue', 'libs/credits/src/queues.ts'],
  ['libs-do-not-know-apps', 'libs/credits/src/knows-app.ts'],
  ['code-does-not-know-tests', 'libs/credits/src/tested.ts'],
  ['command-line-is-a-client', 'apps/cli/src/reads-context.ts'],
  ['application-is-a-client', 'apps/web/app/decides.ts'],
  ['service-does-not-know-the-application', 'apps/web/src/knows-browser.ts'],
  ['checker-trusts-nobody', 'libs/certificates/src/checker/believes.ts'],
  ['launcher-needs-only-node', 'apps/launcher/packaged.mjs'],
];

describe('the boundaries between the parts', () => {
  it('are kept by every file of the project', async () => {
    const found = await violationsIn(project, 'apps', 'libs');
    expect(found.map(({ from, rule }) => `${from} breaks ${rule.name}`)).toEqual([]);
  }, 120_000);

  it('turn red for each violation that is planted', async () => {
    const found = (await violationsIn(house, 'apps', 'libs')).map(({ from, rule }) => `${rule.name}: ${from}`);
    for (const [rule, from] of planted) expect(found).toContain(`${rule}: ${from}`);
  }, 60_000);

  it('have a planted violation for every rule', () => {
    const { forbidden } = require(configuration) as { forbidden: readonly { name: string }[] };
    expect([...new Set(planted.map(([rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
