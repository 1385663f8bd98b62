import type { Browser, Locator, Page } from 'playwright-core';

/** What somebody did, and how long they waited for the service. */
export interface Effort {
  clicks: number;
  keys: number;
  /** Milliseconds in which the person could do nothing. */
  waited: number;
}

/** Keystroke-level model, in seconds: pointing and pressing with a decision before it, and a key (ux.md 5). */
const SECONDS = { click: 1.1 + 0.2 + 1.35, key: 0.28 } as const;

export const klmSeconds = ({ clicks, keys, waited }: Effort): number =>
  clicks * SECONDS.click + keys * SECONDS.key + waited / 1_000;

/** Somebody at the office in a browser, whose every click, key and wait is counted. */
export class AtWork {
  readonly effort: Effort = { clicks: 0, keys: 0, waited: 0 };
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
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
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale: 'nb-NO' });
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

  async click(target: Locator): Promise<void> {
    this.effort.clicks += 1;
    await target.click();
  }

  /** Chooses a file: opens the window for it, and picks one. */
  async chooseFile(target: Locator, path: string): Promise<void> {
    this.effort.clicks += 2;
    await target.setInputFiles(path);
  }

  async type(target: Locator, text: string): Promise<void> {
    this.effort.clicks += 1;
    this.effort.keys += text.length;
    await target.fill(text);
  }

  /** Types over what is chosen in the field that has the focus. */
  async typeHere(text: string): Promise<void> {
    this.effort.keys += text.length;
    await this.page.keyboard.insertText(text);
  }

  async press(key: string): Promise<void> {
    this.effort.keys += 1;
    await this.page.keyboard.press(key);
  }

  /** Waits for what the service has to answer first. */
  async waitFor(target: Locator): Promise<void> {
    const since = Date.now();
    await target.first().waitFor({ timeout: 120_000 });
    this.effort.waited += Date.now() - since;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  text(words: string | RegExp): Locator {
    return this.page.getByText(words);
  }

  /** The effort of one piece of work by itself. */
  async during(work: () => Promise<void>): Promise<Effort> {
    const before = { ...this.effort };
    await work();
    const { clicks, keys, waited } = this.effort;
    return { clicks: clicks - before.clicks, keys: keys - before.keys, waited: waited - before.waited };
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
