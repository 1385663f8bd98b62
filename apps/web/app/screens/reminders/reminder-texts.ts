import type { LedgerState } from '../../../../../libs/reminders/src/read-models/reminder.v1';
import { inLanguage } from '../../kit/texts';

interface Texts {
  readonly title: string;
  readonly views: {
    readonly kalender: string;
    readonly uavklart: string;
    readonly sendt: string;
    readonly adresser: string;
    readonly planer: string;
  };
  readonly states: Readonly<Record<LedgerState, string>>;
  readonly channels: { readonly MAIL: string; readonly TEXT_MESSAGE: string };
  readonly columns: {
    readonly when: string;
    readonly what: string;
    readonly programme: string;
    readonly recipient: string;
    readonly channel: string;
    readonly stops: string;
    readonly state: string;
    readonly reason: string;
    readonly since: string;
    readonly fault: string;
    readonly steps: string;
    readonly is: string;
  };
  readonly office: string;
  readonly staff: string;
  readonly standing: { readonly expected: string; readonly waiting: string; readonly declined: string };
  readonly comingIntro: (count: string) => string;
  readonly nothingComing: string;
  readonly nothingStuck: string;
  readonly nothingSent: string;
  readonly allAddressesWork: string;
  readonly stuckIntro: string;
  readonly addressesIntro: string;
  readonly arrived: string;
  readonly sendAgain: string;
  readonly saidArrived: string;
  readonly saidAgain: string;
  readonly all: string;
  readonly more: string;
  readonly on: string;
  readonly off: string;
  readonly switchOn: string;
  readonly switchOff: string;
  readonly switchedOn: (subject: string) => string;
  readonly switchedOff: (subject: string) => string;
  readonly plansIntro: string;
  readonly noProgrammes: string;
  readonly onSince: (when: string) => string;
  readonly before: (days: number, at: string) => string;
  readonly refused: string;
  readonly bounced: string;
}

