import type { FastifyInstance } from 'fastify';

/** What a browser was answered. */
export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const REDIRECT = new Set([301, 302, 303, 307]);

/**
 * A browser without a screen: keeps cookies for each host, and follows redirects by hand, so that a test sees every step.
 * The service of the test is asked in this process, everybody else by HTTP.
 */
export class Visitor {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(
    private readonly fastify: FastifyInstance,
    private readonly kull: string,
  ) {}

  /** The cookie of that name at the service. */
  cookie(name: string): string | undefined {
    return this.jar(this.kull).get(name);
  }

  setCookie(name: string, value: string): void {
    this.jar(this.kull).set(name, value);
  }

  /** One request, no redirect followed. */
  async ask(address: string, { method = 'GET', form, headers = {} }: Asked = {}): Promise<Seen> {
    const url = new URL(address, this.kull);
    const jar = this.jar(url.origin);
    const isForm = form !== undefined;
    const all = {
      ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...(method === 'POST' && { origin: url.origin, 'sec-fetch-site': 'same-origin' }),
      ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    };
    const payload = isForm ? new URLSearchParams(form).toString() : undefined;
    const seen = await (url.origin === this.kull
      ? this.inProcess(url, method, all, payload)
      : this.byHttp(url, method, all, payload));
    this.keep(jar, seen.headers['set-cookie']);
    return seen;
  }

  /** Follows redirects to the page that they lead to, or until `until` says that it is far enough. */
  async visit(address: string, asked: Asked = {}, until: (url: URL) => boolean = () => false): Promise<Seen> {
    let seen = await this.ask(address, asked);
    for (let step = 0; step < 12 && REDIRECT.has(seen.status); step++) {
      const next = new URL(String(seen.headers.location), seen.url);
      if (until(next)) return { ...seen, url: next.href };
      seen = await this.ask(next.href);
    }
    return seen;
  }

  /** Logs in as one of the provider's persons; gives the page that it leads to. */
  async logIn(login: string, person: string, to = '/'): Promise<Seen> {
    const chosen = await this.visit(`/logg-inn/${login}?til=${encodeURIComponent(to)}`);
    return this.visit(chosen.url, { method: 'POST', form: { person } });
  }

  private jar(origin: string): Map<string, string> {
    const host = new URL(origin).hostname;
    const found = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, found);
    return found;
  }

  private keep(jar: Map<string, string>, set: string | readonly string[] | undefined): void {
    for (const line of [set ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      const isGone = value === '' || /expires=Thu, 01 Jan 1970/i.test(line);
      if (isGone) jar.delete(name);
      else jar.set(name, value!);
    }
  }

  private async inProcess(url: URL, method: 'GET' | 'POST', headers: Record<string, string>, payload?: string) {
    const reply = await this.fastify.inject({
      method,
      url: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      ...(payload !== undefined && { payload }),
    });
    return { url: url.href, status: reply.statusCode, headers: reply.headers as Seen['headers'], body: reply.body };
  }

  private async byHttp(url: URL, method: string, headers: Record<string, string>, body?: string): Promise<Seen> {
    const reply = await fetch(url, { method, headers, body, redirect: 'manual' });
    const all = { ...Object.fromEntries(reply.headers), 'set-cookie': reply.headers.getSetCookie() };
    return { url: url.href, status: reply.status, headers: all, body: await reply.text() };
  }
}
