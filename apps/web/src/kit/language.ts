import { keptLanguage, LANGUAGE_COOKIE, spokenLanguage } from '@kull/http';
import { type InLanguages, instantInOslo, isLanguage, type Language, type LocalDate } from '@kull/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

export { type InLanguages, isLanguage, type Language, languages } from '@kull/kernel';

export const languageNames: InLanguages<string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

const YEAR_SECONDS = 31_536_000;

/**
 * The language to answer in: what the address asks for (and it is kept for the next page), else what was asked for
 * before, else what we know of the person, else what the browser says.
 */
export const languageOf = (request: FastifyRequest, reply: FastifyReply, known?: Language): Language => {
  const { lang } = request.query as { readonly lang?: unknown };
  if (isLanguage(lang)) {
    const secure = request.protocol === 'https';
    void reply.setCookie(LANGUAGE_COOKIE, lang, {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      secure,
      maxAge: YEAR_SECONDS,
    });
    return lang;
  }
  return keptLanguage(request.headers) ?? known ?? spokenLanguage(request.headers) ?? 'nb';
};

const locales: InLanguages<string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

const format = (language: Language, at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'Europe/Oslo' }).format(at);

const noon = (day: LocalDate): Date => new Date(instantInOslo(day, '12:00:00'));

/** `onsdag 24. juni 2026`, `Wednesday 24 June 2026`. */
export const weekdayText = (language: Language, day: LocalDate): string =>
  format(language, noon(day), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(', ', ' ');

const dayParts = { weekday: 'long', day: 'numeric' } as const;

/** `tirsdag 16. – fredag 19. februar 2027`; one day alone where it is one. */
export const periodText = (language: Language, from: LocalDate, to: LocalDate): string => {
  const end = weekdayText(language, to);
  if (from === to) return end;
  const month = from.slice(0, 7) === to.slice(0, 7) ? {} : ({ month: 'long' } as const);
  const year = from.slice(0, 4) === to.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return `${format(language, noon(from), { ...dayParts, ...month, ...year })} – ${end}`;
};

/** `tirsdag 16. februar`, for lists within a year that the page names. */
export const shortDayText = (language: Language, day: LocalDate): string =>
  format(language, noon(day), { ...dayParts, month: 'long' });

/** `09:00`, in Norway. */
export const clockText = (at: string): string => format('nb', new Date(at), { hour: '2-digit', minute: '2-digit' });

/** `58,5`. */
export const numberText = (language: Language, value: number): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value);
