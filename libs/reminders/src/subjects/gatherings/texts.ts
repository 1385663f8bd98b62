import { clockText, dayText, periodText } from '../wording/dates';
import { list, paragraph, type Texts, terms } from '../wording/parts';
import { calendarAttachment, days, type GatheringFacts } from './shown';

export const gatheringTexts: Texts<GatheringFacts> = {
  nb: (facts) => ({
    subject: `Samling ${facts.number} begynner ${dayText('nb', facts.startsOn)}`,
    parts: [
      paragraph(
        `Samling ${facts.number}, «${facts.title}», er ${periodText('nb', facts.startsOn, facts.endsOn)}. Møt opp den første dagen kl. ${clockText(facts.startsAt)}.`,
      ),
      ...(facts.role === 'guest' ? [paragraph(`Du tar igjen samlingen som gjest i klasse ${facts.classCode}.`)] : []),
      terms(['Sted', facts.venue], ['Klasse', facts.classCode], ['Program', facts.programme]),
      list(...days(facts, 'nb')),
      paragraph(
        'Åpne kalenderfilen som følger med, så står samlingen i kalenderen din. Kan du ikke komme, si fra til kursadministrasjonen før samlingen begynner.',
      ),
    ],
    attachments: [calendarAttachment(facts, 'nb')],
  }),
  nn: (facts) => ({
    subject: `Samling ${facts.number} byrjar ${dayText('nn', facts.startsOn)}`,
    parts: [
      paragraph(
        `Samling ${facts.number}, «${facts.title}», er ${periodText('nn', facts.startsOn, facts.endsOn)}. Møt opp den første dagen kl. ${clockText(facts.startsAt)}.`,
      ),
      ...(facts.role === 'guest' ? [paragraph(`Du tek igjen samlinga som gjest i klasse ${facts.classCode}.`)] : []),
      terms(['Stad', facts.venue], ['Klasse', facts.classCode], ['Program', facts.programme]),
      list(...days(facts, 'nn')),
      paragraph(
        'Opne kalenderfila som følgjer med, så står samlinga i kalenderen din. Kan du ikkje kome, sei frå til kursadministrasjonen før samlinga byrjar.',
      ),
    ],
    attachments: [calendarAttachment(facts, 'nn')],
  }),
  en: (facts) => ({
    subject: `Gathering ${facts.number} begins on ${dayText('en', facts.startsOn)}`,
    parts: [
      paragraph(
        `Gathering ${facts.number}, “${facts.title}”, is ${periodText('en', facts.startsOn, facts.endsOn)}. Come on the first day at ${clockText(facts.startsAt)}.`,
      ),
      ...(facts.role === 'guest'
        ? [paragraph(`You make up the gathering as a guest of class ${facts.classCode}.`)]
        : []),
      terms(['Place', facts.venue], ['Class', facts.classCode], ['Programme', facts.programme]),
      list(...days(facts, 'en')),
      paragraph(
        'Open the attached calendar file to have the gathering in your calendar. If you cannot come, tell the course administration before it begins.',
      ),
    ],
    attachments: [calendarAttachment(facts, 'en')],
  }),
};
