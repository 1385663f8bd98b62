import type { Letter, LetterLanguage, LetterPart } from '@kull/mail/contracts';
import type { OccasionText } from './occasion-text';

interface LetterTexts {
  readonly hello: (givenNames: string) => string;
  readonly several: (count: number) => string;
  readonly links: string;
}

const texts: Readonly<Record<LetterLanguage, LetterTexts>> = {
  nb: { hello: (name) => `Hei, ${name}`, several: (n) => `${n} meldinger fra kurset`, links: 'Lenker' },
  nn: { hello: (name) => `Hei, ${name}`, several: (n) => `${n} meldingar frå kurset`, links: 'Lenkjer' },
  en: { hello: (name) => `Dear ${name}`, several: (n) => `${n} messages about your course`, links: 'Links' },
};

/** Whom a letter is for, and where letters of its kind may be declined. */
export interface Addressing {
  readonly language: LetterLanguage;
  readonly givenNames?: string;
  readonly declineUrl?: string;
}

const sections = (written: readonly OccasionText[]): readonly LetterPart[] =>
  written.flatMap(({ subject, parts }) => [{ kind: 'heading', text: subject } as const, ...parts]);

const linksOf = (written: readonly OccasionText[]): readonly (readonly [string, string])[] => {
  const links = new Map(written.flatMap(({ action }) => (action ? [[action.url, action.label] as const] : [])));
  return [...links].map(([url, label]) => [label, url] as const);
};

/**
 * One letter for one person: what is to be said, or one section of each where there are several. A letter has one
 * button; several with different things to do end in a list of addresses.
 */
export const letterOf = (
  written: readonly [OccasionText, ...OccasionText[]],
  { language, givenNames, declineUrl }: Addressing,
): Letter => {
  const { hello, several, links: heading } = texts[language];
  const [only, ...others] = written;
  const addressing = { language, declineUrl, ...(givenNames === undefined ? {} : { salutation: hello(givenNames) }) };
  if (others.length === 0) {
    const { subject, parts, action, attachments } = only;
    return { ...addressing, subject, parts, action, attachments };
  }
  const links = linksOf(written);
  const attachments = written.flatMap((one) => one.attachments ?? []);
  return {
    ...addressing,
    subject: several(written.length),
    parts: [
      ...sections(written),
      ...(links.length > 1
        ? [{ kind: 'heading', text: heading } as const, { kind: 'facts', facts: links } as const]
        : []),
    ],
    ...(links.length === 1 ? { action: { label: links[0]![0], url: links[0]![1] } } : {}),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
};
