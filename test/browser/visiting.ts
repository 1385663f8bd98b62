import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { type AtWorkEffort, countedPage, noEffort } from './effort';
import { guidePictures } from './guide-pictures';

/** The looks that every page has to bear: narrow and wide, light and dark. */
export const looks = ([360, 1280] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

export interface Visit {
  readonly page: Page;
  /** Requests to elsewhere, errors in the console, failed requests. */
  readonly complaints: readonly string[];
  /** What has been done on the page since it was opened. */
  readonly effort: AtWorkEffort;
}

export interface VisitChoice {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
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
  await page.goto(address, { waitUntil: 'load' });
  // The application follows the log for as long as it is open: its network is never idle.
  const isApplication = javaScriptEnabled && (await page.locator('#app').count()) > 0;
  await (isApplication ? page.locator('main h1').waitFor() : page.waitForLoadState('networkidle'));
  const effort = noEffort();
  return { page: countedPage(page, effort), complaints, effort };
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

/** Until nothing on the page moves or fades any more; what goes on for ever, as a wheel does, is not waited for. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(`Promise.all(
    document.getAnimations()
      .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
      .map(({ finished }) => finished.catch(() => undefined)),
  ).then(() => undefined)`);

/** What a page does against WCAG 2.2 AA and against good custom. */
export const violations = async (page: Page): Promise<string[]> => {
  await settled(page);
  // In the frame of a letter no script runs, also axe's; it would wait for it for ever. The letter is looked at alone.
  const { violations: found } = await new AxeBuilder({ page })
    // What passed is not listed, and the pages have no frames of elsewhere: another page to gather results in is not opened.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .exclude('iframe[sandbox]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

/** Whether something is wider than the screen: the page, or what a phone shows as cards so that nobody has to scroll. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(`document.documentElement.scrollWidth > document.documentElement.clientWidth ||
    (innerWidth < 640 && [...document.querySelectorAll('.as-cards')].some(
      (cards) => cards.scrollWidth > cards.parentElement.clientWidth,
    ))`);
