import type { IncomingHttpHeaders } from 'node:http';
import { type InLanguages, isLanguage, type Language } from '@kull/kernel';

/** Words that people read, in every language. */
export type Said = InLanguages<string>;

/** The cookie that keeps what a person chose. */
export const LANGUAGE_COOKIE = 'kull-lang';

const KEPT = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=([^;]*)`);

/** `said('Opptaket finnes ikke', 'Opptaket finst ikkje', 'The intake is not there')`. */
export const said = (nb: string, nn: string, en: string): Said => ({ nb, nn, en });

/** Words that are put together of others: `saidIn((language) => …)`. */
export const saidIn = (text: (language: Language) => string): Said => said(text('nb'), text('nn'), text('en'));

/** What is no word of any language, such as the name of a column in a file. */
export const asWritten = (text: string): Said => saidIn(() => text);

/** The language that was chosen on a page of ours, and is kept in the browser. */
export const keptLanguage = ({ cookie }: IncomingHttpHeaders): Language | undefined => {
  const kept = KEPT.exec(cookie ?? '')?.[1];
  return isLanguage(kept) ? kept : undefined;
};

/** The first of a browser's languages that we have; `no` is bokmål. */
export const spokenLanguage = ({ 'accept-language': spoken }: IncomingHttpHeaders): Language | undefined =>
  (spoken ?? '')
    .split(',')
    .map((one) => one.split(';')[0]!.trim().slice(0, 2).toLowerCase())
    .map((one) => (one === 'no' ? 'nb' : one))
    .find(isLanguage);

interface Spoken {
  readonly headers: IncomingHttpHeaders;
  readonly askedLanguage?: Language;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** By `lang` in the address of an operation, as a link to a file has it. */
    askedLanguage?: Language;
  }
}

/**
 * The language to answer or refuse a request in, as its pages are: what the address asks for, else what was chosen on a
 * page, else what the browser or program says, else bokmål. It reads address and headers alone, since a request may be
 * refused before anything else of it is known.
 */
export const languageOfRequest = ({ headers, askedLanguage }: Spoken): Language =>
  askedLanguage ?? keptLanguage(headers) ?? spokenLanguage(headers) ?? 'nb';