export const t = inLanguage<Texts>({
  nb: {
    title: 'Påminnelser',
    views: {
      kalender: 'Kommer',
      uavklart: 'Må ses på',
      sendt: 'Alt som er sendt',
      adresser: 'Adresser som ikke virker',
      planer: 'Hva det minnes om',
    },
    states: {
      PLANNED: 'venter',
      ATTEMPTING: 'sendes nå',
      SENT: 'sendt',
      DEFERRED: 'prøves igjen',
      FAILED: 'ikke sendt',
      UNKNOWN: 'kanskje sendt',
      CANCELLED: 'falt bort',
    },
    channels: { MAIL: 'e-post', TEXT_MESSAGE: 'SMS' },
    columns: {
      when: 'Når',
      what: 'Hva',
      programme: 'Studium',
      recipient: 'Til',
      channel: 'Som',
      stops: 'Stoppes av',
      state: 'Tilstand',
      reason: 'Grunn',
      since: 'Siden',
      fault: 'Feil',
      steps: 'Når det sendes',
      is: 'Nå',
    },
    office: 'kontoret',
    staff: 'ansatt',
    standing: { expected: 'ventes', waiting: 'venter på å bli sendt', declined: 'vil ikke ha den, sendes ikke' },
    comingIntro: (count) =>
      `${count} går ut de neste fire ukene, slik det ser ut nå. Hver av dem spørres det om på nytt når den skal sendes.`,
    nothingComing: 'Ingenting går ut de neste fire ukene. Se hva det minnes om under «Hva det minnes om».',
    nothingStuck: 'Ingen påminnelser må ses på.',
    nothingSent: 'Ingenting er sendt ennå.',
    allAddressesWork: 'Alle adresser virker, så vidt vi vet.',
    stuckIntro: 'Disse kan bare et menneske avgjøre. «Kanskje sendt»: tjenesten falt ut midt i sendingen.',
    addressesIntro:
      'E-posten kommer ikke fram til disse. Be dem om en ny adresse; når den er registrert, forsvinner de herfra.',
    arrived: 'Den kom fram',
    sendAgain: 'Send på nytt',
    saidArrived: 'Notert: den kom fram.',
    saidAgain: 'Den sendes på nytt.',
    all: 'Alle',
    more: 'Vis flere',
    on: 'på',
    off: 'av',
    switchOn: 'Slå på',
    switchOff: 'Slå av',
    switchedOn: (subject) => `${subject}: slått på. Det som har forfalt, sendes ikke.`,
    switchedOff: (subject) => `${subject}: slått av.`,
    plansIntro: 'Bare det som er slått på, sendes, og bare det som forfaller etter at det ble slått på.',
    noProgrammes: 'Ingen studier ennå. De kommer med den første klassen.',
    onSince: (when) => `på siden ${when}`,
    before: (days, at) =>
      days === 0 ? `samme dag kl. ${at}` : days < 0 ? `${-days} dager etter kl. ${at}` : `${days} dager før kl. ${at}`,
    refused: 'adressen ble avvist',
    bounced: 'e-posten kom i retur',
  },
  nn: {
    title: 'Påminningar',
    views: {
      kalender: 'Kjem',
      uavklart: 'Må sjåast på',
      sendt: 'Alt som er sendt',
      adresser: 'Adresser som ikkje verkar',
      planer: 'Kva det blir minna om',
    },
    states: {
      PLANNED: 'ventar',
      ATTEMPTING: 'blir send no',
      SENT: 'send',
      DEFERRED: 'blir prøvd igjen',
      FAILED: 'ikkje send',
      UNKNOWN: 'kanskje send',
      CANCELLED: 'fall bort',
    },
    channels: { MAIL: 'e-post', TEXT_MESSAGE: 'SMS' },
    columns: {
      when: 'Når',
      what: 'Kva',
      programme: 'Studium',
      recipient: 'Til',
      channel: 'Som',
      stops: 'Blir stoppa av',
      state: 'Tilstand',
      reason: 'Grunn',
      since: 'Sidan',
      fault: 'Feil',
      steps: 'Når det blir sendt',
      is: 'No',
    },
    office: 'kontoret',
    staff: 'tilsett',
    standing: { expected: 'er venta', waiting: 'ventar på å bli send', declined: 'vil ikkje ha ho, blir ikkje send' },
    comingIntro: (count) =>
      `${count} går ut dei neste fire vekene, slik det ser ut no. Kvar av dei blir det spurt om på nytt når ho skal sendast.`,
    nothingComing: 'Ingenting går ut dei neste fire vekene. Sjå kva det blir minna om under «Kva det blir minna om».',
    nothingStuck: 'Ingen påminningar må sjåast på.',
    nothingSent: 'Ingenting er sendt enno.',
    allAddressesWork: 'Alle adresser verkar, så vidt vi veit.',
    stuckIntro: 'Desse kan berre eit menneske avgjere. «Kanskje send»: tenesta fall ut midt i sendinga.',
    addressesIntro:
      'E-posten kjem ikkje fram til desse. Be dei om ei ny adresse; når ho er registrert, forsvinn dei herifrå.',
    arrived: 'Ho kom fram',
    sendAgain: 'Send på nytt',
    saidArrived: 'Notert: ho kom fram.',
    saidAgain: 'Ho blir send på nytt.',
    all: 'Alle',
    more: 'Vis fleire',
    on: 'på',
    off: 'av',
    switchOn: 'Slå på',
    switchOff: 'Slå av',
    switchedOn: (subject) => `${subject}: slått på. Det som har forfalle, blir ikkje sendt.`,
    switchedOff: (subject) => `${subject}: slått av.`,
    plansIntro: 'Berre det som er slått på, blir sendt, og berre det som forfell etter at det vart slått på.',
    noProgrammes: 'Ingen studium enno. Dei kjem med den første klassen.',
    onSince: (when) => `på sidan ${when}`,
    before: (days, at) =>
      days === 0 ? `same dag kl. ${at}` : days < 0 ? `${-days} dagar etter kl. ${at}` : `${days} dagar før kl. ${at}`,
    refused: 'adressa vart avvist',
    bounced: 'e-posten kom i retur',
  },
  en: {
    title: 'Reminders',
    views: {
      kalender: 'Coming',
      uavklart: 'To look at',
      sendt: 'All that was sent',
      adresser: 'Addresses that do not work',
      planer: 'What is reminded of',
    },
    states: {
      PLANNED: 'waits',
      ATTEMPTING: 'being sent',
      SENT: 'sent',
      DEFERRED: 'tried again',
      FAILED: 'not sent',
      UNKNOWN: 'perhaps sent',
      CANCELLED: 'fell away',
    },
    channels: { MAIL: 'e-mail', TEXT_MESSAGE: 'text message' },
    columns: {
      when: 'When',
      what: 'What',
      programme: 'Programme',
      recipient: 'To',
      channel: 'As',
      stops: 'Stopped by',
      state: 'State',
      reason: 'Reason',
      since: 'Since',
      fault: 'Fault',
      steps: 'When it is sent',
      is: 'Now',
    },
    office: 'the office',
    staff: 'staff',
    standing: { expected: 'expected', waiting: 'waits to be sent', declined: 'declined, will not be sent' },
    comingIntro: (count) =>
      `${count} go out in the coming four weeks, as it looks now. Each is asked about again when it is due.`,
    nothingComing: 'Nothing goes out in the coming four weeks. See what is reminded of under “What is reminded of”.',
    nothingStuck: 'No reminders to look at.',
    nothingSent: 'Nothing has been sent yet.',
    allAddressesWork: 'All addresses work, as far as we know.',
    stuckIntro: 'Only a person can settle these. “Perhaps sent”: the service went down while it was sending.',
    addressesIntro:
      'Mail does not reach these. Ask them for a new address; when it is registered they are gone from here.',
    arrived: 'It arrived',
    sendAgain: 'Send again',
    saidArrived: 'Noted: it arrived.',
    saidAgain: 'It will be sent again.',
    all: 'All',
    more: 'Show more',
    on: 'on',
    off: 'off',
    switchOn: 'Turn on',
    switchOff: 'Turn off',
    switchedOn: (subject) => `${subject}: turned on. What was due before is not sent.`,
    switchedOff: (subject) => `${subject}: turned off.`,
    plansIntro: 'Only what is turned on is sent, and only what falls due after it was turned on.',
    noProgrammes: 'No programmes yet. They come with the first class.',
    onSince: (when) => `on since ${when}`,
    before: (days, at) =>
      days === 0 ? `the same day at ${at}` : days < 0 ? `${-days} days after at ${at}` : `${days} days before at ${at}`,
    refused: 'the address was refused',
    bounced: 'the mail came back',
  },
});
