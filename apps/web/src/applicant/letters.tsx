import type { LetterLine } from '@kull/admissions';
import { type InLanguages, type Language, weekdayText } from '../kit/language';

interface LetterTexts {
  readonly heading: string;
  readonly download: string;
  readonly kinds: Readonly<Record<LetterLine['kind'], string>>;
  readonly hash: string;
  readonly notYet: string;
  readonly proofLead: string;
}

export const letterTexts: InLanguages<LetterTexts> = {
  nb: {
    heading: 'Brev',
    download: 'Last ned brevet (PDF)',
    kinds: {
      OFFER: 'Tilbud om plass',
      DECISION: 'Vedtak',
      APPEAL_DECISION: 'Svar på klagen',
      PLACE_ON_APPEAL: 'Plass etter klage',
    },
    hash: 'Avtrykk av brevet (SHA-256)',
    notYet: 'Brevet blir laget når du henter det. Etter det er det alltid det samme.',
    proofLead: 'Skriv fødselsdatoen din for å hente brevet.',
  },
  nn: {
    heading: 'Brev',
    download: 'Last ned brevet (PDF)',
    kinds: {
      OFFER: 'Tilbod om plass',
      DECISION: 'Vedtak',
      APPEAL_DECISION: 'Svar på klaga',
      PLACE_ON_APPEAL: 'Plass etter klage',
    },
    hash: 'Avtrykk av brevet (SHA-256)',
    notYet: 'Brevet blir laga når du hentar det. Etter det er det alltid det same.',
    proofLead: 'Skriv fødselsdatoen din for å hente brevet.',
  },
  en: {
    heading: 'Letters',
    download: 'Download the letter (PDF)',
    kinds: {
      OFFER: 'Offer of a place',
      DECISION: 'Decision',
      APPEAL_DECISION: 'Answer to your appeal',
      PLACE_ON_APPEAL: 'A place after your appeal',
    },
    hash: 'Fingerprint of the letter (SHA-256)',
    notYet: 'The letter is made when you fetch it. After that it is always the same.',
    proofLead: 'Write your date of birth to fetch the letter.',
  },
};

interface LettersProps {
  readonly language: Language;
  readonly letters: readonly LetterLine[];
  /** The address of one of them. */
  readonly pathTo: (letter: LetterLine) => string;
  readonly level: 'h2' | 'h3';
}

/** The letters of an applicant, each with the fingerprint by which anybody can tell that it is the one that was sent. */
export const Letters = ({ language, letters, pathTo, level: Heading }: LettersProps) => {
  const texts = letterTexts[language];
  if (letters.length === 0) return null;
  return (
    <section class="stack">
      <Heading class="ds-heading" data-size="xs">
        {texts.heading}
      </Heading>
      <ul class="ds-list letters">
        {letters.map((letter) => (
          <li key={letter.id}>
            {texts.kinds[letter.kind]}, {weekdayText(language, letter.on)}:{' '}
            <a class="ds-link" href={pathTo(letter)}>
              {texts.download}
            </a>
            <br />
            <span class="hash">{letter.written ? `${texts.hash}: ${letter.written.sha256}` : texts.notYet}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
