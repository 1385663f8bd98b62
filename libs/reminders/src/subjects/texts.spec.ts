import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { LetterLanguage, LetterPart } from '@kull/mail/contracts';
import { nationalIdsIn } from '../../../../test/acceptance/national-ids';
import type { Occasion } from '../domain/occasion';
import type { OccasionText } from '../domain/occasion-text';
import { writeOccasion } from './index';
import { examples } from './testing/examples';
import { lixOf } from './testing/lix';

const languages: readonly LetterLanguage[] = ['nb', 'nn', 'en'];

const written = (occasion: Occasion, language: LetterLanguage): OccasionText => writeOccasion(occasion, language, {});

const linesOf = (part: LetterPart): readonly string[] => {
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
      return [part.text];
    case 'list':
      return part.items.map((item) => `- ${item}`);
    case 'facts':
      return part.facts.map(([term, value]) => `${term}: ${value}`);
  }
};

const asText = (text: OccasionText): string =>
  [
    `Emne: ${text.subject}`,
    ...text.parts.flatMap(linesOf),
    ...(text.action ? [`[${text.action.label}] ${text.action.url}`] : []),
    ...(text.attachments ?? []).map(({ filename, mediaType }) => `Vedlegg: ${filename} (${mediaType})`),
    ...(text.textMessage === undefined ? [] : [`SMS: ${text.textMessage}`]),
  ].join('\n');

const letters = examples.flatMap(({ name, occasion }) =>
  languages.map((language) => ({ name, language, occasion, text: written(occasion, language) })),
);

/** Everything that is there to be read, in one text. */
const wordsOf = ({ subject, parts }: OccasionText): string => [subject, ...parts.flatMap(linesOf)].join('\n');

describe('the letters', () => {
  it('read as they are kept', () => {
    const all = letters.map(({ name, language, text }) => `=== ${name}, ${language}\n${asText(text)}\n`).join('\n');
    const file = join(__dirname, 'golden', 'letters.txt');
    if (process.env.WRITE_GOLDEN === 'letters') writeFileSync(file, all);
    expect(all).toBe(readFileSync(file, 'utf8'));
  });

  it.each(letters)('$name in $language says nothing sensitive in its subject', ({ text: { subject } }) => {
    const sensitive =
      /fare|risk|fravær|borte|absence|away|HPR|helsepersonell|resultat|result|karakter|grade|bestått|failed|passed|stryk|trukket|trekt|revoked|\d{7}/i;
    expect(subject).not.toMatch(sensitive);
    expect(subject.length).toBeLessThanOrEqual(120);
    expect(subject).not.toContain('\n');
  });

  it.each(letters)('$name in $language holds no national id', ({ text }) => {
    expect(nationalIdsIn(`${wordsOf(text)}\n${text.textMessage ?? ''}`)).toEqual([]);
  });

  it.each(letters)('$name in $language leaves nothing unsaid', ({ text }) => {
    expect(wordsOf(text)).not.toMatch(/undefined|NaN|null|\[object|Invalid|[A-Z]{3,}_[A-Z]/);
    expect(text.parts[0]).toMatchObject({ kind: 'paragraph' });
  });

  it.each(letters)('a text message of $name in $language fits', ({ text: { textMessage } }) => {
    expect((textMessage ?? '').length).toBeLessThanOrEqual(300);
  });

  it.each(letters.filter(({ language }) => language === 'nb'))('$name is plain in bokmål (LIX 40)', ({ text }) => {
    expect(
      lixOf(
        text.parts
          .filter(({ kind }) => kind === 'paragraph')
          .flatMap(linesOf)
          .join('\n'),
      ),
    ).toBeLessThanOrEqual(40);
  });

  it('in nynorsk have nynorsk days and no bokmål', () => {
    const nynorsk = letters
      .filter(({ language }) => language === 'nn')
      .map(({ text }) => wordsOf(text))
      .join('\n');
    expect(nynorsk).not.toMatch(
      /\b(mandag|tirsdag|lørdag|søndag|ikke|ikkje noen|jeg|fra|innen|sted|hvis|mangler|gjelder)\b/i,
    );
  });

  it('say what cannot wait in a text message', () => {
    const urgent = letters.filter(({ text }) => text.textMessage !== undefined).map(({ name }) => name);
    expect([...new Set(urgent)]).toEqual([
      'OFFER_REPLY_DEADLINE last morning',
      'GATHERING_CHANGED sessions soon',
      'GATHERING_CHANGED cancelled soon',
    ]);
  });
});
