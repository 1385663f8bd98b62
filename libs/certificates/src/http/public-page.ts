import { type Html, html } from '@kull/http';
import { type Instant, instantInOslo, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { PageLanguage } from './verification-texts';

const locales = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const satisfies Record<PageLanguage, string>;

/** `1. juli 2026`. */
export const dayText = (language: PageLanguage, day: LocalDate): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'Europe/Oslo' }).format(
    new Date(instantInOslo(day, '12:00:00')),
  );

/** The day in Norway. */
export const dateText = (language: PageLanguage, at: Instant): string => dayText(language, localDateInOslo(at));

/** `9. juli 2026 kl. 10:02`. */
export const timeText = (language: PageLanguage, at: Instant): string => {
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Oslo' } as const;
  return new Intl.DateTimeFormat(locales[language], form).format(new Date(at));
};

/** Rows of a fact and its name. */
export const factList = (rows: readonly (readonly [string, string])[]): Html =>
  html`<dl>${rows.map(([term, value]) => html`\n<dt>${term}</dt><dd>${value}</dd>`)}\n</dl>`;

export interface PublicPage {
  readonly language: PageLanguage;
  readonly title: string;
  /** Where the same page is in another language. */
  readonly inLanguage: (language: PageLanguage) => string;
  readonly main: Html;
  /** Address of a script that the page does without. */
  readonly script?: string;
}

const languageLinks = ({ language, inLanguage }: PublicPage): Html[] =>
  (Object.keys(locales) as PageLanguage[]).map((other, at) => {
    const link =
      other === language
        ? html`<span aria-current="true">${other}</span>`
        : html`<a href="${inLanguage(other)}" hreflang="${other}" lang="${other}">${other}</a>`;
    return at === 0 ? link : html` | ${link}`;
  });

/** A page for anybody (ux.md 1, T0): no cookie, nothing from elsewhere, works without a script. */
export const publicPage = (page: PublicPage): string =>
  html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title}</title>
<link rel="icon" href="/assets/kull.svg" type="image/svg+xml">
<link rel="stylesheet" href="/v/style.css">
${page.script && html`<script src="${page.script}" defer></script>\n`}</head>
<body>
<nav>${languageLinks(page)}</nav>
<main>
${page.main}
</main>
</body>
</html>
`.text;

/** A page that says one thing and offers no more. */
export const messagePage = (page: Omit<PublicPage, 'main'>, text: string): string =>
  publicPage({
    ...page,
    main: html`<h1>${page.title}</h1>\n<p class="answer" role="status">${text}</p>`,
  });
