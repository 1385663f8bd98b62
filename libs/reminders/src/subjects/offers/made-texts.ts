import { type Instant, type LocalDate } from '@kull/kernel';
import { dayText, timeText } from '../wording/dates';
import { paragraph, type Texts, terms } from '../wording/parts';

/** What the letter with an offer needs to know. */
export type OfferMadeFacts = {
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly classCode: string;
  readonly site: string;
  readonly startsOn: LocalDate;
  readonly replyBy: Instant;
  readonly answerPath: string;
  /** Codes, with commas between; blank: none is left. */
  readonly betterWishes: string;
  /** The class of a place that they hold: `holds`. */
  readonly [holds: string]: string;
};

export const offerMadeTexts: Texts<OfferMadeFacts> = {
  nb: ({ classCode, programme, site, startsOn, replyBy, answerPath, betterWishes, holds }) => ({
    subject: `Du har fått tilbud om plass: svar innen ${timeText('nb', replyBy)}`,
    parts: [
      paragraph(`Du har fått tilbud om plass i klasse ${classCode}. Det gjelder ${programme}.`),
      terms(
        ['Klasse', classCode],
        ['Sted', site],
        ['Starter', dayText('nb', startsOn)],
        ['Svarfrist', timeText('nb', replyBy)],
      ),
      ...(betterWishes ? [paragraph(`Du kan svare, og fortsatt vente på det du heller vil ha: ${betterWishes}.`)] : []),
      paragraph(
        holds
          ? `Du har plass i ${holds}. Den mister du bare hvis du takker ja til ${classCode}. Svarer du ikke, får du ikke flere tilbud.`
          : 'Svarer du ikke, faller tilbudet bort, og du får ikke flere tilbud.',
      ),
      paragraph('Lenken er bare din. Der ligger tilbudet også som brev (PDF). Du trenger fødselsdatoen din.'),
    ],
    action: { label: 'Svar på tilbudet', url: answerPath },
  }),
  nn: ({ classCode, programme, site, startsOn, replyBy, answerPath, betterWishes, holds }) => ({
    subject: `Du har fått tilbod om plass: svar innan ${timeText('nn', replyBy)}`,
    parts: [
      paragraph(`Du har fått tilbod om plass i klasse ${classCode}. Det gjeld ${programme}.`),
      terms(
        ['Klasse', classCode],
        ['Stad', site],
        ['Startar', dayText('nn', startsOn)],
        ['Svarfrist', timeText('nn', replyBy)],
      ),
      ...(betterWishes ? [paragraph(`Du kan svare, og framleis vente på det du heller vil ha: ${betterWishes}.`)] : []),
      paragraph(
        holds
          ? `Du har plass i ${holds}. Den mistar du berre om du takkar ja til ${classCode}. Svarer du ikkje, får du ikkje fleire tilbod.`
          : 'Svarer du ikkje, fell tilbodet bort, og du får ikkje fleire tilbod.',
      ),
      paragraph('Lenkja er berre di. Der ligg tilbodet òg som brev (PDF). Du treng fødselsdatoen din.'),
    ],
    action: { label: 'Svar på tilbodet', url: answerPath },
  }),
  en: ({ classCode, programme, site, startsOn, replyBy, answerPath, betterWishes, holds }) => ({
    subject: `You are offered a place: answer by ${timeText('en', replyBy)}`,
    parts: [
      paragraph(`You are offered a place in class ${classCode}. It is for ${programme}.`),
      terms(
        ['Class', classCode],
        ['Place', site],
        ['Starts', dayText('en', startsOn)],
        ['Answer by', timeText('en', replyBy)],
      ),
      ...(betterWishes
        ? [paragraph(`You may answer and still wait for what you would rather have: ${betterWishes}.`)]
        : []),
      paragraph(
        holds
          ? `You have a place in ${holds}. You lose it only if you say yes to ${classCode}. If you do not answer, you will get no more offers.`
          : 'If you do not answer, the offer lapses and you will get no more offers.',
      ),
      paragraph('The link is yours alone. The offer is there as a letter (PDF), too. You need your date of birth.'),
    ],
    action: { label: 'Answer the offer', url: answerPath },
  }),
};
