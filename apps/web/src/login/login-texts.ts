import type { LoginRefusal } from '@kull/access';
import type { InLanguages } from '../kit/language';

interface LoginTexts {
  readonly title: string;
  readonly lead: string;
  readonly with: (name: string) => string;
  readonly none: string;
  readonly out: string;
  readonly outThere: string;
  readonly refusals: Readonly<Record<LoginRefusal, string>>;
}

/** What the page of log-ins says. */
export const loginTexts: InLanguages<LoginTexts> = {
  nb: {
    title: 'Logg inn',
    lead: 'Søkere og studenter logger inn med ID-porten. Ansatte ved BI logger inn med Feide.',
    with: (name) => `Logg inn med ${name}`,
    none: 'Her kan ingen logge inn ennå. Den som drifter tjenesten, må sette opp innlogging (KULL_LOGINS).',
    out: 'Du er logget ut.',
    outThere: 'Logg ut der du logget inn også',
    refusals: {
      CANCELLED: 'Du avbrøt innloggingen. Ingenting er endret.',
      EXPIRED: 'Innloggingen tok for lang tid, eller den er brukt alt. Prøv igjen.',
      NOT_TRUSTED: 'Svaret fra innloggingen kunne ikke godtas. Prøv igjen, og meld fra hvis det skjer på nytt.',
      TOO_WEAK: 'Innloggingen var på et for lavt sikkerhetsnivå. Prøv igjen med BankID, Buypass eller Commfides.',
      UNAVAILABLE: 'Innloggingen svarer ikke nå. Prøv igjen om litt.',
      UNKNOWN: 'Vi finner ingen søknad, klasse eller konto på deg. Er du søker eller student, spør BI.',
      SUSPENDED: 'Kontoen din er stengt. Spør en administrator.',
    },
  },
  nn: {
    title: 'Logg inn',
    lead: 'Søkjarar og studentar loggar inn med ID-porten. Tilsette ved BI loggar inn med Feide.',
    with: (name) => `Logg inn med ${name}`,
    none: 'Her kan ingen logge inn enno. Den som driftar tenesta, må setje opp innlogging (KULL_LOGINS).',
    out: 'Du er logga ut.',
    outThere: 'Logg ut der du logga inn òg',
    refusals: {
      CANCELLED: 'Du avbraut innlogginga. Ingenting er endra.',
      EXPIRED: 'Innlogginga tok for lang tid, eller ho er brukt alt. Prøv igjen.',
      NOT_TRUSTED: 'Svaret frå innlogginga kunne ikkje godtakast. Prøv igjen, og meld frå om det skjer på nytt.',
      TOO_WEAK: 'Innlogginga var på eit for lågt tryggleiksnivå. Prøv igjen med BankID, Buypass eller Commfides.',
      UNAVAILABLE: 'Innlogginga svarar ikkje no. Prøv igjen om litt.',
      UNKNOWN: 'Vi finn ingen søknad, klasse eller konto på deg. Er du søkjar eller student, spør BI.',
      SUSPENDED: 'Kontoen din er stengd. Spør ein administrator.',
    },
  },
  en: {
    title: 'Log in',
    lead: 'Applicants and students log in with ID-porten. Staff at BI log in with Feide.',
    with: (name) => `Log in with ${name}`,
    none: 'Nobody can log in here yet. Whoever runs the service has to set up the log-in (KULL_LOGINS).',
    out: 'You are logged out.',
    outThere: 'Log out where you logged in, too',
    refusals: {
      CANCELLED: 'You cancelled the log-in. Nothing has changed.',
      EXPIRED: 'The log-in took too long, or it has been used already. Try again.',
      NOT_TRUSTED: 'The answer of the log-in could not be accepted. Try again, and tell us if it happens again.',
      TOO_WEAK: 'The log-in was at too low a level of assurance. Try again with BankID, Buypass or Commfides.',
      UNAVAILABLE: 'The log-in does not answer now. Try again in a moment.',
      UNKNOWN: 'We find no application, class or account of yours. If you are an applicant or a student, ask BI.',
      SUSPENDED: 'Your account is suspended. Ask an administrator.',
    },
  },
};
