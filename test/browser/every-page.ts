import type { Browser, Page } from 'playwright-core';
import { worldIn } from '../access/world';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { CourseClient } from '../rules/course-client';
import { keepPicture, type Look, looks, overflows, type Visit, violations, visit } from './visiting';

/** What is visited, as whom: `pattern address`; `404` where nothing is there in this world. The pattern is the router's. */
interface Stop {
  readonly pattern: string;
  readonly address: string;
  readonly status: number;
}

const stop = (pattern: string, values: Readonly<Record<string, string>> = {}, status = 200): Stop => ({
  pattern,
  address: pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name]!)),
  status,
});

/** Pages that are no pages, or that only lead on: of each, where it is looked at, or why not. */
export const otherwise: Readonly<Record<string, string>> = {
  '/mine-poeng/frister.ics': 'a file',
  '/fravaer/:id': 'student-attendance.spec',
  '/kursbevis/:no/pdf': 'a file',
  '/kursbevis/:no/open-badge': 'a file',
  '/min-profil/innsyn.csv': 'a file',
  '/min-profil/innsyn.xlsx': 'a file',
  '/min-profil/mine-data.json': 'a file',
  '/soknad/:intake': 'application-form.spec',
  '/soknad/:intake/vedlegg': 'application-form.spec',
  '/soknad/:intake/vedlegg/:document': 'a file',
  '/soknad/:intake/:part': 'application-form.spec',
  '/vis-som/:person': 'roles.spec',
  '/levering/alle.csv': 'a file',
  '/levering/alle.xlsx': 'a file',
  '/oppmote/app.webmanifest': 'a file',
  '/oppmote/sw.js': 'a file',
  '/min-qr/sw.js': 'a file',
  '/vedtak/:token/:ticket': 'decision.spec',
  '/vedtak/:token/brev/:letter': 'a file',
  '/vedtak/:token/:ticket/brev/:letter': 'a file',
  '/tilbud/:token/:ticket': 'offer.spec',
  '/tilbud/:token/brev': 'a file',
  '/tilbud/:token/:ticket/brev': 'a file',
  '/assets/:file': 'a file',
  '/assets/app/:file': 'a file',
  '/assets/stil/:file': 'a file',
  '/health/live': 'for machines',
  '/health/ready': 'for machines',
  '/health/startup': 'for machines',
  '/utboks': 'outbox.spec',
  '/utboks/:id': 'outbox.spec',
  '/utboks/:id/html': 'outbox.spec',
  '/personer': 'no screen of its own: the palette',
  '/leveringer/utkast/:id': 'deliveries-office.spec',
  '/v/style.css': 'a file',
  '/v/check.js': 'a file',
  '/v/check': 'leads on',
  '/b/:token/:ticket': 'student-papers.spec',
  '/b/:token/:ticket/:file': 'a file',
  '/status/certificates/:list': 'for machines',
  '/.well-known/oauth-authorization-server': 'for machines',
  '/.well-known/kull-keys.json': 'for machines',
  '/.well-known/did.json': 'for machines',
  '/calendar/:token.ics': 'a file',
  '/logg-inn/:login': 'leads on',
  '/logg-inn/:login/svar': 'leads on',
  '/logg-inn/:login/ut': 'leads on',
};

/** Nobody has to scroll sideways at this width, which is 1280 px enlarged four times (WCAG 2.2, 1.4.10). */
const NARROWEST = 320;

/** Every page and every screen there is, in a world where something is to be seen on each. */
export class EveryPage {
  private constructor(
    private readonly api: TestApi,
    private readonly browser: Browser,
    private readonly origin: string,
    private readonly cookies: ReadonlyMap<string, string>,
    readonly stops: Readonly<Record<string, readonly Stop[]>>,
  ) {}

