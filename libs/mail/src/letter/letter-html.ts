import { Html, html } from '@kull/http';
import type { Letter, LetterPart } from '../contracts';
import { letterStyle } from './letter-style';
import { letterWords } from './letter-words';

const lines = (text: string): Html[] =>
  text.split('\n').map((line, at) => (at === 0 ? html`${line}` : html`<br>\n${line}`));

const partHtml = (part: LetterPart): Html => {
  switch (part.kind) {
    case 'heading':
      return html`<h1>${lines(part.text)}</h1>`;
    case 'paragraph':
      return html`<p>${lines(part.text)}</p>`;
    case 'list':
      return html`<ul>${part.items.map((item) => html`\n<li>${lines(item)}</li>`)}\n</ul>`;
    case 'facts':
      return html`<table>${part.facts.map(
        ([term, value]) => html`\n<tr><th scope="row">${lines(term)}</th><td>${lines(value)}</td></tr>`,
      )}\n</table>`;
  }
};

const link = (url: string, label: string): Html => html`<a href="${url}">${label}</a>`;

/** The letter as HTML: nothing of it comes from elsewhere, and it has no script. */
export const letterHtml = (letter: Letter, organiser: string): string => {
  const { language, subject, salutation, parts, action, declineUrl } = letter;
  const words = letterWords[language];
  const body = [
    salutation && html`<p>${salutation}</p>`,
    ...parts.map(partHtml),
    action &&
      html`<p class="action">${link(action.url, action.label)}</p>\n<p class="url">${link(action.url, action.url)}</p>`,
  ];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
<style>${new Html(letterStyle)}</style>
</head>
<body>
<main>
${body.map((part) => part && html`${part}\n`)}</main>
<footer>
<p>${words.sentBy(organiser)} ${words.automatic}</p>
${declineUrl && html`<p>${link(declineUrl, words.decline)}</p>\n`}</footer>
</body>
</html>
`.text;
};
