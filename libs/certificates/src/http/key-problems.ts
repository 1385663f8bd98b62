import { Problem, type ProblemsFor, said } from '@kull/http';
import type { SigningKeyRejection } from '../domain/signing-key';

/** What is said when a key is not changed. */
export const keyProblems = {
  SECOND_APPROVER_REQUIRED: {
    status: 422,
    title: said('En annen må godkjenne', 'Ein annan må godkjenne', 'Somebody else has to approve'),
    detail: said(
      'approvedBy må være en annen enn den som trekker nøkkelen tilbake.',
      'approvedBy må vere ein annan enn den som trekkjer nøkkelen tilbake.',
      'approvedBy must be somebody other than the one who revokes the key.',
    ),
  },
  KEY_ACTIVE: {
    status: 409,
    title: said('Nøkkelen er i bruk', 'Nøkkelen er i bruk', 'The key is in use'),
    detail: said(
      'Ta en ny nøkkel i bruk først, så det alltid finnes én å signere med.',
      'Ta ein ny nøkkel i bruk først, så det alltid finst éin å signere med.',
      'Take a new key into use first, so that there is always one to sign with.',
    ),
  },
  KEY_REVOKED: {
    status: 409,
    title: said(
      'Nøkkelen er trukket tilbake fra før',
      'Nøkkelen er trekt tilbake frå før',
      'The key has been revoked before',
    ),
  },
  COMPROMISED_IN_FUTURE: {
    status: 422,
    title: said('Tidspunktet ligger frem i tid', 'Tidspunktet ligg fram i tid', 'The time is in the future'),
    detail: said(
      'compromisedSince kan ikke være senere enn nå.',
      'compromisedSince kan ikkje vere seinare enn no.',
      'compromisedSince cannot be later than now.',
    ),
  },
} as const satisfies ProblemsFor<SigningKeyRejection>;

export const keyUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'KEY_UNKNOWN',
    title: said(
      'Ingen av nøklene våre heter dette',
      'Ingen av nøklane våre heiter dette',
      'None of our keys has this name',
    ),
  });

export const listUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'STATUS_LIST_UNKNOWN',
    title: said(
      'Det er ingen statusliste med dette nummeret',
      'Det er inga statusliste med dette nummeret',
      'There is no status list with this number',
    ),
  });

export const notLive = (): Problem =>
  new Problem({
    status: 409,
    code: 'CERTIFICATE_NOT_LIVE',
    title: said(
      'Kursbeviset er trukket tilbake',
      'Kursbeviset er trekt tilbake',
      'The course certificate has been revoked',
    ),
    detail: said(
      'Et merke gis bare for et kursbevis som gjelder.',
      'Eit merke blir berre gitt for eit kursbevis som gjeld.',
      'A badge is given only for a course certificate that is valid.',
    ),
  });

export const holderForgotten = (): Problem =>
  new Problem({
    status: 410,
    code: 'HOLDER_FORGOTTEN',
    title: said(
      'Opplysningene om innehaveren er slettet',
      'Opplysningane om innehavaren er sletta',
      'The data about the holder has been deleted',
    ),
  });
