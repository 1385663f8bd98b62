import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** One way of doing the work: `measure` does it for a bounded time and answers a rate or a duration. */
export interface Contender {
  readonly name: string;
  measure(round: number): Promise<number>;
}

export interface Comparison {
  readonly name: string;
  readonly unit: string;
  /** The row that the others are held against. */
  readonly limit: Contender;
  readonly contenders: readonly Contender[];
  /** `kull / limit` is to be at least (rates) or at most (durations) this. */
  readonly goal: { readonly contender: string; readonly ratio: number; readonly better: 'more' | 'less' };
  readonly rounds?: number;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const show = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

/**
 * Measures the limit and every contender in turn, round by round (A B C A B C …), so that a noisy machine is noisy for
 * all; ratios are taken within a round and their median counts (performance.md). Prints a table, writes a JSON file.
 */
export const compare = async ({ name, unit, limit, contenders, goal, rounds = 5 }: Comparison): Promise<void> => {
  const all = [limit, ...contenders];
  const figures = new Map<string, number[]>(all.map((contender) => [contender.name, []]));
  for (const contender of all) await contender.measure(0);
  for (let round = 1; round <= rounds; round++) {
    for (const contender of all) figures.get(contender.name)!.push(await contender.measure(round));
    process.stderr.write(`  ${name}: round ${round} of ${rounds}\n`);
  }
  const limits = figures.get(limit.name)!;
  const rows = all.map((contender) => {
    const values = figures.get(contender.name)!;
    return {
      contender: contender.name,
      min: Math.min(...values),
      median: median(values),
      max: Math.max(...values),
      ratio: median(values.map((value, i) => value / limits[i]!)),
    };
  });
  const ours = rows.find((row) => row.contender === goal.contender)!;
  const met = goal.better === 'more' ? ours.ratio >= goal.ratio : ours.ratio <= goal.ratio;
  console.log(
    `\n${name} (${unit}, n=${rounds}, goal ${goal.contender} ${goal.better === 'more' ? '≥' : '≤'} ${goal.ratio} × ${limit.name}: ${met ? 'met' : 'not met'})`,
  );
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.contender,
        { min: show(row.min), median: show(row.median), max: show(row.max), ratio: row.ratio.toFixed(2) },
      ]),
    ),
  );
  const folder = join(process.cwd(), 'test', 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ name, unit, machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }, rounds, goal, met, rows }, null, 2)}\n`,
  );
};

/** Runs `step` in a loop from many clients for a bounded time; answers how many per second. */
export const ratePerSecond = async (
  clients: number,
  ms: number,
  step: (client: number, n: number) => Promise<unknown>,
): Promise<number> => {
  const start = performance.now();
  const end = start + ms;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let n = 0; performance.now() < end; n++) {
        await step(client, n);
        done++;
      }
    }),
  );
  return (done * 1000) / (performance.now() - start);
};
