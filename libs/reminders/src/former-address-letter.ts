import type { Letter, LetterLanguage } from '@kull/mail/contracts';

interface Words {
  readonly subject: string;
  readonly salutation: (name: string) => string;
  readonly said: string;
  readonly otherwise: string;
  readonly label: string;
}

const words: Readonly<Record<LetterLanguage, Words>> = {
  nb: {
    subject: 'E-postadressen din er endret',
    salutation: (name) => `Hei, ${name}`,
    said: 'Brev fra oss går ikke lenger til denne adressen. Den nye adressen er lagret på profilen din.',
    otherwise: 'Var det ikke du som endret den? Logg inn, rett adressen, og meld fra til kurskoordinatoren.',
    label: 'Se profilen din',
  },
  nn: {
    subject: 'E-postadressa di er endra',
    salutation: (name) => `Hei, ${name}`,
    said: 'Brev frå oss går ikkje lenger til denne adressa. Den nye adressa er lagra på profilen din.',
    otherwise: 'Var det ikkje du som endra ho? Logg inn, rett adressa, og meld frå til kurskoordinatoren.',
    label: 'Sjå profilen din',
  },
  en: {
    subject: 'Your e-mail address has been changed',
    salutation: (name) => `Dear ${name}`,
    said: 'Our letters do not go to this address any more. The new address is saved in your profile.',
    otherwise: 'Was it not you who changed it? Log in, correct the address, and tell the coordinator.',
    label: 'See your profile',
  },
};

/** What the address before is told. It does not say the new one: whoever reads there may be somebody else. */
export const formerAddressLetter = (language: LetterLanguage, givenNames: string, url: string): Letter => {
  const { subject, salutation, said, otherwise, label } = words[language];
  return {
    language,
    subject,
    salutation: salutation(givenNames),
    parts: [
      { kind: 'paragraph', text: said },
      { kind: 'paragraph', text: otherwise },
    ],
    action: { label, url },
  };
};
