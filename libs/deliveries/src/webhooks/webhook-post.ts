import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { AttemptFault } from '../domain/webhook.events';
import { isPublicAddress } from './public-address';

/** Where a name leads. A port, so that tests have a DNS of their own. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export interface WebhookPostOptions {
  /** For development and tests: private addresses, and http. Never in production. */
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
}

/** What became of a request. */
export interface PostOutcome {
  readonly status?: number;
  readonly fault?: AttemptFault;
}

class AddressNotAllowed extends Error {}

const systemResolve: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** Of an address in a URL: `[::1]` → `::1`. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const faultOf = (error: unknown): AttemptFault => {
  if (error instanceof AddressNotAllowed) return 'ADDRESS_NOT_ALLOWED';
  const code = String((error as { code?: unknown }).code);
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'NOT_FOUND';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code)) return 'TLS';
  return code === 'ETIMEDOUT' ? 'TIMEOUT' : 'NETWORK';
};

/**
 * Posts to an address that somebody else chose (S18): each connection asks for the name's addresses, checks all of them,
 * and goes to one that was checked. Redirections are answers, not orders. What is answered is not read.
 */
@Injectable()
export class WebhookPost {
  constructor(private readonly options: WebhookPostOptions) {}

  /** Whether a webhook may be registered there, as far as its name leads now; each connection asks again. */
  async mayGoTo(url: string): Promise<boolean> {
    if (!URL.canParse(url)) return false;
    const target = new URL(url);
    if (!this.hasAllowedForm(target)) return false;
    try {
      await this.checkedAddresses(hostOf(target));
      return true;
    } catch {
      return false;
    }
  }

  async post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<PostOutcome> {
    try {
      const target = new URL(url);
      if (!this.hasAllowedForm(target)) throw new AddressNotAllowed();
      // An address in place of a name is never looked up: it is checked here, a name by `lookup` below.
      if (isIP(hostOf(target)) !== 0) await this.checkedAddresses(hostOf(target));
      return { status: await this.sent(target, body, headers) };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  }

  private hasAllowedForm({ protocol, username, password, hash }: URL): boolean {
    const isAllowed = protocol === 'https:' || (protocol === 'http:' && this.options.allowPrivate);
    return isAllowed && username === '' && password === '' && hash === '';
  }

  private async checkedAddresses(host: string) {
    const literal = isIP(host);
    const found =
      literal === 0 ? await (this.options.resolve ?? systemResolve)(host) : [{ address: host, family: literal }];
    const isAllowed = ({ address }: { readonly address: string }): boolean =>
      this.options.allowPrivate || isPublicAddress(address);
    if (found.length === 0 || !found.every(isAllowed)) throw new AddressNotAllowed();
    return found;
  }

  /** The only way from a name to an address that the connection has. */
  private readonly lookup: LookupFunction = (host, { all }, callback) => {
    this.checkedAddresses(host).then(
      (found) => (all ? callback(null, [...found]) : callback(null, found[0]!.address, found[0]!.family)),
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };

  private sent(target: URL, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
    const { timeoutMs = 10_000 } = this.options;
    const start = target.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const late = Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
      const outgoing = start(target, {
        method: 'POST',
        agent: false,
        lookup: this.lookup,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      const timer = setTimeout(() => outgoing.destroy(late), timeoutMs);
      outgoing.on('close', () => clearTimeout(timer));
      outgoing.on('error', reject);
      outgoing.on('response', (answer) => {
        answer.on('error', () => undefined);
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      });
      outgoing.end(body);
    });
  }
}
