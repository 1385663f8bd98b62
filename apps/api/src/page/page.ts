import { type Html, html, type Said, said } from '@kull/http';
import type { Language } from '@kull/kernel';

const skip: Said = said('Til innholdet', 'Til innhaldet', 'To the content');
const menu: Said = said('Hovedmeny', 'Hovudmeny', 'Main menu');

/** What a page may have of its own. */
interface PageParts {
  readonly footer?: Html;
  /** The name of a further style sheet. */
  readonly style?: string;
  readonly language?: Language;
}

/** A whole page for whoever administers or programs. */
export const pageOf = (title: string, main: Html, { footer, style, language = 'nb' }: PageParts = {}): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>${title}</title>
<link rel="icon" href="/assets/kull.svg">
<link rel="stylesheet" href="/assets/kull.css">
${style === undefined ? undefined : html`<link rel="stylesheet" href="/assets/${style}">`}
</head>
<body>
<a class="skip" href="#innhold">${skip[language]}</a>
<header><div class="wide"><a class="brand" href="/"><img src="/assets/kull.svg" alt="" width="32" height="32"> Kull</a><nav aria-label="${menu[language]}"><a href="/api/docs">API</a></nav></div></header>
<main id="innhold" class="wide">
${main}
</main>
<footer><div class="wide">${footer ?? html``}</div></footer>
</body>
</html>
`.text;
