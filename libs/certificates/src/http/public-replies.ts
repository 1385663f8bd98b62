import { languageOfRequest, Problem, saidIn } from '@kull/http';
import { isLanguage } from '@kull/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooManyQuestions } from './lookup-limits';
import { messagePage } from './public-page';
import { type PageLanguage, verificationTexts } from './verification-texts';

/** How somebody who asks wants to be answered. */
export interface Manner {
  readonly accept?: string;
  readonly language: PageLanguage;
}

/** In the language that the address asks for (`?lang=`), else as every page of ours. */
export const mannerOf = (lang: string | undefined, request: FastifyRequest): Manner => ({
  accept: request.headers.accept,
  language: isLanguage(lang) ? lang : languageOfRequest(request),
});

/** Scripts from here alone; all else as on every page of ours. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const wantsJson = ({ accept = '' }: Manner): boolean =>
  accept.includes('application/json') && !accept.includes('text/html');

/** The answer as a page or as JSON; the status is the same. */
export const replied = <T>(reply: FastifyReply, manner: Manner, json: T, page: () => string): T | string => {
  reply.header('Vary', 'Accept, Accept-Language, Cookie');
  if (wantsJson(manner)) return json;
  reply
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Content-Language', manner.language)
    .header('Content-Security-Policy', PAGE_POLICY);
  return page();
};

const tooManyQuestions = (retryAfterSeconds: number): Problem =>
  new Problem({
    status: 429,
    code: 'TOO_MANY_REQUESTS',
    title: saidIn((language) => verificationTexts[language].tooMany.title),
    retryable: true,
    retryAfterSeconds,
  });

/** What the work gives, or that it was asked too often (429). */
export const unlessTooMany = async <T>(
  reply: FastifyReply,
  manner: Manner,
  work: () => Promise<T | string>,
): Promise<T | string> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TooManyQuestions)) throw error;
    const { retryAfterSeconds } = error;
    const { title, text } = verificationTexts[manner.language].tooMany;
    if (wantsJson(manner)) throw tooManyQuestions(retryAfterSeconds);
    reply.status(429).header('Retry-After', String(retryAfterSeconds));
    const page = { language: manner.language, title, inLanguage: (other: PageLanguage) => `/v?lang=${other}` };
    return replied(reply, manner, '', () => messagePage(page, text(Math.ceil(retryAfterSeconds / 60))));
  }
};
