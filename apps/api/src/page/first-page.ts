import { type Html, html } from '@kull/http';
import type { Overview } from '../overview/overview';
import { number } from './format';
import {
  attendanceSection,
  certificatesSection,
  classesSection,
  coursesSection,
  deliveriesSection,
  intakesSection,
  workSection,
} from './sections';

/** A whole page for whoever administers, with a style sheet of its own where it needs one; `viewer`: who is logged in. */
export const pageOf = (title: string, main: Html, footer?: Html, style?: string, viewer?: string): string =>
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
<header><div class="wide"><a class="brand" href="/"><img src="/assets/kull.svg" alt="" width="32" height="32"> Kull</a><nav aria-label="Hovedmeny"><a href="/api/docs">API</a></nav>${viewer !== undefined && loggedIn(viewer)}</div></header>
<main id="innhold" class="wide">
${main}
</main>
<footer><div class="wide">${footer ?? html``}</div></footer>
</body>
</html>
`.text;

const loggedIn = (viewer: string): Html =>
  html`<form class="viewer" action="/logg-ut" method="post">${viewer} <button>Logg ut</button></form>`;

/** What the service holds, in numbers. Works without a script, and shows no personal data. */
export const firstPage = (overview: Overview, viewer: string): string =>
  pageOf(
    'Oversikt – Kull',
    html`
<h1>Oversikt</h1>
<p class="lead">Opptak, klasser, oppmøte, kurspoeng og kursbevis i lederutdanningene for helsepersonell.</p>
<div class="grid">
${intakesSection(overview)}
${classesSection(overview)}
${attendanceSection(overview)}
${coursesSection(overview)}
${certificatesSection(overview)}
${deliveriesSection(overview)}
${workSection(overview)}
</div>`,
    html`<p>Siste hendelse i loggen: <b>nr. ${number(overview.position)}</b></p><p><a href="/api/docs">API-et, beskrevet</a> · <a href="/api/openapi.json">OpenAPI</a></p>`,
    undefined,
    viewer,
  );
