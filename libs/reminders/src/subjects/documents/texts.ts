import type { Instant } from '@kull/kernel';
import { timeText } from '../wording/dates';
import { list, paragraph, type Texts } from '../wording/parts';

/** What the letters on something missing need to know. */
export type DocumentFacts = {
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly employerConfirmation: boolean;
  readonly priorLearning: boolean;
  readonly dueBy: Instant;
};

const missing = ({ employerConfirmation, priorLearning }: DocumentFacts, employer: string, learning: string) =>
  list(...(employerConfirmation ? [employer] : []), ...(priorLearning ? [learning] : []));

export const documentTexts: Texts<DocumentFacts> = {
  nb: (facts) => {
    const by = timeText('nb', facts.dueBy);
    return {
      subject: `Søknaden din mangler noe: frist ${by}`,
      parts: [
        paragraph(`Vi kan ikke ta med søknaden din til ${facts.programme} ennå, fordi dette mangler:`),
        missing(
          facts,
          'bekreftelse fra arbeidsgiveren din på at du er leder',
          'dokumentasjon på utdanning og praksis, så vi kan vurdere realkompetansen din',
        ),
        paragraph(`Send det som mangler, innen ${by}. Kommer det senere, kan du ikke få plass.`),
      ],
    };
  },
  nn: (facts) => {
    const by = timeText('nn', facts.dueBy);
    return {
      subject: `Søknaden din manglar noko: frist ${by}`,
      parts: [
        paragraph(`Vi kan ikkje ta med søknaden din til ${facts.programme} enno, fordi dette manglar:`),
        missing(
          facts,
          'stadfesting frå arbeidsgivaren din på at du er leiar',
          'dokumentasjon på utdanning og praksis, slik at vi kan vurdere realkompetansen din',
        ),
        paragraph(`Send det som manglar, innan ${by}. Kjem det seinare, kan du ikkje få plass.`),
      ],
    };
  },
  en: (facts) => {
    const by = timeText('en', facts.dueBy);
    return {
      subject: `Your application lacks something: due ${by}`,
      parts: [
        paragraph(`We cannot consider your application for ${facts.programme} yet, because this is missing:`),
        missing(
          facts,
          'a confirmation from your employer that you are a leader',
          'documents of your education and experience, so that we can assess your prior learning',
        ),
        paragraph(`Send what is missing by ${by}. If it comes later, you cannot get a place.`),
      ],
    };
  },
};
