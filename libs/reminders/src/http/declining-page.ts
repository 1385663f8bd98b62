import type { LetterLanguage } from '@kull/mail/contracts';
import type { Subject } from '../domain/occasion';
import { decliningTexts } from './declining-texts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What the page shows: a question, what was done, or that the address leads nowhere. */
export type DecliningAnswer =
  | {
      readonly shows: 'question' | 'declined' | 'accepted';
      readonly token: string;
      readonly subjects: readonly Subject[];
    }
  | { readonly shows: 'unknown' };

const button = (action: string, label: string): string =>
  `<form action="${escaped(action)}" method="post"><button>${escaped(label)}</button></form>`;

const content = (answer: DecliningAnswer, language: LetterLanguage): string => {
  const texts = decliningTexts[language];
  if (answer.shows === 'unknown') return `<p role="status">${escaped(texts.unknown)}</p>`;
  const { token, subjects, shows } = answer;
  const list = `<ul>${subjects.map((subject) => `<li>${escaped(texts.subjects[subject])}</li>`).join('')}</ul>`;
  const declining = `/avmelding/${token}`;
  switch (shows) {
    case 'question':
      return `<p>${escaped(texts.ask)}</p>${list}${button(declining, texts.decline)}<p>${escaped(texts.still)}</p>`;
    case 'declined':
      return `<p role="status">${escaped(texts.declined)}</p>${list}${button(`${declining}/angre`, texts.accept)}`;
    case 'accepted':
      return `<p role="status">${escaped(texts.accepted)}</p>${list}${button(declining, texts.decline)}`;
  }
};

/** One question and one button; no script, no login. The referrer lets the browser say that the form is ours. */
export const decliningPage = (answer: DecliningAnswer, language: LetterLanguage): string => {
  const { title } = decliningTexts[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/v/style.css">
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${content(answer, language)}
</main>
</body>
</html>
`;
};
