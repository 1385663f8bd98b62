import type { Envelope, Letter, LetterPart } from '../contracts';
import { cleanText, hasControlCharacters, looksLikeNationalId } from './clean-text';
import { UnsendableLetter } from './unsendable-letter';

const textsOf = (part: LetterPart): readonly string[] => {
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
      return [part.text];
    case 'list':
      return part.items;
    case 'facts':
      return part.facts.flat();
  }
};

const cleanPart = (part: LetterPart): LetterPart => {
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
      return { kind: part.kind, text: cleanText(part.text) };
    case 'list':
      return { kind: part.kind, items: part.items.map(cleanText) };
    case 'facts':
      return {
        kind: part.kind,
        facts: part.facts.map(([term, value]) => [cleanText(term), cleanText(value)] as const),
      };
  }
};

const isOnTheWeb = (url: string): boolean =>
  URL.canParse(url) && /^https?:\/\/[\x21-\x7e]+$/.test(url) && !/[<>"]/.test(url);

const isMessageId = (id: string): boolean => /^<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+>$/.test(id);

/**
 * The letter with its texts cleaned. Throws `UnsendableLetter` when it was written so that nobody may get it: a national
 * id anywhere (domain.md 2), control characters in the subject (reliability.md S06), links that are none.
 */
export const checkedLetter = (letter: Letter): Letter => {
  const { subject, salutation, parts, action, declineUrl } = letter;
  if (hasControlCharacters(subject)) throw new UnsendableLetter('CONTROL_CHARACTER_IN_SUBJECT');
  const links = [action?.url, declineUrl].filter((url) => url !== undefined);
  if (!links.every(isOnTheWeb)) throw new UnsendableLetter('NOT_AN_ADDRESS_ON_THE_WEB');
  const cleaned: Letter = {
    ...letter,
    subject: cleanText(subject),
    salutation: salutation === undefined ? undefined : cleanText(salutation),
    parts: parts.map(cleanPart),
    action: action && { label: cleanText(action.label), url: action.url },
  };
  const written = [
    cleaned.subject,
    cleaned.salutation ?? '',
    ...cleaned.parts.flatMap(textsOf),
    cleaned.action?.label ?? '',
    ...links,
    ...(letter.attachments ?? []).map(({ filename }) => filename),
  ];
  if (written.some(looksLikeNationalId)) throw new UnsendableLetter('NATIONAL_ID_IN_LETTER');
  return cleaned;
};

/** Message ids go into headers as they are. */
export const checkMessageIds = ({ messageId, inReplyTo }: Envelope): void => {
  if (!isMessageId(messageId) || (inReplyTo !== undefined && !isMessageId(inReplyTo))) {
    throw new UnsendableLetter('NOT_A_MESSAGE_ID');
  }
};
