import { type Html, html } from '@kull/http';

/** A whole page for whoever administers, with a style sheet of its own where it needs one. */
export const pageOf = (title: string, main: Html, footer?: Html, style?: string): string =>
  html`<!doctype html>
<html lang="nb">
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
<a class="skip" href="#innhold">Til innholdet</a>
<header><div class="wide"><a class="brand" href="/"><img src="/assets/kull.svg" alt="" width="32" height="32"> Kull</a><nav aria-label="Hovedmeny"><a href="/api/docs">API</a></nav></div></header>
<main id="innhold" class="wide">
${main}
</main>
<footer><div class="wide">${footer ?? html``}</div></footer>
</body>
</html>
`.text;
