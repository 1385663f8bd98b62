import type { EmployerLink } from '@kull/admissions';
import type { InLanguages } from '../../kit/language';

/** What is wrong with what a leader filled in. */
export type SigningFault = 'POST' | 'LEAVE' | 'NAME' | 'TITLE';

interface EmployerTexts {
  readonly title: (applicant: string) => string;
  readonly lead: (applicant: string, programme: string) => string;
  readonly position: string;
  readonly employer: string;
  readonly classes: string;
  readonly confirm: string;
  readonly post: (position: string, employer: string) => string;
  readonly leave: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly send: string;
  readonly once: (until: string) => string;
  readonly wrong: string;
  readonly errorTitle: string;
  readonly faults: Readonly<Record<SigningFault, string>>;
  readonly done: string;
  readonly thanks: (applicant: string) => string;
  readonly refusedTitle: string;
  readonly refusals: Readonly<Record<NonNullable<EmployerLink['refusal']>, string>>;
}

/** The page of an applicant's leader, who has no log-in and no more than a minute. */
export const employerTexts: InLanguages<EmployerTexts> = {
  nb: {
    title: (applicant) => `Bekreft stilling og fri for ${applicant}`,
    lead: (applicant, programme) =>
      `${applicant} søker på ${programme} ved Handelshøyskolen BI. Søknaden kan bare vurderes når arbeidsgiveren bekrefter dette.`,
    position: 'Stilling',
    employer: 'Arbeidsgiver',
    classes: 'Samlinger',
    confirm: 'Jeg bekrefter',
    post: (position, employer) => `Søkeren er ${position} i ${employer}`,
    leave: 'Søkeren får fri til å delta på alle samlingene',
    name: 'Navnet ditt',
    jobTitle: 'Stillingen din',
    send: 'Bekreft',
    once: (until) => `Lenken kan brukes én gang, til ${until}.`,
    wrong: 'Stemmer det ikke? Da bekrefter du ikke, men sier fra til søkeren, som kan rette det og sende en ny lenke.',
    errorTitle: 'Ingenting er bekreftet ennå. Dette mangler:',
    faults: {
      POST: 'Kryss av for stillingen',
      LEAVE: 'Kryss av for at søkeren får fri',
      NAME: 'Skriv navnet ditt',
      TITLE: 'Skriv stillingen din',
    },
    done: 'Takk. Det er bekreftet',
    thanks: (applicant) => `${applicant} ser bekreftelsen i søknaden. Du trenger ikke å gjøre mer, og kan lukke siden.`,
    refusedTitle: 'Lenken kan ikke brukes',
    refusals: {
      LINK_USED: 'Lenken er brukt: stillingen er bekreftet. Du trenger ikke å gjøre mer.',
      LINK_REPLACED: 'Søkeren har sendt en nyere lenke. Bruk lenken i den siste e-posten.',
      LINK_EXPIRED: 'Lenken er utløpt. Be søkeren om å sende en ny, hvis søknadsfristen ikke er ute.',
      POST_CHANGED: 'Søkeren har endret stillingen etter at lenken ble sendt. Be om en ny lenke.',
    },
  },
  nn: {
    title: (applicant) => `Stadfest stilling og fri for ${applicant}`,
    lead: (applicant, programme) =>
      `${applicant} søkjer på ${programme} ved Handelshøyskolen BI. Søknaden kan berre vurderast når arbeidsgivaren stadfestar dette.`,
    position: 'Stilling',
    employer: 'Arbeidsgivar',
    classes: 'Samlingar',
    confirm: 'Eg stadfestar',
    post: (position, employer) => `Søkjaren er ${position} i ${employer}`,
    leave: 'Søkjaren får fri til å vere med på alle samlingane',
    name: 'Namnet ditt',
    jobTitle: 'Stillinga di',
    send: 'Stadfest',
    once: (until) => `Lenkja kan brukast éin gong, til ${until}.`,
    wrong:
      'Stemmer det ikkje? Då stadfestar du ikkje, men seier frå til søkjaren, som kan rette det og sende ei ny lenkje.',
    errorTitle: 'Ingenting er stadfesta enno. Dette manglar:',
    faults: {
      POST: 'Kryss av for stillinga',
      LEAVE: 'Kryss av for at søkjaren får fri',
      NAME: 'Skriv namnet ditt',
      TITLE: 'Skriv stillinga di',
    },
    done: 'Takk. Det er stadfesta',
    thanks: (applicant) => `${applicant} ser stadfestinga i søknaden. Du treng ikkje å gjere meir, og kan lukke sida.`,
    refusedTitle: 'Lenkja kan ikkje brukast',
    refusals: {
      LINK_USED: 'Lenkja er brukt: stillinga er stadfesta. Du treng ikkje å gjere meir.',
      LINK_REPLACED: 'Søkjaren har sendt ei nyare lenkje. Bruk lenkja i den siste e-posten.',
      LINK_EXPIRED: 'Lenkja er gått ut. Be søkjaren om å sende ei ny, om søknadsfristen ikkje er ute.',
      POST_CHANGED: 'Søkjaren har endra stillinga etter at lenkja vart send. Be om ei ny lenkje.',
    },
  },
  en: {
    title: (applicant) => `Confirm the post and leave of ${applicant}`,
    lead: (applicant, programme) =>
      `${applicant} applies to ${programme} at BI Norwegian Business School. The application can be considered only when the employer confirms this.`,
    position: 'Post',
    employer: 'Employer',
    classes: 'Gatherings',
    confirm: 'I confirm',
    post: (position, employer) => `The applicant is ${position} at ${employer}`,
    leave: 'The applicant gets leave to attend all gatherings',
    name: 'Your name',
    jobTitle: 'Your position',
    send: 'Confirm',
    once: (until) => `The link can be used once, until ${until}.`,
    wrong: 'Is something wrong? Then do not confirm, but tell the applicant, who can put it right and send a new link.',
    errorTitle: 'Nothing is confirmed yet. This is missing:',
    faults: {
      POST: 'Tick the box for the post',
      LEAVE: 'Tick the box for the leave',
      NAME: 'Write your name',
      TITLE: 'Write your position',
    },
    done: 'Thank you. It is confirmed',
    thanks: (applicant) =>
      `${applicant} sees the confirmation in the application. There is nothing more to do, and you can close the page.`,
    refusedTitle: 'The link cannot be used',
    refusals: {
      LINK_USED: 'The link has been used: the post is confirmed. There is nothing more to do.',
      LINK_REPLACED: 'The applicant has sent a newer link. Use the one in the last e-mail.',
      LINK_EXPIRED: 'The link has run out. Ask the applicant for a new one, if the deadline has not passed.',
      POST_CHANGED: 'The applicant has changed the post since the link was sent. Ask for a new link.',
    },
  },
};
