import { type RunningService, startService } from '../harness/service';
import { kull } from './command-line';
import { eventCount } from './log-rows';

describe('the demonstration data', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startService();
  }, 90_000);

  afterAll(() => service?.stop());

  it('is loaded through the same operations as any other, and once', async () => {
    expect((await kull(service, 'seed')).code).toBe(0);
    const before = await eventCount(service.databaseUrl);
    expect(before).toBeGreaterThan(1_000);
    const again = await kull(service, 'seed', '--json');
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toEqual({ intake: 'NLP-2026', class: 'NLA-2026V-1', cohort: 'NLP-2026' });
    expect(again.err).toBe('');
    expect(await eventCount(service.databaseUrl)).toBe(before);
  }, 120_000);

  it('is there to be followed event by event', async () => {
    const { code, out } = await kull(service, 'events', 'tail', '--once', '--after', '0');
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(await eventCount(service.databaseUrl));
  }, 60_000);
});
