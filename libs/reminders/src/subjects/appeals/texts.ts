import type { AppealAnswerToTell } from '@kull/admissions/contracts/appeals';
import type { LetterLanguage } from '@kull/mail/contracts';
import { paragraph, type Texts } from '../wording/parts';

/** What the letter about an appeal needs to know. The reasons are somebody's own words: they are in the PDF. */
export type AppealAnswerFacts = {
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly outcome: AppealAnswerToTell['outcome'];
  /** Blank: no place was given. */
  readonly classCode: string;
  readonly decisionPath: string;
};

/** The result, and what happens now. */
const said: Readonly<
  Record<LetterLanguage, Readonly<Record<AppealAnswerFacts['outcome'], (classCode: string) => readonly string[]>>>
> = {
  nb: {
    UPHELD: () => [
      'Du har fått medhold i klagen.',
      'Søknaden din blir vurdert på nytt. Fører det til plass, får du et nytt vedtak.',
    ],
    FORWARDED: () => [
      'BI står ved vedtaket. Klagen er sendt til klagenemnda.',
      'Nemnda avgjør klagen endelig. Du får beskjed når den har gjort det, og trenger ikke gjøre noe.',
    ],
    DISMISSED: () => ['Klagenemnda har avslått klagen.', 'Avgjørelsen er endelig. Du kan søke igjen ved neste opptak.'],
    PLACE: (code) => [
      `Du har fått plass i klasse ${code} etter klagen.`,
      'Plassen er din, og du trenger ikke svare. Du får beskjed om første samling.',
    ],
  },
  nn: {
    UPHELD: () => [
      'Du har fått medhald i klaga.',
      'Søknaden din blir vurdert på nytt. Fører det til plass, får du eit nytt vedtak.',
    ],
    FORWARDED: () => [
      'BI står ved vedtaket. Klaga er send til klagenemnda.',
      'Nemnda avgjer klaga endeleg. Du får melding når ho har gjort det, og treng ikkje gjere noko.',
    ],
    DISMISSED: () => ['Klagenemnda har avslått klaga.', 'Avgjerda er endeleg. Du kan søkje igjen ved neste opptak.'],
    PLACE: (code) => [
      `Du har fått plass i klasse ${code} etter klaga.`,
      'Plassen er din, og du treng ikkje svare. Du får melding om første samling.',
    ],
  },
  en: {
    UPHELD: () => [
      'Your appeal is upheld.',
      'Your application will be judged again. If that leads to a place, you will get a new decision.',
    ],
    FORWARDED: () => [
      'BI stands by the decision. The appeal is sent to the appeals board.',
      'The board decides it for good. You will be told when it has, and need do nothing.',
    ],
    DISMISSED: () => [
      'The appeals board has dismissed your appeal.',
      'The decision is final. You may apply again at the next intake.',
    ],
    PLACE: (code) => [
      `You have a place in class ${code} after your appeal.`,
      'The place is yours, and you need not answer. You will be told of the first gathering.',
    ],
  },
};

export const appealTexts: Texts<AppealAnswerFacts> = {
  nb: ({ programme, outcome, classCode, decisionPath }) => ({
    subject: `Svar på klagen din: ${programme}`,
    parts: [
      ...said.nb[outcome](classCode).map(paragraph),
      paragraph('Bak lenken ligger brevet (PDF) med begrunnelsen. Du trenger fødselsdatoen din.'),
    ],
    action: { label: 'Se svaret', url: decisionPath },
  }),
  nn: ({ programme, outcome, classCode, decisionPath }) => ({
    subject: `Svar på klaga di: ${programme}`,
    parts: [
      ...said.nn[outcome](classCode).map(paragraph),
      paragraph('Bak lenkja ligg brevet (PDF) med grunngivinga. Du treng fødselsdatoen din.'),
    ],
    action: { label: 'Sjå svaret', url: decisionPath },
  }),
  en: ({ programme, outcome, classCode, decisionPath }) => ({
    subject: `The answer to your appeal: ${programme}`,
    parts: [
      ...said.en[outcome](classCode).map(paragraph),
      paragraph('Behind the link is the letter (PDF) with the reasons. You need your date of birth.'),
    ],
    action: { label: 'See the answer', url: decisionPath },
  }),
};
