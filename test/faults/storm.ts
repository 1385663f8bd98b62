import type { Chance } from '../data/chance';
import type { Mortal } from './mortal';

export interface StormPlan {
  readonly kills: number;
  /** Shares of the work at which the storm begins and ends. */
  readonly from: number;
  readonly to: number;
  /** When the work stands still meanwhile, the next kill comes all the same. */
  readonly atLatestMs: number;
  /** After every so many kills the queue forgets everything. */
  readonly forgetEvery: number;
}

export interface StormReport {
  readonly kills: Readonly<Record<string, number>>;
  readonly forgotten: number;
  readonly ms: number;
  /** Share of the work that was done while it lasted (V1). */
  readonly share: number;
}

/**
 * kill -9 at random, paced by progress: each kill waits for its share of the work, so that the work is done between the
 * kills and not after them.
 */
export const storm = async (
  plan: StormPlan,
  chance: Chance,
  victims: readonly Mortal[],
  progress: () => Promise<number>,
  forget: () => Promise<void>,
): Promise<StormReport> => {
  const kills: Record<string, number> = {};
  let forgotten = 0;
  const step = (plan.to - plan.from) / plan.kills;
  while ((await progress()) < plan.from) await pause(20);
  const began = performance.now();
  const before = await progress();
  for (let kill = 1; kill <= plan.kills; kill++) {
    const since = performance.now();
    const due = plan.from + step * (kill - 1);
    while ((await progress()) < due && performance.now() - since < plan.atLatestMs) await pause(10);
    await Promise.race(victims.map((victim) => victim.untilReady()));
    await pause(chance.between(0, 60));
    const victim = chance.oneOf(victims.filter(({ isReady }) => isReady));
    victim.kill();
    kills[victim.name] = (kills[victim.name] ?? 0) + 1;
    if (kill % plan.forgetEvery === 0) {
      await forget();
      forgotten++;
    }
  }
  const share = (await progress()) - before;
  return { kills, forgotten, share, ms: Math.round(performance.now() - began) };
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
