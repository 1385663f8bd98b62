import { type Html, html } from '@kull/http';
import type { LetterLanguage } from '@kull/mail/contracts';
import type { Subject } from '../domain/occasion';
import { decliningTexts } from './declining-texts';

/** What the page shows: a question, what was done, or that the address leads nowhere. */
export type DecliningAnswer =
  | {
      readonly shows: 'question' | 'declined' | 'accepted';
      readonly token: string;
      readonly subjects: readonly Subject[];
    }
  | { readonly shows: 'unknown' };

const button = (action: string, label: string): Html =>
  html`<form action="${action}" method="post"><button>${label}</button></form>`;

const content = (answer: DecliningAnswer, language: LetterLanguage): Html => {
  const texts = decliningTexts[language];
  if (answer.shows === 'unknown') return html`<p role="status">${texts.unknown}</p>`;
  const { token, subjects, shows } = answer;
  const list = html`<ul>${subjects.map((subject) => html`<li>${texts.subjects[subject]}</li>`)}</ul>`;
  const declining = `/avmelding/${token}`;
  switch (shows) {
    case 'question':
      return html`<p>${texts.ask}</p>${list}${button(declining, texts.decline)}<p>${texts.still}</p>`;
    case 'declined':
      return html`<p role="status">${texts.declined}</p>${list}${button(`${declining}/angre`, texts.accept)}`;
    case 'accepted':
      return html`<p role="status">${texts.accepted}</p>${list}${button(declining, texts.decline)}`;
  }
};

/** One question and one button; no script, no login. The referrer lets the browser say that the form is ours. */
export const decliningPage = (answer: DecliningAnswer, language: LetterLanguage): string => {
  const { title } = decliningTexts[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>${title}</title>
<link rel="stylesheet" href="/v/style.css">
</head>
<body>
<main>
<h1>${title}</h1>
${content(answer, language)}
</main>
</body>
</html>
`.text;
};
