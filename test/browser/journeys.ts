import { appendFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { AtWorkEffort, Effort } from './effort';
import { type Journey, type JourneyTarget, targets } from './journey-targets';

/** Somebody in a browser whose effort is counted. */
export interface AtWorkPage {
  readonly page: Page;
  readonly effort: AtWorkEffort;
}

/** A phone is narrower than this, and tapped. */
const PHONE_WIDTH = 640;
/** Keystroke-level model, in seconds (ux.md 5); every click and tap is taken to need a decision. */
const SECONDS = { key: 0.28, tap: 0.9, click: 1.1, decision: 1.2 } as const;

/** Waits are for a machine that is not overloaded; on one that is, they are as much longer. */
export const overload = (): number => Math.max(1, loadavg()[0]! / cpus().length);

const secondsOf = ({ clicks, keys, waited }: Effort, isPhone: boolean): number =>
  keys * SECONDS.key + clicks * ((isPhone ? SECONDS.tap : SECONDS.click) + SECONDS.decision) + waited / 1_000;

const note = (line: object): void => {
  if (process.env.KULL_JOURNEYS) appendFileSync(process.env.KULL_JOURNEYS, `${JSON.stringify(line)}\n`);
};

/** The same work without a pointer: done, or not to be done. How many keys it takes is told. */
const walkByKeyboard = async (name: Journey, { effort }: AtWorkPage, work: () => Promise<unknown>): Promise<void> => {
  const before = effort.presses;
  effort.byKeyboard = true;
  try {
    await work();
  } finally {
    effort.byKeyboard = false;
  }
  note({ journey: name, presses: effort.presses - before });
};

/** The run by keyboard takes its tests by their names: one that walks a journey has to say so. */
const expectNamed = (name: Journey): void => {
  const test = expect.getState().currentTestName ?? '';
  const walked = /\(walks ([^)]+)\)$/.exec(test)?.[1]?.split(', ') ?? [];
  if (!walked.includes(name)) throw new Error(`«${test}» walks ${name}: its name has to end in (walks ${name})`);
};

/**
 * One of the journeys of ux.md 2: does the work, and holds its clicks, keys and time against the target. Its line is
 * added to the report that the run prints at its end (`KULL_JOURNEYS`). With `KULL_BY_KEYBOARD` it is walked without a
 * pointer, and told in the same report.
 */
export const journey = async (name: Journey, at: AtWorkPage, work: () => Promise<unknown>): Promise<void> => {
  expectNamed(name);
  if (process.env.KULL_BY_KEYBOARD) return walkByKeyboard(name, at, work);
  const before = { ...at.effort };
  await work();
  const load = overload();
  const effort: Effort = {
    clicks: at.effort.clicks - before.clicks,
    keys: at.effort.keys - before.keys,
    waited: (at.effort.waited - before.waited) / load,
  };
  const isPhone = (at.page.viewportSize()?.width ?? PHONE_WIDTH) < PHONE_WIDTH;
  const seconds = secondsOf(effort, isPhone);
  const { what, ...target }: JourneyTarget = targets[name];
  const line = { journey: name, what, ...effort, seconds, target, load };
  note(line);
  const tooMuch = {
    clicks: target.clicks !== undefined && effort.clicks > target.clicks,
    keys: target.keys !== undefined && effort.keys > target.keys,
    waited: target.waited !== undefined && effort.waited > target.waited * 1_000,
    seconds: seconds > target.seconds,
  };
  expect({ ...line, tooMuch }).toMatchObject({
    tooMuch: { clicks: false, keys: false, waited: false, seconds: false },
  });
};
