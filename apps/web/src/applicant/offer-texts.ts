import type { OfferedChoice, OwnOffer } from '@kull/admissions';
import type { InLanguages } from '../kit/language';
import { anyOf } from './times';

/** Where an offer is in its life. */
export type OfferStage = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'LAPSED' | 'OVER';

type Choosing = OfferedChoice & Pick<OwnOffer, 'class' | 'heldBefore'> & { readonly hasBetter: boolean };

interface OfferTexts {
  readonly titles: Readonly<Record<OfferStage, string>>;
  readonly listTitle: string;
  readonly none: string;
  readonly terms: {
    readonly programme: string;
    readonly class: string;
    readonly site: string;
    readonly starts: string;
    readonly quota: string;
  };
  readonly wish: (wishNo: number) => string;
  readonly quotas: Readonly<Record<OwnOffer['quota'], string>>;
  readonly order: (number: number, of: number) => string;
  readonly calculation: string;
  readonly held: (held: string, offered: string) => string;
  readonly question: string;
  readonly choice: (choosing: Choosing) => string;
  readonly send: string;
  readonly deadline: (time: string) => string;
  readonly silence: string;
  readonly nothingChosen: string;
  readonly proofLead: string;
  readonly answeredAt: (time: string) => string;
  readonly answeredBefore: string;
  readonly cannotChange: string;
  readonly late: (came: string, deadline: string) => string;
  readonly over: (deadline: string) => string;
  readonly next: string;
  readonly has: (code: string, starts: string) => string;
  readonly gaveUp: (held: string) => string;
  readonly keeps: (held: string) => string;
  readonly noPlace: string;
  readonly waits: (classes: string) => string;
  readonly waitsNot: string;
  readonly decision: string;
}

