import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { source as axe } from 'axe-core';
import type { Browser, Page, Request } from 'playwright-core';
import { type AtWorkEffort, countedPage, noEffort } from './effort';
import { guidePictures } from './guide-pictures';

export interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** The looks that every page has to bear: narrow and wide, light and dark. */
export const looks: readonly Look[] = ([360, 1280] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

export interface Visit {
  readonly page: Page;
  /** Requests to elsewhere, errors in the console, failed requests. */
  readonly complaints: readonly string[];
  /** What has been done on the page since it was opened. */
  readonly effort: AtWorkEffort;
  /** Opens another page in the same window, as `visit` opened the first; gives the status that it answers with. */
  readonly goTo: (address: string) => Promise<number>;
}

export interface VisitChoice extends Look {
  readonly javaScriptEnabled?: boolean;
  /** The status that the page itself answers with. */
  readonly status?: number;
  /** Headers of every request to the page's own host: who asks, for instance. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `name=value`: kept by the browser itself, so that it goes along where a form or a redirect leads. */
  readonly cookie?: string;
}

const cookiesIn = (header: string, url: string) =>
  header
    .split('; ')
    .filter((text) => text.includes('='))
    .map((text) => {
      const at = text.indexOf('=');
      return { name: text.slice(0, at), value: text.slice(at + 1), url };
    });

/** So long may a page ask for nothing before it asks for more. */
const MOMENT = 100;
const PATIENCE = 30_000;

/** Waits until a page has all that it asked for. The browser's own sign of it comes half a second later. */
const quietOf = (page: Page): (() => Promise<void>) => {
  const open = new Set<Request>();
  let since = performance.now();
  const ended = (request: Request): void => {
    open.delete(request);
    since = performance.now();
  };
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    const end = performance.now() + PATIENCE;
    while (open.size > 0 || performance.now() - since < MOMENT) {
      if (performance.now() > end) throw new Error(`still asked for: ${[...open].map((one) => one.url()).join(' ')}`);
      await sleep(20);
    }
  };
};

/** Opens a page as somebody does for the first time. */
export const visit = async (browser: Browser, address: string, choice: VisitChoice): Promise<Visit> => {
  const { width, colorScheme, javaScriptEnabled = true, status = 200 } = choice;
  // A cookie goes where cookies are: as a header it would be lost as soon as a page sets another.
  const { cookie = choice.cookie ?? '', ...headers } = choice.headers ?? {};
  const viewport = { width, height: 800 };
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'nb-NO',
    // What unfolds is unfolded at once: nothing moves away under a pointer that is on its way.
    reducedMotion: 'reduce',
    javaScriptEnabled,
    extraHTTPHeaders: headers,
  });
  const { origin } = new URL(address);
  await context.addCookies(cookiesIn(cookie, origin));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) complaints.push(`request to ${url}`);
  });
  page.on('console', (message) => {
    const isOfStatus = status >= 400 && message.text().includes(String(status));
    if (['error', 'warning'].includes(message.type()) && !isOfStatus) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400 && response.status() !== status)
      complaints.push(`${response.status()} ${response.url()}`);
  });
  const quiet = quietOf(page);
  const goTo = async (to: string): Promise<number> => {
    const answer = await page.goto(to, { waitUntil: 'load' });
    // The application follows the log for as long as it is open: it is never quiet.
    const isApplication = javaScriptEnabled && (await page.locator('#app').count()) > 0;
    await (isApplication ? page.locator('main h1').waitFor() : quiet());
    return answer!.status();
  };
  await goTo(address);
  const effort = noEffort();
  return { page: countedPage(page, effort), complaints, effort, goTo };
};

const GUIDE = join(__dirname, '../../docs/guide/pictures');

/**
 * Keeps a picture of the page in the folder `KULL_PICTURES`, when there is one, and with `KULL_GUIDE=write` those of the
 * guides beside them, as much as a screen shows.
 */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.KULL_PICTURES;
  if (folder) {
    await settled(page);
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  if (process.env.KULL_GUIDE !== 'write' || !guidePictures.has(name)) return;
  await settled(page);
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(GUIDE, `${name}.png`) });
};

const MOVING = `document.getAnimations()
  .filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().endTime !== Infinity).length`;

/**
 * Until nothing on the page moves or fades any more; what goes on for ever, as a wheel does, is not waited for. What was
 * done just now may begin to move a little later. It is asked from here, since no timer runs in a page without a script.
 */
export const settled = async (page: Page): Promise<void> => {
  do await sleep(80);
  while (Number(await page.evaluate(MOVING)) > 0);
};

const AXE_OPTIONS = {
  // What passed is not listed.
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** In the frame of a letter no script runs, also axe's; it would wait for it for ever. The letter is looked at alone. */
const AXE_CONTEXT = { exclude: [['iframe[sandbox]']] };

/**
 * What a page does against WCAG 2.2 AA and against good custom. To bring axe into a page takes longer than its look at
 * it: it stays there for the next.
 */
export const violations = async (page: Page): Promise<string[]> => {
  await settled(page);
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  return page.evaluate(`axe.run(${JSON.stringify(AXE_CONTEXT)}, ${JSON.stringify(AXE_OPTIONS)}).then(
    ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
};

/** Whether something is wider than the screen: the page, or what a phone shows as cards so that nobody has to scroll. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(`document.documentElement.scrollWidth > document.documentElement.clientWidth ||
    (innerWidth < 640 && [...document.querySelectorAll('.as-cards')].some(
      (cards) => cards.scrollWidth > cards.parentElement.clientWidth,
    ))`);
