import { compareWithRebuild, Database, rebuildReadModel } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Client } from 'pg';
import { benchReadModel, benchRegister, startBenchService } from './bench-service';
import { compare } from './rounds';

const EVENTS = 100_000;

const benchOrder = (n: number) => ({
  decider: benchRegister,
  id: `rebuild-${n % 5_000}`,
  command: { type: 'Mark', data: { student: 'stc_1', halfHours: n % 16 } } as const,
  commandId: uuidOf('rebuild', n),
});

/** Rebuild of a read model, events/s, against PostgreSQL doing the same sum in one statement. */
export const rebuild = async (url: string): Promise<void> => {
  const service = await startBenchService(url);
  const owner = await Database.connect({ url, poolSize: 2 });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (let from = 0; from < EVENTS; from += 2_000) {
      await service.events.executeEach(
        Array.from({ length: 2_000 }, (_, i) => benchOrder(from + i)),
        { commandId: '00000000-0000-5000-8000-000000000000', actor: 'bench', occurredAt: '2026-06-15T14:00:00.000Z' },
      );
    }
    await compare({
      name: 'rebuild',
      unit: 'events/s',
      limit: {
        name: 'SQL insert … select … group by',
        measure: async () => {
          const start = performance.now();
          await client.query(
            `create table sum_by_sql as select stream, sum((data->>'halfHours')::int) as half_hours from log.event group by stream`,
          );
          const seconds = (performance.now() - start) / 1000;
          await client.query('drop table sum_by_sql');
          return EVENTS / seconds;
        },
      },
      contenders: [
        {
          name: 'kull',
          measure: async () => {
            const start = performance.now();
            await rebuildReadModel(benchReadModel, service.codecs, owner);
            return EVENTS / ((performance.now() - start) / 1000);
          },
        },
      ],
      goal: { contender: 'kull', ratio: 0.5, better: 'more' },
    });
    const { live, rebuilt } = await compareWithRebuild(benchReadModel, service.codecs, owner);
    if (live.get('bench_sum_v1') !== rebuilt.get('bench_sum_v1'))
      throw new Error('the rebuild differs from the live read model');
    console.log(`memory of the process: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  } finally {
    await client.end();
    await owner.close();
    await service.close();
  }
};
