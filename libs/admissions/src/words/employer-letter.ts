import { localDateInOslo, type WrittenLanguage, writtenDay } from '@kull/kernel';
import type { Letter } from '@kull/mail/contracts';
import type { EmployerLink } from '../employer-links';

type Told = Pick<EmployerLink, 'applicant' | 'employer' | 'positionTitle'> & {
  readonly programme: string;
  readonly until: string;
};

interface Words {
  readonly subject: (applicant: string) => string;
  readonly salutation: (name: string) => string;
  readonly asks: (told: Told) => string;
  readonly confirms: (told: Told) => string;
  readonly once: (until: string) => string;
  readonly label: string;
}

const words: Readonly<Record<WrittenLanguage, Words>> = {
  nb: {
    subject: (applicant) => `Bekreft stilling og fri for ${applicant}`,
    salutation: (name) => `Hei, ${name}`,
    asks: ({ applicant, programme }) =>
      `${applicant} søker på ${programme} ved Handelshøyskolen BI og ber deg bekrefte to ting:`,
    confirms: ({ employer, positionTitle }) =>
      `at stillingen er ${positionTitle} i ${employer}, og at søkeren får fri til samlingene.`,
    once: (until) =>
      `Du trenger ikke å logge inn. Lenken kan brukes én gang, til ${until}. Kjenner du ikke søkeren, kan du se bort fra dette.`,
    label: 'Se og bekreft',
  },
  nn: {
    subject: (applicant) => `Stadfest stilling og fri for ${applicant}`,
    salutation: (name) => `Hei, ${name}`,
    asks: ({ applicant, programme }) =>
      `${applicant} søkjer på ${programme} ved Handelshøyskolen BI og ber deg stadfeste to ting:`,
    confirms: ({ employer, positionTitle }) =>
      `at stillinga er ${positionTitle} i ${employer}, og at søkjaren får fri til samlingane.`,
    once: (until) =>
      `Du treng ikkje å logge inn. Lenkja kan brukast éin gong, til ${until}. Kjenner du ikkje søkjaren, kan du sjå bort frå dette.`,
    label: 'Sjå og stadfest',
  },
  en: {
    subject: (applicant) => `Confirm the post and leave of ${applicant}`,
    salutation: (name) => `Dear ${name}`,
    asks: ({ applicant, programme }) =>
      `${applicant} applies to ${programme} at BI Norwegian Business School and asks you to confirm two things:`,
    confirms: ({ employer, positionTitle }) =>
      `that the post is ${positionTitle} at ${employer}, and that the applicant gets leave for the gatherings.`,
    once: (until) =>
      `You need not log in. The link can be used once, until ${until}. If you do not know the applicant, you can ignore this.`,
    label: 'See and confirm',
  },
};

/** What the applicant's leader is written. */
export const employerLetter = (language: WrittenLanguage, link: EmployerLink, url: string): Letter => {
  const { subject, salutation, asks, confirms, once, label } = words[language];
  const { applicant, employer, positionTitle, definition, validUntil, recipient } = link;
  const until = writtenDay(language, localDateInOslo(validUntil));
  const told = { applicant, employer, positionTitle, programme: definition.programme.title, until };
  return {
    language,
    subject: subject(applicant),
    salutation: salutation(recipient?.name ?? ''),
    parts: [
      { kind: 'paragraph', text: asks(told) },
      { kind: 'paragraph', text: confirms(told) },
      { kind: 'paragraph', text: once(until) },
    ],
    action: { label, url },
  };
};
