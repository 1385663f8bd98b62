import { type Instant, localDateInOslo } from '@kull/kernel';
import { clockText, timeText } from '../wording/dates';
import { paragraph, type Texts, type Told } from '../wording/parts';

/** What the letters on an offer need to know. */
export type OfferFacts = {
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly classCode: string;
  readonly replyBy: Instant;
  /** Where it is answered. */
  readonly answerPath: string;
};

const isLastDay = ({ replyBy }: OfferFacts, { dueAt }: Told): boolean =>
  localDateInOslo(replyBy) === localDateInOslo(dueAt);

export const offerTexts: Texts<OfferFacts> = {
  nb: (facts, told) => {
    const { classCode, programme, replyBy, answerPath } = facts;
    const last = isLastDay(facts, told);
    const by = last ? `i dag, senest kl. ${clockText(replyBy)}` : `innen ${timeText('nb', replyBy)}`;
    return {
      subject: last ? `Siste dag for å svare på tilbudet om plass` : `Svar på tilbudet om plass ${by}`,
      parts: [
        paragraph(
          `Du har et tilbud om plass i klasse ${classCode} som du ikke har svart på. Det gjelder ${programme}.`,
        ),
        paragraph(`Svar ja eller nei ${by}. Du trenger lenken her og fødselsdatoen din.`),
        paragraph(
          'Svarer du ikke, faller tilbudet bort, og du får ikke flere tilbud. Har du plass i en annen klasse fra før, beholder du den.',
        ),
      ],
      action: { label: 'Svar på tilbudet', url: answerPath },
      ...(last && {
        textMessage: `Svar på tilbudet om plass i klasse ${classCode} ${by}. Svarer du ikke, faller tilbudet bort. Se e-posten fra oss.`,
      }),
    };
  },
  nn: (facts, told) => {
    const { classCode, programme, replyBy, answerPath } = facts;
    const last = isLastDay(facts, told);
    const by = last ? `i dag, seinast kl. ${clockText(replyBy)}` : `innan ${timeText('nn', replyBy)}`;
    return {
      subject: last ? `Siste dag for å svare på tilbodet om plass` : `Svar på tilbodet om plass ${by}`,
      parts: [
        paragraph(
          `Du har eit tilbod om plass i klasse ${classCode} som du ikkje har svart på. Det gjeld ${programme}.`,
        ),
        paragraph(`Svar ja eller nei ${by}. Du treng lenkja her og fødselsdatoen din.`),
        paragraph(
          'Svarer du ikkje, fell tilbodet bort, og du får ikkje fleire tilbod. Har du plass i ein annan klasse frå før, beheld du han.',
        ),
      ],
      action: { label: 'Svar på tilbodet', url: answerPath },
      ...(last && {
        textMessage: `Svar på tilbodet om plass i klasse ${classCode} ${by}. Svarer du ikkje, fell tilbodet bort. Sjå e-posten frå oss.`,
      }),
    };
  },
  en: (facts, told) => {
    const { classCode, programme, replyBy, answerPath } = facts;
    const last = isLastDay(facts, told);
    const by = last ? `today at ${clockText(replyBy)}` : timeText('en', replyBy);
    return {
      subject: last ? 'Last day to answer the offer of a place' : `Answer the offer of a place by ${by}`,
      parts: [
        paragraph(
          `You have an offer of a place in class ${classCode} that you have not answered. It is for ${programme}.`,
        ),
        paragraph(
          `Answer yes or no by ${last ? `${clockText(replyBy)} today` : by}. You need the link here and your date of birth.`,
        ),
        paragraph(
          'If you do not answer, the offer lapses and you will get no more offers. A place that you already have in another class stays yours.',
        ),
      ],
      action: { label: 'Answer the offer', url: answerPath },
      ...(last && {
        textMessage: `Answer the offer of a place in class ${classCode} by ${clockText(replyBy)} today. If you do not answer, it lapses. See our e-mail.`,
      }),
    };
  },
};
