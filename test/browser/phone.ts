import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApi } from '../harness/api';
import { loggedInAccount } from '../harness/logged-in';
import { Wire } from '../harness/wire';
import type { AttendedClass } from '../rules/attended-cohort';
import { type AtWorkEffort, countedPage, noEffort } from './effort';

export interface PhoneLook {
  readonly width?: number;
  readonly dark?: boolean;
  readonly lang?: string;
}

/** A telephone at the door, with a network of its own. */
export class Phone {
  readonly problems: string[] = [];
  readonly effort: AtWorkEffort = noEffort();
  readonly page: Page;

  private constructor(
    readonly wire: Wire,
    readonly context: BrowserContext,
    page: Page,
  ) {
    this.page = countedPage(page, this.effort);
  }

  static async of(api: TestApi, browser: Browser, account: string, choice: PhoneLook = {}) {
    const wire = await Wire.to(await api.app.getUrl());
    const [name, value] = (await loggedInAccount(api, account, { role: 'administrator' })).split('=');
    const { width = 360, dark = false, lang } = choice;
    const context = await browser.newContext({
      viewport: { width, height: 740 },
      colorScheme: dark ? 'dark' : 'light',
      locale: 'nb-NO',
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    await context.addCookies([
      { name: name!, value: value!, url: wire.origin },
      ...(lang ? [{ name: 'kull-lang', value: lang, url: wire.origin }] : []),
    ]);
    const phone = new Phone(wire, context, await context.newPage());
    phone.page.on('pageerror', (error) => phone.problems.push(error.message));
    return phone;
  }

  go(path: string) {
    return this.page.goto(`${this.wire.origin}${path}`);
  }

  /** The list of the session, once the worker has everything that it needs without a network. */
  async open({ id, students }: AttendedClass, session = 'G1-1'): Promise<void> {
    await this.go('/oppmote');
    await this.page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await this.page.getByText('Kan åpnes uten nett').first().waitFor();
    await this.go(`/oppmote/${id}/${session}`);
    await this.row(students[0]!).waitFor();
  }

  row(studentNo: string) {
    return this.page.locator(`[data-student="${studentNo}"]`);
  }

  async mark(studentNo: string, taps = 1): Promise<void> {
    for (let tap = 0; tap < taps; tap++) await this.row(studentNo).tap();
  }

  async cut(): Promise<void> {
    this.wire.cut();
    await this.context.setOffline(true);
  }

  async mend(): Promise<void> {
    this.wire.mend();
    await this.context.setOffline(false);
  }

  /** All that was said here is with the service. */
  async settled(): Promise<void> {
    await this.page.getByText('Alt er sendt').waitFor({ timeout: 30_000 });
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.wire.close();
  }
}
