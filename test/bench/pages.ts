import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { programmeRequirements, StudentWorld } from '../harness/student-world';

const ROUNDS = 5;
const REQUESTS = 40;
/** Slow 4G and a processor four times slower than this one (ux.md 0.2). */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER = 4;

const ROSTER = '/klasser/NLP-2026/OSLO-1';

interface Goal {
  readonly what: string;
  readonly measured: number;
  /** Milliseconds, at most. */
  readonly goal: number;
}

const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)]!;

/** A phone that was never here before. */
const phone = async (browser: Browser, origin: string, cookie?: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, locale: 'nb-NO' });
  if (cookie) {
    const [name, value] = cookie.split('=');
    await context.addCookies([{ name: name!, value: value!, url: origin }]);
  }
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
};

/** Milliseconds from the tap on a link until what was asked for is there, on a phone with nothing kept. */
const coldly = async (browser: Browser, address: string, isThere: string, cookie?: string): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await phone(browser, new URL(address).origin, cookie);
    await page.goto(address, { waitUntil: 'commit' });
    const time = await page.evaluate<number>(`new Promise((resolve) => {
      const look = () => ((${isThere}) ? resolve(performance.now()) : requestAnimationFrame(look));
      look();
    })`);
    times.push(time);
    await page.context().close();
  }
  return quantile(times, 0.5);
};

const PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0 && document.querySelector('h1')";
const count = (selector: string): string => `document.querySelectorAll('${selector}').length >= 54`;

/** Milliseconds from each key or tap to the next picture, of all that was done on the page. */
const delays = async (page: Page, work: () => Promise<void>): Promise<readonly number[]> => {
  await page.evaluate(`globalThis.delays = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (/^(keydown|pointerup|click)$/.test(name)) delays.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 })`);
  await work();
  await page.waitForTimeout(500);
  return page.evaluate<readonly number[]>('globalThis.delays');
};

const typing = async (page: Page, text: string): Promise<void> => {
  for (const letter of text) await page.keyboard.press(letter, { delay: 60 });
};

const inPalette = async (browser: Browser, address: string, cookie: string): Promise<readonly number[]> => {
  const page = await phone(browser, new URL(address).origin, cookie);
  await page.goto(address);
  await page.locator('tbody tr').nth(53).waitFor();
  await page.waitForTimeout(2_000);
  const found = await delays(page, async () => {
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').waitFor();
    for (const text of ['kari', 'nordmann', 'oslo']) {
      await typing(page, text);
      for (const _ of text) await page.keyboard.press('Backspace', { delay: 60 });
    }
  });
  await page.context().close();
  return found;
};

const inRoster = async (browser: Browser, address: string, cookie: string): Promise<readonly number[]> => {
  const page = await phone(browser, new URL(address).origin, cookie);
  await page.goto(address);
  await page.locator('tbody tr').nth(53).waitFor();
  const found = await delays(page, async () => {
    await page.getByRole('searchbox').first().focus();
    for (const text of ['kari', 'nordmann 5']) {
      await typing(page, text.replaceAll(' ', ''));
      for (const _ of text.replaceAll(' ', '')) await page.keyboard.press('Backspace', { delay: 60 });
    }
  });
  await page.context().close();
  return found;
};

const atTheDoor = async (browser: Browser, address: string, cookie: string): Promise<readonly number[]> => {
  const page = await phone(browser, new URL(address).origin, cookie);
  await page.goto(address);
  const rows = page.locator('[data-student]');
  await rows.nth(53).waitFor();
  const found = await delays(page, async () => {
    for (let at = 0; at < 54; at += 3) await rows.nth(at).tap();
  });
  await page.context().close();
  return found;
};

/** What the pages of the office and of a student ask the service for, once each. */
const askedBy = async (browser: Browser, origin: string, cookie: string, paths: readonly string[]) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name: name!, value: value!, url: origin }]);
  const asked = new Set<string>();
  const page = await context.newPage();
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOfService = request.method() === 'GET' && !/^\/assets\/|\/events\/stream|\/v\/style/.test(url.pathname);
    if (isOfService && url.origin === origin) asked.add(url.pathname + url.search);
  });
  for (const path of paths) {
    await page.goto(origin + path);
    await page.waitForTimeout(1_000);
  }
  await context.close();
  return [...asked];
};

