import { inLanguage } from '../../kit/texts';

interface Texts {
  readonly title: string;
  readonly intro: string;
  readonly subject: string;
  readonly allSubjects: string;
  readonly onlySubject: (subject: string) => string;
  readonly columns: Readonly<Record<'no' | 'when' | 'what' | 'about' | 'who' | 'data', string>>;
  readonly show: string;
  /** In a file, of an event that no cell holds. */
  readonly tooLong: (no: string) => string;
  readonly more: string;
  /** Also the title of the page of it. */
  readonly stopped: string;
  readonly none: string;
  readonly reads: {
    readonly title: string;
    readonly intro: string;
    readonly columns: Readonly<Record<'when' | 'reader' | 'as' | 'what' | 'person', string>>;
    readonly reader: string;
    readonly person: string;
    readonly find: string;
    readonly none: string;
  };
}

export const t = inLanguage<Texts>({
  nb: {
    title: 'Logg',
    intro: 'Alt som har skjedd, det nyeste først. Loggen kan ikke endres, og personopplysninger er forseglet i den.',
    subject: 'Om',
    allSubjects: 'Vis alt',
    onlySubject: (subject) => `Bare ${subject}`,
    columns: { no: 'Nr.', when: 'Når', what: 'Hva', about: 'Om', who: 'Hvem', data: 'Innhold' },
    show: 'Vis',
    tooLong: (no) => `For langt for en celle. Se nr. ${no} i loggen.`,
    more: 'Vis eldre',
    stopped: 'Arbeid som har stoppet',
    none: 'Ingen hendelser her.',
    reads: {
      title: 'Hvem har sett på hvem',
      intro: 'Hver gang noen leser opplysninger om andre, står det her, og den det gjelder, kan se det selv.',
      columns: { when: 'Når', reader: 'Hvem', as: 'Som', what: 'Hva', person: 'Person' },
      reader: 'Konto',
      person: 'Persons id',
      find: 'Finn',
      none: 'Ingen har sett på noen her.',
    },
  },
  nn: {
    title: 'Logg',
    intro: 'Alt som har hendt, det nyaste først. Loggen kan ikkje endrast, og personopplysningar er forsegla i han.',
    subject: 'Om',
    allSubjects: 'Vis alt',
    onlySubject: (subject) => `Berre ${subject}`,
    columns: { no: 'Nr.', when: 'Når', what: 'Kva', about: 'Om', who: 'Kven', data: 'Innhald' },
    show: 'Vis',
    tooLong: (no) => `For langt for ei celle. Sjå nr. ${no} i loggen.`,
    more: 'Vis eldre',
    stopped: 'Arbeid som har stoppa',
    none: 'Ingen hendingar her.',
    reads: {
      title: 'Kven har sett på kven',
      intro: 'Kvar gong nokon les opplysningar om andre, står det her, og den det gjeld, kan sjå det sjølv.',
      columns: { when: 'Når', reader: 'Kven', as: 'Som', what: 'Kva', person: 'Person' },
      reader: 'Konto',
      person: 'Id-en til personen',
      find: 'Finn',
      none: 'Ingen har sett på nokon her.',
    },
  },
  en: {
    title: 'Log',
    intro: 'All that has happened, the newest first. The log cannot be changed, and personal data are sealed in it.',
    subject: 'About',
    allSubjects: 'Show all',
    onlySubject: (subject) => `Only ${subject}`,
    columns: { no: 'No.', when: 'When', what: 'What', about: 'About', who: 'Who', data: 'Content' },
    show: 'Show',
    tooLong: (no) => `Too long for a cell. See no. ${no} in the log.`,
    more: 'Show older ones',
    stopped: 'Work that has stopped',
    none: 'No events here.',
    reads: {
      title: 'Who has looked at whom',
      intro: 'Whenever somebody reads what is another’s, it stands here, and the person can see it too.',
      columns: { when: 'When', reader: 'Who', as: 'As', what: 'What', person: 'Person' },
      reader: 'Account',
      person: 'The person’s id',
      find: 'Find',
      none: 'Nobody has looked at anybody here.',
    },
  },
});
