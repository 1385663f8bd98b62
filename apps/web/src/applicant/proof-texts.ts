import type { InLanguages } from '../kit/language';

interface ProofTexts {
  readonly birthDate: string;
  readonly birthDateHint: string;
  readonly wrong: string;
  readonly show: string;
  readonly or: string;
  readonly logIn: string;
}

/** The birth date beside a link, and the log-in instead of it. */
export const proofTexts: InLanguages<ProofTexts> = {
  nb: {
    birthDate: 'Fødselsdatoen din',
    birthDateHint: 'Dag, måned og år, for eksempel 15.07.1975',
    wrong: 'Fødselsdatoen stemmer ikke. Skriv dag, måned og år med åtte sifre.',
    show: 'Vis',
    or: 'Vil du heller logge inn?',
    logIn: 'Logg inn med ID-porten',
  },
  nn: {
    birthDate: 'Fødselsdatoen din',
    birthDateHint: 'Dag, månad og år, til dømes 15.07.1975',
    wrong: 'Fødselsdatoen stemmer ikkje. Skriv dag, månad og år med åtte siffer.',
    show: 'Vis',
    or: 'Vil du heller logge inn?',
    logIn: 'Logg inn med ID-porten',
  },
  en: {
    birthDate: 'Your date of birth',
    birthDateHint: 'Day, month and year, for example 15.07.1975',
    wrong: 'That is not the date of birth we have. Write day, month and year with eight digits.',
    show: 'Show',
    or: 'Would you rather log in?',
    logIn: 'Log in with ID-porten',
  },
};