/** Milliseconds that each answer takes, many times each, one after the other. */
const answerTimes = async (origin: string, cookie: string, paths: readonly string[]) => {
  const times = new Map<string, readonly number[]>();
  for (const path of paths) {
    const own: number[] = [];
    for (let n = 0; n < REQUESTS; n++) {
      const begun = performance.now();
      const abort = new AbortController();
      const answer = await fetch(origin + path, { headers: { cookie }, signal: abort.signal });
      if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
        abort.abort();
        break;
      }
      await answer.arrayBuffer();
      own.push(performance.now() - begun);
    }
    if (own.length > 0) times.set(path, own);
  }
  return times;
};

/** The goals of ux.md 5 that are times, rows 6 to 8: a phone on Slow 4G, and the service behind every page. */
export const pages = async (url: string): Promise<void> => {
  process.env.TEST_DATABASE_URL = url;
  const world = await StudentWorld.start(programmeRequirements, 54);
  const browser = await launchChromium();
  try {
    const { origin } = world;
    await world.moveClock('2027-02-16T07:30:00.000Z');
    const [oslo] = world.classes;
    const office = await loggedInAccount(world.api, 'mli', { role: 'administrator' });
    const student = await world.cookieOf(oslo!.students[0]!);
    const roster = origin + ROSTER;
    const door = `${origin}/oppmote/${oslo!.id}/${oslo!.sessions.find(({ startsAt }) => startsAt.startsWith('2027-02-16'))!.code}`;
    const goals: Goal[] = [
      { what: 'T0 log-in is there', measured: await coldly(browser, `${origin}/logg-inn`, PAINTED), goal: 1_000 },
      {
        what: 'T1 «Mine poeng» is there',
        measured: await coldly(browser, `${origin}/mine-poeng`, PAINTED, student),
        goal: 1_200,
      },
      {
        what: 'T2 class list of 54 is there',
        measured: await coldly(browser, roster, count('tbody tr'), office),
        goal: 2_000,
      },
      {
        what: 'T2 door list of 54 is there',
        measured: await coldly(browser, door, count('[data-student]'), office),
        goal: 2_000,
      },
    ];
    for (const [what, measure] of [
      ['palette', () => inPalette(browser, roster, office)],
      ['class list', () => inRoster(browser, roster, office)],
      ['door', () => atTheDoor(browser, door, office)],
    ] as const) {
      const found = await measure();
      goals.push({
        what: `${what}: key or tap to picture, p98 of ${found.length}`,
        measured: quantile(found, 0.98),
        goal: 100,
      });
    }
    const times = new Map([
      ...(await answerTimes(
        origin,
        office,
        await askedBy(browser, origin, office, [
          '/',
          '/klasser',
          ROSTER,
          `/personer/${oslo!.students[0]}`,
          '/oppmote',
          '/rapporter',
          '/paminnelser',
          '/opptak',
          '/kull',
          '/poeng',
          '/logg',
        ]),
      )),
      ...(await answerTimes(
        origin,
        student,
        await askedBy(browser, origin, student, ['/', '/mine-poeng', '/fravaer', '/kursbevis', '/min-profil']),
      )),
    ]);
    goals.push({
      what: `answers of the service, p95 of ${times.size} addresses`,
      measured: quantile([...times.values()].flat(), 0.95),
      goal: 50,
    });
    report(goals, times);
  } finally {
    await browser.close();
    await world.close();
  }
};

const report = (goals: readonly Goal[], times: ReadonlyMap<string, readonly number[]>): void => {
  const rows = goals.map((row) => ({ ...row, measured: Math.round(row.measured), met: row.measured <= row.goal }));
  console.log(`\npages (ms, load ${loadavg()[0]!.toFixed(1)}, phone: Slow 4G, processor ${SLOWER} times slower)`);
  console.table(rows);
  const slowest = [...times].map(([path, own]) => ({ path, p95: Math.round(quantile(own, 0.95)) }));
  console.table(slowest.sort((a, b) => b.p95 - a.p95).slice(0, 8));
  const folder = join(process.cwd(), 'test', 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  writeFileSync(join(folder, 'pages.json'), `${JSON.stringify({ name: 'pages', machine, rows }, null, 2)}\n`);
};
