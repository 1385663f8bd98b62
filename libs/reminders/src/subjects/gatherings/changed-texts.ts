import type { LocalDate } from '@kull/kernel';
import type { LetterLanguage, LetterPart } from '@kull/mail/contracts';
import type { OccasionText } from '../../domain/occasion-text';
import { periodText, timeText } from '../wording/dates';
import { list, paragraph, type Texts, terms } from '../wording/parts';
import { calendarAttachment, days, type GatheringFacts } from './shown';

/** What the letters on a changed gathering need to know. */
export type GatheringChangeFacts = GatheringFacts & {
  /**
   * `MOVED`: to other days. `CHANGED`: at other times, or at another place, on the same days. `SESSIONS`: a session came
   * or was called off.
   */
  readonly kind: 'MOVED' | 'CHANGED' | 'SESSIONS' | 'CANCELLED' | 'PLANNED_AGAIN';
  readonly wasFrom: LocalDate;
  readonly wasUntil: LocalDate;
  /** It touches the next three days. */
  readonly isSoon: boolean;
  /** The gathering had begun when it was changed. */
  readonly hasBegun: boolean;
};

/** The sentences of one language. */
interface Words {
  readonly headline: string;
  /** Result and reason. */
  readonly told: string;
  /** What to do. */
  readonly todo: string;
}

type Write = (facts: GatheringChangeFacts) => Readonly<Record<GatheringChangeFacts['kind'], Words>>;

const nb: Write = ({ number, title, startsOn, endsOn, wasFrom, wasUntil }) => {
  const now = periodText('nb', startsOn, endsOn);
  const was = periodText('nb', wasFrom, wasUntil);
  const todo =
    'Åpne kalenderfilen som følger med, så blir kalenderen din riktig. Passer det ikke, si fra til kursadministrasjonen.';
  return {
    MOVED: {
      headline: `Samling ${number} er flyttet`,
      told: `Samling ${number}, «${title}», er flyttet til ${now}. Før var den ${was}.`,
      todo,
    },
    CHANGED: {
      headline: `Samling ${number} har fått nye tider eller nytt sted`,
      told: `Samling ${number}, «${title}», er fortsatt ${now}, men har fått nye tider eller nytt sted.`,
      todo,
    },
    SESSIONS: {
      headline: `Samling ${number} har fått endrede økter`,
      told: `Én eller flere økter i samling ${number}, «${title}», er avlyst eller lagt til. Slik er samlingen nå, ${now}:`,
      todo,
    },
    CANCELLED: {
      headline: `Samling ${number} er avlyst`,
      told: `Samling ${number}, «${title}», som skulle være ${was}, er avlyst.`,
      todo: 'Du skal ikke møte opp. Åpne kalenderfilen som følger med, så går samlingen ut av kalenderen din. Blir den satt opp igjen, sier vi fra.',
    },
    PLANNED_AGAIN: {
      headline: `Samling ${number} er satt opp igjen`,
      told: `Samling ${number}, «${title}», er satt opp igjen og er ${now}.`,
      todo,
    },
  };
};

const nn: Write = ({ number, title, startsOn, endsOn, wasFrom, wasUntil }) => {
  const now = periodText('nn', startsOn, endsOn);
  const was = periodText('nn', wasFrom, wasUntil);
  const todo =
    'Opne kalenderfila som følgjer med, så blir kalenderen din rett. Passar det ikkje, sei frå til kursadministrasjonen.';
  return {
    MOVED: {
      headline: `Samling ${number} er flytta`,
      told: `Samling ${number}, «${title}», er flytta til ${now}. Før var ho ${was}.`,
      todo,
    },
    CHANGED: {
      headline: `Samling ${number} har fått nye tider eller ny stad`,
      told: `Samling ${number}, «${title}», er framleis ${now}, men har fått nye tider eller ny stad.`,
      todo,
    },
    SESSIONS: {
      headline: `Samling ${number} har fått endra økter`,
      told: `Éi eller fleire økter i samling ${number}, «${title}», er avlyste eller lagde til. Slik er samlinga no, ${now}:`,
      todo,
    },
    CANCELLED: {
      headline: `Samling ${number} er avlyst`,
      told: `Samling ${number}, «${title}», som skulle vere ${was}, er avlyst.`,
      todo: 'Du skal ikkje møte opp. Opne kalenderfila som følgjer med, så går samlinga ut av kalenderen din. Blir ho sett opp igjen, seier vi frå.',
    },
    PLANNED_AGAIN: {
      headline: `Samling ${number} er sett opp igjen`,
      told: `Samling ${number}, «${title}», er sett opp igjen og er ${now}.`,
      todo,
    },
  };
};

const en: Write = ({ number, title, startsOn, endsOn, wasFrom, wasUntil }) => {
  const now = periodText('en', startsOn, endsOn);
  const was = periodText('en', wasFrom, wasUntil);
  const todo =
    'Open the attached calendar file to set your calendar right. If it does not suit you, tell the course administration.';
  return {
    MOVED: {
      headline: `Gathering ${number} has moved`,
      told: `Gathering ${number}, “${title}”, has moved to ${now}. It was ${was}.`,
      todo,
    },
    CHANGED: {
      headline: `Gathering ${number} has new times or a new place`,
      told: `Gathering ${number}, “${title}”, is still ${now}, but has new times or a new place.`,
      todo,
    },
    SESSIONS: {
      headline: `Gathering ${number} has other sessions`,
      told: `One or more sessions of gathering ${number}, “${title}”, were called off or added. This is how it is now, ${now}:`,
      todo,
    },
    CANCELLED: {
      headline: `Gathering ${number} is cancelled`,
      told: `Gathering ${number}, “${title}”, which was to be ${was}, is cancelled.`,
      todo: 'Do not come. Open the attached calendar file to take the gathering out of your calendar. If it is planned again, we will tell you.',
    },
    PLANNED_AGAIN: {
      headline: `Gathering ${number} is planned again`,
      told: `Gathering ${number}, “${title}”, is planned again and is ${now}.`,
      todo,
    },
  };
};

const labels: Readonly<
  Record<LetterLanguage, { readonly place: string; readonly class: string; readonly begins: string }>
> = {
  nb: { place: 'Sted', class: 'Klasse', begins: 'Den begynner' },
  nn: { place: 'Stad', class: 'Klasse', begins: 'Ho byrjar' },
  en: { place: 'Place', class: 'Class', begins: 'It begins on' },
};

const written = (language: LetterLanguage, write: Write, facts: GatheringChangeFacts): OccasionText => {
  const { headline, told, todo } = write(facts)[facts.kind];
  const { place, class: ofClass, begins } = labels[language];
  const whenAndWhere: readonly LetterPart[] =
    facts.kind === 'CANCELLED'
      ? [terms([ofClass, facts.classCode])]
      : [terms([place, facts.venue], [ofClass, facts.classCode]), list(...days(facts, language))];
  const where =
    facts.kind === 'CANCELLED' || facts.hasBegun
      ? ''
      : ` ${begins} ${timeText(language, facts.startsAt)}, ${facts.venue}.`;
  return {
    subject: headline,
    parts: [paragraph(told), ...whenAndWhere, paragraph(todo)],
    attachments: [calendarAttachment(facts, language)],
    ...(facts.isSoon && {
      textMessage: `${headline} (${ofClass.toLowerCase()} ${facts.classCode}).${where}`.slice(0, 300),
    }),
  };
};

export const gatheringChangeTexts: Texts<GatheringChangeFacts> = {
  nb: (facts) => written('nb', nb, facts),
  nn: (facts) => written('nn', nn, facts),
  en: (facts) => written('en', en, facts),
};
