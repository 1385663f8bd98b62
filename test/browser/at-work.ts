import type { Browser, Locator, Page } from 'playwright-core';
import { type AtWorkEffort, countedPage, noEffort } from './effort';

/** Somebody at the office in a browser, whose every click, key and wait is counted. */
export class AtWork {
  readonly effort: AtWorkEffort = noEffort();
  readonly complaints: string[] = [];
  readonly page: Page;

  private constructor(page: Page) {
    this.page = countedPage(page, this.effort);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      const isRefusal = message.text().includes('status of 409');
      if (['error', 'warning'].includes(message.type()) && !isRefusal) this.complaints.push(message.text());
    });
  }

  static async begin(
    browser: Browser,
    origin: string,
    cookie: string,
    look: { readonly width?: number; readonly colorScheme?: 'light' | 'dark' } = {},
  ): Promise<AtWork> {
    const { width = 1280, colorScheme = 'light' } = look;
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      locale: 'nb-NO',
      reducedMotion: 'reduce',
    });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: origin }]);
    context.setDefaultTimeout(60_000);
    return new AtWork(await context.newPage());
  }

  /** The person's own way: nothing is counted. */
  async goTo(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('h1').waitFor();
  }

  /** Waits for what the service has to answer first. */
  waitFor(target: Locator): Promise<void> {
    return target.first().waitFor({ timeout: 120_000 });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  text(words: string | RegExp): Locator {
    return this.page.getByText(words);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