/** What the pages about an offer say. */
export const offerTexts: InLanguages<OfferTexts> = {
  nb: {
    titles: {
      OPEN: 'Du har fått tilbud om plass',
      ACCEPTED: 'Du har takket ja',
      DECLINED: 'Du har takket nei',
      LAPSED: 'Tilbudet er bortfalt',
      OVER: 'Svarfristen er ute',
    },
    listTitle: 'Mine tilbud',
    none: 'Du har ingen tilbud. Får du et, sender vi deg e-post.',
    terms: { programme: 'Utdanning', class: 'Klasse', site: 'Sted', starts: 'Starter', quota: 'Kvote' },
    wish: (wishNo) => `ditt ønske nr. ${wishNo}`,
    quotas: { EARMARKED_PHYSICIAN: 'Øremerket for leger', GENERAL: 'Allmenn' },
    order: (number, of) => `du er nr. ${number} av ${of}`,
    calculation: 'Se hvordan vi regnet',
    held: (held, offered) =>
      `Du har plass i ${held}. Den mister du bare hvis du takker ja til ${offered}. Sier du nei eller ikke svarer, beholder du ${held}.`,
    question: 'Hva svarer du?',
    choice: ({ answer, keepWaiting, waitsFor, class: offered, heldBefore, hasBetter }) => {
      const better = anyOf('nb', waitsFor);
      if (answer === 'ACCEPT') {
        const yes = heldBefore ? `Ja, bytt til ${offered}` : 'Ja';
        if (keepWaiting) return `${yes}, og jeg venter fortsatt på ${better}`;
        return hasBetter ? `${yes}, og jeg venter ikke på noe annet` : heldBefore ? yes : 'Ja takk';
      }
      const no = heldBefore ? `Nei, behold ${heldBefore}` : 'Nei';
      if (keepWaiting) return `${no}, ${heldBefore ? 'og' : 'men'} jeg venter fortsatt på ${better}`;
      if (!hasBetter) return heldBefore ? no : 'Nei takk';
      return heldBefore ? `${no}, og jeg venter ikke på noe annet` : 'Nei takk, og jeg venter ikke lenger';
    },
    send: 'Send svar',
    deadline: (time) => `Svarfrist: ${time}.`,
    silence: 'Svarer du ikke, faller tilbudet bort, og du får ikke flere tilbud.',
    nothingChosen: 'Velg et svar før du sender.',
    proofLead: 'Skriv fødselsdatoen din for å se hva som ble svart.',
    answeredAt: (time) => `Svaret kom ${time}.`,
    answeredBefore: 'Du har svart på dette tilbudet før. Det første svaret gjelder; det nye har ikke endret noe.',
    cannotChange: 'Svaret kan ikke endres her. Ble det feil, må du ta kontakt med BI så fort som mulig.',
    late: (came, deadline) => `Svaret kom ${came}, etter fristen ${deadline}. Det er derfor ikke tatt imot.`,
    over: (deadline) => `Fristen var ${deadline}. Tilbudet kan ikke besvares lenger.`,
    next: 'Hva skjer nå',
    has: (code, starts) =>
      `Du har plass i ${code}, som starter ${starts}. Du får praktisk informasjon på e-post før start.`,
    gaveUp: (held) => `Plassen du hadde i ${held}, har gått videre til en annen.`,
    keeps: (held) => `Du beholder plassen i ${held}.`,
    noPlace: 'Du har ingen plass nå.',
    waits: (classes) => `Du venter fortsatt på ${classes}. Får du tilbud der, sender vi deg e-post.`,
    waitsNot: 'Du får ikke flere tilbud i dette opptaket.',
    decision: 'Se søknaden og vedtaket',
  },
  nn: {
    titles: {
      OPEN: 'Du har fått tilbod om plass',
      ACCEPTED: 'Du har takka ja',
      DECLINED: 'Du har takka nei',
      LAPSED: 'Tilbodet er falle bort',
      OVER: 'Svarfristen er ute',
    },
    listTitle: 'Mine tilbod',
    none: 'Du har ingen tilbod. Får du eit, sender vi deg e-post.',
    terms: { programme: 'Utdanning', class: 'Klasse', site: 'Stad', starts: 'Startar', quota: 'Kvote' },
    wish: (wishNo) => `ditt ønske nr. ${wishNo}`,
    quotas: { EARMARKED_PHYSICIAN: 'Øyremerkt for legar', GENERAL: 'Allmenn' },
    order: (number, of) => `du er nr. ${number} av ${of}`,
    calculation: 'Sjå korleis vi rekna',
    held: (held, offered) =>
      `Du har plass i ${held}. Den mistar du berre om du takkar ja til ${offered}. Seier du nei eller ikkje svarer, beheld du ${held}.`,
    question: 'Kva svarer du?',
    choice: ({ answer, keepWaiting, waitsFor, class: offered, heldBefore, hasBetter }) => {
      const better = anyOf('nn', waitsFor);
      if (answer === 'ACCEPT') {
        const yes = heldBefore ? `Ja, byt til ${offered}` : 'Ja';
        if (keepWaiting) return `${yes}, og eg ventar framleis på ${better}`;
        return hasBetter ? `${yes}, og eg ventar ikkje på noko anna` : heldBefore ? yes : 'Ja takk';
      }
      const no = heldBefore ? `Nei, behald ${heldBefore}` : 'Nei';
      if (keepWaiting) return `${no}, ${heldBefore ? 'og' : 'men'} eg ventar framleis på ${better}`;
      if (!hasBetter) return heldBefore ? no : 'Nei takk';
      return heldBefore ? `${no}, og eg ventar ikkje på noko anna` : 'Nei takk, og eg ventar ikkje lenger';
    },
    send: 'Send svar',
    deadline: (time) => `Svarfrist: ${time}.`,
    silence: 'Svarer du ikkje, fell tilbodet bort, og du får ikkje fleire tilbod.',
    nothingChosen: 'Vel eit svar før du sender.',
    proofLead: 'Skriv fødselsdatoen din for å sjå kva som vart svart.',
    answeredAt: (time) => `Svaret kom ${time}.`,
    answeredBefore: 'Du har svart på dette tilbodet før. Det første svaret gjeld; det nye har ikkje endra noko.',
    cannotChange: 'Svaret kan ikkje endrast her. Vart det feil, må du ta kontakt med BI så fort som råd.',
    late: (came, deadline) => `Svaret kom ${came}, etter fristen ${deadline}. Det er difor ikkje teke imot.`,
    over: (deadline) => `Fristen var ${deadline}. Tilbodet kan ikkje svarast på lenger.`,
    next: 'Kva skjer no',
    has: (code, starts) =>
      `Du har plass i ${code}, som startar ${starts}. Du får praktisk informasjon på e-post før start.`,
    gaveUp: (held) => `Plassen du hadde i ${held}, har gått vidare til ein annan.`,
    keeps: (held) => `Du beheld plassen i ${held}.`,
    noPlace: 'Du har ingen plass no.',
    waits: (classes) => `Du ventar framleis på ${classes}. Får du tilbod der, sender vi deg e-post.`,
    waitsNot: 'Du får ikkje fleire tilbod i dette opptaket.',
    decision: 'Sjå søknaden og vedtaket',
  },
  en: {
    titles: {
      OPEN: 'You are offered a place',
      ACCEPTED: 'You have said yes',
      DECLINED: 'You have said no',
      LAPSED: 'The offer has lapsed',
      OVER: 'The deadline has passed',
    },
    listTitle: 'My offers',
    none: 'You have no offers. When you get one, we send you an e-mail.',
    terms: { programme: 'Programme', class: 'Class', site: 'Place', starts: 'Starts', quota: 'Quota' },
    wish: (wishNo) => `your wish no. ${wishNo}`,
    quotas: { EARMARKED_PHYSICIAN: 'Earmarked for physicians', GENERAL: 'General' },
    order: (number, of) => `you are no. ${number} of ${of}`,
    calculation: 'See how we worked it out',
    held: (held, offered) =>
      `You have a place in ${held}. You lose it only if you say yes to ${offered}. If you say no or do not answer, you keep ${held}.`,
    question: 'What is your answer?',
    choice: ({ answer, keepWaiting, waitsFor, class: offered, heldBefore, hasBetter }) => {
      const better = anyOf('en', waitsFor);
      if (answer === 'ACCEPT') {
        const yes = heldBefore ? `Yes, change to ${offered}` : 'Yes';
        if (keepWaiting) return `${yes}, and I still wait for ${better}`;
        return hasBetter ? `${yes}, and I wait for nothing else` : heldBefore ? yes : 'Yes, thank you';
      }
      const no = heldBefore ? `No, keep ${heldBefore}` : 'No';
      if (keepWaiting) return `${no}, ${heldBefore ? 'and' : 'but'} I still wait for ${better}`;
      if (!hasBetter) return heldBefore ? no : 'No, thank you';
      return heldBefore ? `${no}, and I wait for nothing else` : 'No, thank you, and I no longer wait';
    },
    send: 'Send the answer',
    deadline: (time) => `Answer by ${time}.`,
    silence: 'If you do not answer, the offer lapses and you will get no more offers.',
    nothingChosen: 'Choose an answer before you send.',
    proofLead: 'Write your date of birth to see what the answer was.',
    answeredAt: (time) => `The answer came ${time}.`,
    answeredBefore: 'You have answered this offer before. The first answer counts; the new one has changed nothing.',
    cannotChange: 'The answer cannot be changed here. If it was a mistake, contact BI as soon as you can.',
    late: (came, deadline) => `The answer came ${came}, after the deadline ${deadline}. It was therefore not accepted.`,
    over: (deadline) => `The deadline was ${deadline}. The offer cannot be answered any more.`,
    next: 'What happens now',
    has: (code, starts) =>
      `You have a place in ${code}, which starts ${starts}. You will get practical information by e-mail before that.`,
    gaveUp: (held) => `The place that you had in ${held} has gone on to somebody else.`,
    keeps: (held) => `You keep the place in ${held}.`,
    noPlace: 'You have no place now.',
    waits: (classes) => `You still wait for ${classes}. If you get an offer there, we send you an e-mail.`,
    waitsNot: 'You will get no more offers in this intake.',
    decision: 'See the application and the decision',
  },
};
