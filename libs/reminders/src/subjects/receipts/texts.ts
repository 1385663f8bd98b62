import { type Instant, localDateInOslo } from '@kull/kernel';
import type { LetterPart } from '@kull/mail/contracts';
import { dayText, timeText } from '../wording/dates';
import { list, paragraph, type Texts } from '../wording/parts';

/** What the receipt of an application needs to know. */
export type ReceiptFacts = {
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly applicationNo: string;
  readonly sentAt: Instant;
  readonly employerConfirmation: boolean;
  readonly priorLearning: boolean;
  /** Kinds of documents, between commas. */
  readonly notThere: string;
  readonly closesAt: Instant;
  readonly answerAt: Instant;
  readonly path: string;
};

interface Words {
  readonly employer: string;
  readonly learning: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly none: string;
  readonly missing: string;
  readonly due: string;
  /** Without the confirmation nobody can be given a place. */
  readonly stops: string;
  /** Documents alone stop nothing. */
  readonly stopsNot: string;
}

const missing = (facts: ReceiptFacts, words: Words): readonly LetterPart[] => {
  const kinds = facts.notThere === '' ? [] : facts.notThere.split(',');
  const items = [
    ...(facts.employerConfirmation ? [words.employer] : []),
    ...(facts.priorLearning ? [words.learning] : []),
    ...kinds.map((kind) => words.kinds[kind] ?? kind),
  ];
  if (items.length === 0) return [paragraph(words.none)];
  return [
    paragraph(words.missing),
    list(...items),
    paragraph(`${words.due} ${facts.employerConfirmation ? words.stops : words.stopsNot}`),
  ];
};

export const receiptTexts: Texts<ReceiptFacts> = {
  nb: (facts) => ({
    subject: `Vi har fått søknaden din: ${facts.programme}`,
    parts: [
      paragraph(
        `Søknaden din er sendt. Vi fikk den ${timeText('nb', facts.sentAt)}. Søknadsnummeret er ${facts.applicationNo}.`,
      ),
      ...missing(facts, {
        employer: 'bekreftelse fra arbeidsgiveren din',
        learning: 'dokumentasjon på utdanning og praksis, så vi kan vurdere realkompetansen din',
        kinds: {
          DIPLOMA: 'vitnemål',
          WORK_CERTIFICATE: 'arbeidsattest',
          PRIOR_LEARNING: 'dokumentasjon av realkompetanse',
          OTHER: 'andre vedlegg',
        },
        none: 'Vi har fått alt som skal følge søknaden.',
        missing: 'Dette mangler:',
        due: `Fristen er ${timeText('nb', facts.closesAt)}.`,
        stops: 'Uten bekreftelsen kan du ikke få plass.',
        stopsNot: 'Vedlegg kan du legge til på siden for søknaden.',
      }),
      paragraph(
        `Du får svar senest ${dayText('nb', localDateInOslo(facts.answerAt))}. Til fristen kan du endre søknaden og sende den på nytt. Den siste teller.`,
      ),
    ],
    action: { label: 'Følg søknaden', url: facts.path },
  }),
  nn: (facts) => ({
    subject: `Vi har fått søknaden din: ${facts.programme}`,
    parts: [
      paragraph(
        `Søknaden din er send. Vi fekk han ${timeText('nn', facts.sentAt)}. Søknadsnummeret er ${facts.applicationNo}.`,
      ),
      ...missing(facts, {
        employer: 'stadfesting frå arbeidsgivaren din',
        learning: 'dokumentasjon på utdanning og praksis, slik at vi kan vurdere realkompetansen din',
        kinds: {
          DIPLOMA: 'vitnemål',
          WORK_CERTIFICATE: 'arbeidsattest',
          PRIOR_LEARNING: 'dokumentasjon av realkompetanse',
          OTHER: 'andre vedlegg',
        },
        none: 'Vi har fått alt som skal følgje søknaden.',
        missing: 'Dette manglar:',
        due: `Fristen er ${timeText('nn', facts.closesAt)}.`,
        stops: 'Utan stadfestinga kan du ikkje få plass.',
        stopsNot: 'Vedlegg kan du leggje til på sida for søknaden.',
      }),
      paragraph(
        `Du får svar seinast ${dayText('nn', localDateInOslo(facts.answerAt))}. Til fristen kan du endre søknaden og sende han på nytt. Den siste tel.`,
      ),
    ],
    action: { label: 'Følg søknaden', url: facts.path },
  }),
  en: (facts) => ({
    subject: `We have received your application: ${facts.programme}`,
    parts: [
      paragraph(
        `Your application is sent. We received it ${timeText('en', facts.sentAt)}. The application number is ${facts.applicationNo}.`,
      ),
      ...missing(facts, {
        employer: 'a confirmation from your employer',
        learning: 'documents of your education and experience, so that we can assess your prior learning',
        kinds: {
          DIPLOMA: 'a diploma',
          WORK_CERTIFICATE: 'a work certificate',
          PRIOR_LEARNING: 'evidence of prior learning',
          OTHER: 'other documents',
        },
        none: 'We have all that belongs with the application.',
        missing: 'This is missing:',
        due: `It is due ${timeText('en', facts.closesAt)}.`,
        stops: 'Without the confirmation you cannot get a place.',
        stopsNot: 'You can attach documents on the page of the application.',
      }),
      paragraph(
        `You get an answer by ${dayText('en', localDateInOslo(facts.answerAt))}. Until the deadline you can change the application and send it again. The last one counts.`,
      ),
    ],
    action: { label: 'Follow the application', url: facts.path },
  }),
};
