import type { Locator, Page } from 'playwright-core';
import { BY_KEYBOARD } from './by-keyboard';

/** What somebody did, and how long they waited for the service. */
export interface Effort {
  /** Taps on a phone; each with the decision for it. */
  clicks: number;
  keys: number;
  /** Milliseconds in which the person could do nothing. */
  waited: number;
}

/** The effort so far of somebody at work. */
export interface AtWorkEffort extends Effort {
  /** What is else done with a pointer is done by keyboard just now: then the presses of its keys are counted, no more. */
  byKeyboard: boolean;
  presses: number;
}

export const noEffort = (): AtWorkEffort => ({ clicks: 0, keys: 0, waited: 0, byKeyboard: false, presses: 0 });

type Cost = readonly [clicks: number, keys: number];

/** What each act of Playwright's costs a person: a file and a list are opened before something is chosen in them. */
const COSTS: Readonly<Record<string, (...given: readonly unknown[]) => Cost>> = {
  click: () => [1, 0],
  tap: () => [1, 0],
  check: () => [1, 0],
  uncheck: () => [1, 0],
  selectOption: () => [2, 0],
  setInputFiles: () => [2, 0],
  fill: (text) => [1, String(text).length],
  pressSequentially: (text) => [0, String(text).length],
  press: (keys) => [0, String(keys).split('+').length],
  insertText: (text) => [0, String(text).length],
  type: (text) => [0, String(text).length],
};

/** Where a person is at work: what is reached from here is counted as well. */
const LEADS_ON = new Set(['keyboard', 'first', 'last', 'nth', 'filter', 'locator', 'or', 'and']);
const leadsOn = (name: string): boolean => LEADS_ON.has(name) || name.startsWith('getBy');
const isWait = (name: string): boolean => name in COSTS || name.startsWith('waitFor');

const originals = new WeakMap<object, object>();
/** Playwright compares and serialises its own objects: it is given those, not the ones that count. */
const original = (value: unknown): unknown =>
  (typeof value === 'object' && value !== null && originals.get(value)) || value;

/** Waits that overlap are one wait. */
class Waiting {
  private open = 0;
  private since = 0;

  constructor(private readonly effort: Effort) {}

  async during<T>(wait: Promise<T>): Promise<T> {
    if (this.open++ === 0) this.since = performance.now();
    try {
      return await wait;
    } finally {
      if (--this.open === 0) this.effort.waited += performance.now() - this.since;
    }
  }
}

const counting = <T extends object>(part: T, effort: AtWorkEffort, waiting: Waiting): T => {
  const counted = new Proxy(part, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      const name = String(key);
      if (typeof value === 'object' && value !== null && leadsOn(name)) return counting(value, effort, waiting);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]): unknown => {
        const act = effort.byKeyboard && 'page' in target ? BY_KEYBOARD[name] : undefined;
        if (act) {
          const locator = target as Locator;
          return act({ page: locator.page(), effort }, locator, ...(given.map(original) as never[]));
        }
        const result: unknown = value.apply(target, given.map(original));
        if (leadsOn(name)) return counting(result as object, effort, waiting);
        if (!isWait(name)) return result;
        const [clicks, keys] = COSTS[name]?.(...given) ?? [0, 0];
        effort.clicks += clicks;
        effort.keys += keys;
        if (effort.byKeyboard) effort.presses += name === 'press' ? 1 : keys;
        return waiting.during(result as Promise<unknown>);
      };
    },
  });
  originals.set(counted, part);
  return counted;
};

/** The page, with every click, key and wait on it added to the effort. */
export const countedPage = (page: Page, effort: AtWorkEffort): Page => counting(page, effort, new Waiting(effort));
