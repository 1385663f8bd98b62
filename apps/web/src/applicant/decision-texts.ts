import type { AppealView } from '@kull/admissions';
import type { InLanguages } from '../kit/language';

type AppealOutcome = AppealView['decisions'][number]['outcome'];

interface DecisionTexts {
  readonly title: string;
  readonly listTitle: string;
  readonly none: string;
  readonly proofLead: string;
  /** What was shown has run out; what was written has not. */
  readonly again: string;
  readonly sent: (time: string) => string;
  readonly applicationNo: string;
  readonly wishes: string;
  readonly met: string;
  readonly notMet: string;
  readonly waiting: string;
  readonly requirements: string;
  readonly lottery: (number: string) => string;
  readonly line: string;
  readonly lineLead: string;
  readonly class: string;
  readonly quota: string;
  readonly score: string;
  readonly priority: (tier: number) => string;
  readonly tryDraw: string;
  readonly answerOffer: string;
  readonly appeal: {
    readonly heading: string;
    readonly deadline: (day: string) => string;
    readonly over: (day: string) => string;
    readonly lead: string;
    readonly wantedChange: string;
    readonly grounds: string;
    readonly send: string;
    readonly missing: string;
    readonly received: (day: string) => string;
    readonly next: string;
    readonly yours: string;
    readonly before: string;
    readonly outcomes: Readonly<Record<AppealOutcome, (day: string) => string>>;
  };
}

