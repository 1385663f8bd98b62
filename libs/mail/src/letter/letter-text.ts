import type { Letter, LetterPart } from '../contracts';
import { letterWords } from './letter-words';

const partText = (part: LetterPart): string => {
  switch (part.kind) {
    case 'heading':
      return part.text.toLocaleUpperCase('nb');
    case 'paragraph':
      return part.text;
    case 'list':
      return part.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return part.facts.map(([term, value]) => `${term}: ${value}`).join('\n');
  }
};

/** The letter as plain text; every word of the HTML is in it. */
export const letterText = (letter: Letter, organiser: string): string => {
  const { language, salutation, parts, action, declineUrl } = letter;
  const words = letterWords[language];
  const footer = [`${words.sentBy(organiser)} ${words.automatic}`, declineUrl && `${words.decline}: ${declineUrl}`];
  return [
    salutation && `${salutation}`,
    ...parts.map(partText),
    action && `${action.label}:\n${action.url}`,
    `--\n${footer.filter(Boolean).join('\n')}`,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
};
