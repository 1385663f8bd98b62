import type { OwnNumberStatus } from '@kull/credits';
import type { ContactRejection } from '@kull/people';
import type { InLanguages } from '../../kit/language';

interface ProfileTexts {
  readonly title: string;
  readonly name: string;
  readonly wrongName: string;
  readonly number: string;
  readonly numberNow: (masked: string) => string;
  readonly numberNone: string;
  readonly newNumber: string;
  readonly numberHint: string;
  readonly check: string;
  readonly save: string;
  readonly numberSaved: string;
  readonly status: Readonly<Record<OwnNumberStatus, string>>;
  readonly wouldRelease: (points: string, classCode: string) => string;
  readonly released: (points: string, classCode: string) => string;
  readonly nothingHeld: string;
  readonly contact: string;
  readonly email: string;
  readonly emailFault: string;
  readonly workplace: string;
  readonly workplaceHint: string;
  readonly refused: Readonly<Record<ContactRejection['code'], string>>;
  readonly language: string;
  readonly saveContact: string;
  readonly contactSaved: string;
  readonly ownData: string;
  readonly ownDataLead: string;
  readonly download: string;
}

/** What students mend themselves (ux.md S10). */
export const profileTexts: InLanguages<ProfileTexts> = {
  nb: {
    title: 'Min profil',
    name: 'Navn',
    wrongName: 'Er navnet feil? Meld fra til kurskoordinatoren, så rettes også kursbeviset.',
    number: 'HPR-nummer',
    numberNow: (masked) => `Nummeret vi har, er ${masked}.`,
    numberNone: 'Vi har ikke noe HPR-nummer for deg.',
    newNumber: 'Riktig HPR-nummer',
    numberHint: 'Bare tall, høyst ni. Du finner det i Helsepersonellregisteret.',
    check: 'Kontroller',
    save: 'Lagre nummeret',
    numberSaved: 'Nummeret er lagret.',
    status: {
      VERIFIED: 'Nummeret stemmer: lege, fødselsdato og autorisasjon.',
      MALFORMED: 'Et HPR-nummer har bare tall, høyst ni, og begynner ikke på null. Se over det du skrev.',
      NOT_ASKED_FOR: 'Ingen av kursene dine trenger HPR-nummer.',
      ALREADY_AWARDED: 'Kurspoengene dine er tildelt på nummeret vi har. Er det feil, må kurskoordinatoren rette det.',
      NOT_ANSWERED: 'Helsepersonellregisteret svarer ikke nå. Ingenting er lagret. Prøv igjen om litt.',
      HPR_MISSING: 'Skriv nummeret.',
      HPR_UNKNOWN: 'Nummeret finnes ikke i Helsepersonellregisteret. Se over det du skrev.',
      HPR_NOT_PHYSICIAN: 'Nummeret tilhører ikke en lege. Se over det du skrev.',
      HPR_BIRTH_DATE_MISMATCH: 'Nummeret tilhører noen med en annen fødselsdato. Se over det du skrev.',
      HPR_NOT_AUTHORISED_AT_COMPLETION:
        'Autorisasjonen gjaldt ikke da kurset ble fullført. Snakk med kurskoordinatoren.',
    },
    wouldRelease: (points, classCode) => `Når du lagrer, tildeles ${points} kurspoeng i ${classCode} med én gang.`,
    released: (points, classCode) =>
      `${points} kurspoeng i ${classCode} er tildelt og går med neste levering til Legeforeningen.`,
    nothingHeld: 'Ingen kurspoeng venter på nummeret nå.',
    contact: 'Kontakt og språk',
    email: 'E-post',
    emailFault: 'E-post til denne adressen kommer ikke fram. Rett den.',
    workplace: 'Arbeidssted',
    workplaceHint: 'Står det ikke noe her, gjelder det du skrev i søknaden.',
    refused: {
      EMAIL_INVALID: 'Skriv en e-postadresse, som navn@eksempel.no.',
      LANGUAGE_UNKNOWN: 'Velg bokmål, nynorsk eller engelsk.',
      WORKPLACE_TOO_LONG: 'Ingenting er lagret. Skriv arbeidsstedet med høyst 120 tegn.',
    },
    language: 'Språk i brev, kursbevis og på disse sidene',
    saveContact: 'Lagre',
    contactSaved:
      'Endringene er lagret og gjelder fra nå. Endret du e-posten, har vi også sagt fra til den gamle adressen.',
    ownData: 'Mine data',
    ownDataLead:
      'Alt tjenesten har om deg, i én fil: profil, søknader med vedtak, klage og brev, klasser, oppmøte, fravær, poeng, kursbevis, leveringer til Legeforeningen, meldinger vi har sendt, og hvem som har sett på opplysningene.',
    download: 'Last ned mine data (JSON)',
  },
  nn: {
    title: 'Min profil',
    name: 'Namn',
    wrongName: 'Er namnet feil? Meld frå til kurskoordinatoren, så blir kursbeviset òg retta.',
    number: 'HPR-nummer',
    numberNow: (masked) => `Nummeret vi har, er ${masked}.`,
    numberNone: 'Vi har ikkje noko HPR-nummer for deg.',
    newNumber: 'Rett HPR-nummer',
    numberHint: 'Berre tal, høgst ni. Du finn det i Helsepersonellregisteret.',
    check: 'Kontroller',
    save: 'Lagre nummeret',
    numberSaved: 'Nummeret er lagra.',
    status: {
      VERIFIED: 'Nummeret stemmer: lege, fødselsdato og autorisasjon.',
      MALFORMED: 'Eit HPR-nummer har berre tal, høgst ni, og byrjar ikkje på null. Sjå over det du skreiv.',
      NOT_ASKED_FOR: 'Ingen av kursa dine treng HPR-nummer.',
      ALREADY_AWARDED: 'Kurspoenga dine er tildelte på nummeret vi har. Er det feil, må kurskoordinatoren rette det.',
      NOT_ANSWERED: 'Helsepersonellregisteret svarer ikkje no. Ingenting er lagra. Prøv igjen om litt.',
      HPR_MISSING: 'Skriv nummeret.',
      HPR_UNKNOWN: 'Nummeret finst ikkje i Helsepersonellregisteret. Sjå over det du skreiv.',
      HPR_NOT_PHYSICIAN: 'Nummeret høyrer ikkje til ein lege. Sjå over det du skreiv.',
      HPR_BIRTH_DATE_MISMATCH: 'Nummeret høyrer til nokon med ein annan fødselsdato. Sjå over det du skreiv.',
      HPR_NOT_AUTHORISED_AT_COMPLETION:
        'Autorisasjonen gjaldt ikkje då kurset vart fullført. Snakk med kurskoordinatoren.',
    },
    wouldRelease: (points, classCode) =>
      `Når du lagrar, blir ${points} kurspoeng i ${classCode} tildelte med ein gong.`,
    released: (points, classCode) =>
      `${points} kurspoeng i ${classCode} er tildelte og går med neste levering til Legeforeininga.`,
    nothingHeld: 'Ingen kurspoeng ventar på nummeret no.',
    contact: 'Kontakt og språk',
    email: 'E-post',
    emailFault: 'E-post til denne adressa kjem ikkje fram. Rett ho.',
    workplace: 'Arbeidsstad',
    workplaceHint: 'Står det ikkje noko her, gjeld det du skreiv i søknaden.',
    refused: {
      EMAIL_INVALID: 'Skriv ei e-postadresse, som namn@eksempel.no.',
      LANGUAGE_UNKNOWN: 'Vel bokmål, nynorsk eller engelsk.',
      WORKPLACE_TOO_LONG: 'Ingenting er lagra. Skriv arbeidsstaden med høgst 120 teikn.',
    },
    language: 'Språk i brev, kursbevis og på desse sidene',
    saveContact: 'Lagre',
    contactSaved: 'Endringane er lagra og gjeld frå no. Endra du e-posten, har vi òg sagt frå til den gamle adressa.',
    ownData: 'Mine data',
    ownDataLead:
      'Alt tenesta har om deg, i éi fil: profil, søknader med vedtak, klage og brev, klassar, oppmøte, fråvær, poeng, kursbevis, leveringar til Legeforeininga, meldingar vi har sendt, og kven som har sett på opplysningane.',
    download: 'Last ned mine data (JSON)',
  },
  en: {
    title: 'My profile',
    name: 'Name',
    wrongName: 'Is the name wrong? Tell the coordinator, who corrects the certificate too.',
    number: 'HPR number',
    numberNow: (masked) => `The number we have is ${masked}.`,
    numberNone: 'We have no HPR number for you.',
    newNumber: 'Correct HPR number',
    numberHint: 'Digits only, nine at most. You find it in the register of health personnel.',
    check: 'Check',
    save: 'Save the number',
    numberSaved: 'The number is saved.',
    status: {
      VERIFIED: 'The number is right: physician, birth date and authorisation.',
      MALFORMED: 'An HPR number has digits only, nine at most, and does not begin with zero. Look over what you wrote.',
      NOT_ASKED_FOR: 'None of your courses needs an HPR number.',
      ALREADY_AWARDED:
        'Your course points are awarded on the number we have. If it is wrong, the coordinator must correct it.',
      NOT_ANSWERED: 'The register of health personnel does not answer now. Nothing is saved. Try again in a moment.',
      HPR_MISSING: 'Write the number.',
      HPR_UNKNOWN: 'The register of health personnel has no such number. Look over what you wrote.',
      HPR_NOT_PHYSICIAN: 'The number is not that of a physician. Look over what you wrote.',
      HPR_BIRTH_DATE_MISMATCH: 'The number belongs to somebody with another birth date. Look over what you wrote.',
      HPR_NOT_AUTHORISED_AT_COMPLETION:
        'The authorisation did not hold when the course was completed. Talk to the coordinator.',
    },
    wouldRelease: (points, classCode) => `When you save, ${points} course points in ${classCode} are awarded at once.`,
    released: (points, classCode) =>
      `${points} course points in ${classCode} are awarded and go with the next delivery to the medical association.`,
    nothingHeld: 'No course points wait for the number now.',
    contact: 'Contact and language',
    email: 'E-mail',
    emailFault: 'E-mail to this address does not arrive. Correct it.',
    workplace: 'Workplace',
    workplaceHint: 'With nothing here, what you wrote in the application stands.',
    refused: {
      EMAIL_INVALID: 'Write an e-mail address, such as name@example.com.',
      LANGUAGE_UNKNOWN: 'Choose Bokmål, Nynorsk or English.',
      WORKPLACE_TOO_LONG: 'Nothing is saved. Write the workplace in 120 characters at most.',
    },
    language: 'Language of letters, certificates and these pages',
    saveContact: 'Save',
    contactSaved: 'The changes are saved and hold from now on. If you changed the e-mail, the old address is told too.',
    ownData: 'My data',
    ownDataLead:
      'Everything that the service has about you, in one file: profile, applications with decisions, appeals and letters, classes, attendance, absence, credits, certificates, deliveries to the medical association, messages we have sent, and who has looked at your record.',
    download: 'Download my data (JSON)',
  },
};