/** What the pages about a decision say; the lines of the explanation are admissions' own words. */
export const decisionTexts: InLanguages<DecisionTexts> = {
  nb: {
    title: 'Svar på søknaden',
    listTitle: 'Mine søknader',
    none: 'Du har ingen søknader her.',
    proofLead: 'Skriv fødselsdatoen din for å se svaret.',
    again:
      'Det er en stund siden du åpnet siden. Skriv fødselsdatoen din en gang til; det du skrev i klagen, er tatt vare på.',
    sent: (time) => `Sendt ${time}`,
    applicationNo: 'Søknadsnummer',
    wishes: 'Ønsker',
    met: 'Oppfylt',
    notMet: 'Ikke oppfylt',
    waiting: 'Venter',
    requirements: 'Slik er søknaden vurdert',
    lottery: (number) => `Loddnummeret ditt er ${number}. Ved lik poengsum går det laveste først.`,
    line: 'Her gikk grensen',
    lineLead: 'Den siste som fikk tilbud i klassene du ønsket:',
    class: 'Klasse',
    quota: 'Kvote',
    score: 'Poeng',
    priority: (tier) => `prioritet ${tier}`,
    tryDraw: 'Regn ut trekningen selv',
    answerOffer: 'Se tilbudene dine',
    appeal: {
      heading: 'Klage',
      deadline: (day) => `Klagefrist tre uker: ${day}.`,
      over: (day) => `Klagefristen gikk ut ${day}.`,
      lead: 'Du kan klage på vedtaket. Skriv hva du mener skal endres, og hvorfor. BI vurderer saken på nytt. Står vi ved vedtaket, går klagen til klagenemnda.',
      wantedChange: 'Hva vil du ha endret?',
      grounds: 'Hvorfor?',
      send: 'Send klagen',
      missing: 'Skriv både hva du vil ha endret, og hvorfor.',
      received: (day) => `Klagen er mottatt ${day}.`,
      next: 'BI vurderer saken på nytt. Svaret, med begrunnelse, kommer på denne siden.',
      yours: 'Det du skrev',
      before: 'Du har klaget på vedtaket før. Den første klagen gjelder.',
      outcomes: {
        UPHELD: (day) =>
          `Du fikk medhold ${day}. Søknaden blir vurdert på nytt. Fører det til plass, får du et nytt vedtak her.`,
        FORWARDED: (day) => `BI står ved vedtaket. Klagen ble sendt til klagenemnda ${day}.`,
        DISMISSED: (day) => `Klagenemnda avslo klagen ${day}. Avgjørelsen er endelig.`,
      },
    },
  },
  nn: {
    title: 'Svar på søknaden',
    listTitle: 'Mine søknader',
    none: 'Du har ingen søknader her.',
    proofLead: 'Skriv fødselsdatoen din for å sjå svaret.',
    again:
      'Det er ei stund sidan du opna sida. Skriv fødselsdatoen din ein gong til; det du skreiv i klaga, er teke vare på.',
    sent: (time) => `Send ${time}`,
    applicationNo: 'Søknadsnummer',
    wishes: 'Ønske',
    met: 'Oppfylt',
    notMet: 'Ikkje oppfylt',
    waiting: 'Ventar',
    requirements: 'Slik er søknaden vurdert',
    lottery: (number) => `Loddnummeret ditt er ${number}. Ved lik poengsum går det lågaste først.`,
    line: 'Her gjekk grensa',
    lineLead: 'Den siste som fekk tilbod i klassane du ønskte:',
    class: 'Klasse',
    quota: 'Kvote',
    score: 'Poeng',
    priority: (tier) => `prioritet ${tier}`,
    tryDraw: 'Rekn ut trekninga sjølv',
    answerOffer: 'Sjå tilboda dine',
    appeal: {
      heading: 'Klage',
      deadline: (day) => `Klagefrist tre veker: ${day}.`,
      over: (day) => `Klagefristen gjekk ut ${day}.`,
      lead: 'Du kan klage på vedtaket. Skriv kva du meiner skal endrast, og kvifor. BI vurderer saka på nytt. Står vi ved vedtaket, går klaga til klagenemnda.',
      wantedChange: 'Kva vil du ha endra?',
      grounds: 'Kvifor?',
      send: 'Send klaga',
      missing: 'Skriv både kva du vil ha endra, og kvifor.',
      received: (day) => `Klaga er motteken ${day}.`,
      next: 'BI vurderer saka på nytt. Svaret, med grunngiving, kjem på denne sida.',
      yours: 'Det du skreiv',
      before: 'Du har klaga på vedtaket før. Den første klaga gjeld.',
      outcomes: {
        UPHELD: (day) =>
          `Du fekk medhald ${day}. Søknaden blir vurdert på nytt. Fører det til plass, får du eit nytt vedtak her.`,
        FORWARDED: (day) => `BI står ved vedtaket. Klaga vart send til klagenemnda ${day}.`,
        DISMISSED: (day) => `Klagenemnda avslo klaga ${day}. Avgjerda er endeleg.`,
      },
    },
  },
  en: {
    title: 'The answer to your application',
    listTitle: 'My applications',
    none: 'You have no applications here.',
    proofLead: 'Write your date of birth to see the answer.',
    again: 'It is a while since you opened the page. Write your date of birth once more; what you wrote is kept.',
    sent: (time) => `Sent ${time}`,
    applicationNo: 'Application number',
    wishes: 'Wishes',
    met: 'Met',
    notMet: 'Not met',
    waiting: 'Waiting',
    requirements: 'How the application was judged',
    lottery: (number) => `Your lottery number is ${number}. At the same score the lowest goes first.`,
    line: 'Where the line went',
    lineLead: 'The last one who was offered a place in the classes you wished:',
    class: 'Class',
    quota: 'Quota',
    score: 'Score',
    priority: (tier) => `priority ${tier}`,
    tryDraw: 'Work out the draw yourself',
    answerOffer: 'See your offers',
    appeal: {
      heading: 'Appeal',
      deadline: (day) => `You have three weeks to appeal: until ${day}.`,
      over: (day) => `The time to appeal ended ${day}.`,
      lead: 'You may appeal the decision. Write what you think should be changed, and why. BI looks at the case anew. If we stand by the decision, the appeal goes to the appeals board.',
      wantedChange: 'What do you want changed?',
      grounds: 'Why?',
      send: 'Send the appeal',
      missing: 'Write both what you want changed and why.',
      received: (day) => `The appeal was received ${day}.`,
      next: 'BI looks at the case anew. The answer, with reasons, comes on this page.',
      yours: 'What you wrote',
      before: 'You have appealed this decision before. The first appeal counts.',
      outcomes: {
        UPHELD: (day) =>
          `Your appeal was upheld ${day}. The application is judged again. If that leads to a place, you get a new decision here.`,
        FORWARDED: (day) => `BI stands by the decision. The appeal was sent to the appeals board ${day}.`,
        DISMISSED: (day) => `The appeals board dismissed the appeal ${day}. That is final.`,
      },
    },
  },
};
