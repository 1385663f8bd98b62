import type { Letter, LetterPart } from '../contracts';
import { letterStyle } from './letter-style';
import { letterWords } from './letter-words';

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>\n');

const partHtml = (part: LetterPart): string => {
  switch (part.kind) {
    case 'heading':
      return `<h1>${lines(part.text)}</h1>`;
    case 'paragraph':
      return `<p>${lines(part.text)}</p>`;
    case 'list':
      return `<ul>\n${part.items.map((item) => `<li>${lines(item)}</li>`).join('\n')}\n</ul>`;
    case 'facts':
      return `<table>\n${part.facts
        .map(([term, value]) => `<tr><th scope="row">${lines(term)}</th><td>${lines(value)}</td></tr>`)
        .join('\n')}\n</table>`;
  }
};

const link = (url: string, label: string): string => `<a href="${escaped(url)}">${escaped(label)}</a>`;

/** The letter as HTML: nothing of it comes from elsewhere, and it has no script. */
export const letterHtml = (letter: Letter, organiser: string): string => {
  const { language, subject, salutation, parts, action, declineUrl } = letter;
  const words = letterWords[language];
  const body = [
    salutation && `<p>${escaped(salutation)}</p>`,
    ...parts.map(partHtml),
    action &&
      `<p class="action">${link(action.url, action.label)}</p>\n<p class="url">${link(action.url, action.url)}</p>`,
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${letterStyle}</style>
</head>
<body>
<main>
${body.filter(Boolean).join('\n')}
</main>
<footer>
<p>${escaped(words.sentBy(organiser))} ${words.automatic}</p>
${declineUrl ? `<p>${link(declineUrl, words.decline)}</p>\n` : ''}</footer>
</body>
</html>
`;
};