  static async begin(): Promise<EveryPage> {
    const api = await createTestApi(undefined, { KULL_WEBHOOKS_TO_PRIVATE: 'yes' });
    const { things, persons } = await worldIn(api);
    await api.app.listen(0, '127.0.0.1');
    const origin = await api.app.getUrl();
    const cookies = new Map<string, string>();
    const client = new CourseClient(api);
    const [classX, personX] = [things.class.X!, things.person.X!];
    cookies.set('student of X', await loggedInPerson(api, personX.id));
    cookies.set('student A', await loggedInPerson(api, persons.A));
    cookies.set('administrator', await loggedInAccount(api, 'adm', { role: 'administrator' }));
    cookies.set('assessor', await loggedInAccount(api, 'ass', { role: 'assessor' }));
    cookies.set(
      'association, desk',
      await loggedInAccount(api, 'dsk', { role: 'association', orgNumber: '960474341' }),
    );
    const { cohort, code } = (await client.get<{ cohort: string; code: string }>(`/classes/${classX.id}`)).json();
    const intakes = await client.get<{ data: { id: string; code: string }[] }>('/intakes');
    const intake = intakes.json().data[0]!;
    const list = await client.get<{ data: { applicationNo: string }[] }>(`/applications?intake=${intake.id}`);
    const values = {
      class: code,
      cohort,
      code: intake.code,
      intake: intake.code,
      no: list.json().data[0]!.applicationNo,
      key: classX.studentNo!,
      id: things.export.ours!.id,
      token: 'x'.repeat(32),
      slug: 'validation-failed',
    };
    const stops = {
      administrator: [
        ...['/', '/opptak', '/opptak/:code', '/opptak/:code/soknader', '/opptak/:code/rangering'].map((one) =>
          stop(one, values),
        ),
        ...['/opptak/:code/habilitet', '/opptak/:code/runder', '/kull', '/kull/:cohort', '/kull/:cohort/utkast'].map(
          (one) => stop(one, values),
        ),
        ...[
          '/logg',
          '/logg/innsyn',
          '/logg/stoppet',
          '/klasser',
          '/personer/:key',
          '/tilganger',
          '/rapporter',
          '/paminnelser',
        ].map((one) => stop(one, values)),
        ...['/klasser/:cohort/:class/oppmote', '/klasser/:cohort/:class', '/poeng', '/poeng/:class'].map((one) =>
          stop(one, values),
        ),
        ...[
          '/poeng/:class/resultater',
          '/poeng/:class/rettelser',
          '/bevis',
          '/leveringer',
          '/leveringer/:id',
          '/oppmote',
        ].map((one) => stop(one, values)),
        stop('/bevis/:no', { no: things.certificate.X!.id }),
      ],
      assessor: ['/vurdering', '/vurdering/:code', '/vurdering/:code/:no'].map((one) => stop(one, values)),
      'student of X': [
        ...['/', '/mine-poeng', '/fravaer', '/kalender', '/kursbevis', '/min-profil', '/min-profil/innsyn'].map((one) =>
          stop(one),
        ),
        ...['/vedtak', '/tilbud', '/soknad', '/min-qr'].map((one) => stop(one)),
      ],
      'student A': ['/', '/vedtak', '/tilbud'].map((one) => stop(one)),
      'association, desk': [
        ...['/levering', '/levering/alle', '/levering/kursgodkjenninger', '/levering/:id'].map((one) =>
          stop(one, values),
        ),
        stop('/levering/maskintilgang'),
        stop('/levering/maskintilgang/webhooker/:id', { id: things.webhook.ours!.id }),
      ],
      anonymous: [
        ...['/logg-inn', '/problems/:slug', '/trekning/:intake', '/v'].map((one) => stop(one, values)),
        stop('/v/:number', { number: things.certificate.X!.id }),
        ...['/vedtak/:token', '/tilbud/:token', '/bekreft/:token', '/b/:token', '/avmelding/:token'].map((one) =>
          stop(one, values, 404),
        ),
      ],
    };
    return new EveryPage(api, await launchChromium(), origin, cookies, stops);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.api.close();
  }

  /** What is wrong with somebody's pages in a language, narrow and wide, light and dark. */
  async wrongFor(who: string, lang: string): Promise<readonly string[]> {
    const wrong: string[] = [];
    await this.inWindow(who, { ...looks[0]!, lang }, async ({ page, goTo }) => {
      for (const { pattern, address, status } of this.stops[who]!) {
        const { width, colorScheme } = looks[0]!;
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const answered = await goTo(`${this.origin}${address}`);
        if (answered !== status) wrong.push(`${pattern} answers with ${answered}`);
        await page.locator('h1').first().waitFor();
        const shown = await page.locator('html').getAttribute('lang');
        if (shown !== lang) wrong.push(`${pattern} is in ${shown}`);
        const name = `${pattern.replaceAll(/\W+/g, ' ').trim() || 'home'} ${who}`;
        for (const look of looks) {
          const isPictured = lang === 'nb';
          const found = await this.wrongWith(page, look, isPictured ? name : undefined);
          wrong.push(...found.map((fault) => `${pattern}, ${look.width} px, ${look.colorScheme}: ${fault}`));
        }
        await page.setViewportSize({ width: NARROWEST, height: 800 });
        if (await overflows(page)) wrong.push(`${pattern} is wider than ${NARROWEST} px`);
      }
    });
    return wrong;
  }

  /** What the pages of somebody say only where a script runs; `isMeant` is so on purpose. */
  async lostWithoutScript(who: string, isMeant: (line: string) => boolean): Promise<readonly string[]> {
    const wrong: string[] = [];
    const look = { ...looks[0]!, lang: 'nb' };
    await this.inWindow(who, look, (withIt) =>
      this.inWindow(who, { ...look, javaScriptEnabled: false }, async (without) => {
        for (const { pattern, address } of this.stops[who]!) {
          const said = new Set(await linesOf(without, `${this.origin}${address}`));
          const all = await linesOf(withIt, `${this.origin}${address}`);
          const missing = all.filter((line) => !said.has(line) && !isMeant(line));
          if (missing.length > 0 || said.size === 0) wrong.push(`${pattern}: ${missing.join(' | ')}`);
        }
      }),
    );
    return wrong;
  }

  /** A page bears to be turned and darkened while it is read: to open it anew for each look takes far longer. */
  private async wrongWith(page: Page, { width, colorScheme }: Look, picture?: string): Promise<readonly string[]> {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const wrong = await violations(page);
    if (await overflows(page)) wrong.push('wider than the screen');
    if (picture) await keepPicture(page, `${picture} ${width} ${colorScheme}`);
    return wrong;
  }

  private async inWindow(
    who: string,
    { lang, ...look }: Look & { readonly lang: string; readonly javaScriptEnabled?: boolean },
    work: (seen: Visit) => Promise<void>,
  ): Promise<void> {
    const cookie = [this.cookies.get(who), `kull-lang=${lang}`].filter(Boolean).join('; ');
    const seen = await visit(this.browser, `${this.origin}${this.stops[who]![0]!.address}`, { ...look, cookie });
    await work(seen);
    await seen.page.context().close();
  }
}

const linesOf = async ({ page, goTo }: Visit, address: string): Promise<readonly string[]> => {
  await goTo(address);
  const lines = (await page.locator('main').innerText()).split('\n').map((line) => line.trim());
  return lines.filter(Boolean);
};
