import { Problem, type ProblemsFor } from '@kull/http';
import type { SigningKeyRejection } from '../domain/signing-key';

/** What is said when a key is not changed. */
export const keyProblems = {
  SECOND_APPROVER_REQUIRED: {
    status: 422,
    title: 'En annen må godkjenne',
    detail: 'approvedBy må være en annen enn den som trekker nøkkelen tilbake.',
  },
  KEY_ACTIVE: {
    status: 409,
    title: 'Nøkkelen er i bruk',
    detail: 'Ta en ny nøkkel i bruk først, så det alltid finnes én å signere med.',
  },
  KEY_REVOKED: { status: 409, title: 'Nøkkelen er trukket tilbake fra før' },
  COMPROMISED_IN_FUTURE: {
    status: 422,
    title: 'Tidspunktet ligger frem i tid',
    detail: 'compromisedSince kan ikke være senere enn nå.',
  },
} as const satisfies ProblemsFor<SigningKeyRejection>;

export const keyUnknown = (): Problem =>
  new Problem({ status: 404, code: 'KEY_UNKNOWN', title: 'Ingen av nøklene våre heter dette' });

export const listUnknown = (): Problem =>
  new Problem({ status: 404, code: 'STATUS_LIST_UNKNOWN', title: 'Det er ingen statusliste med dette nummeret' });

export const notLive = (): Problem =>
  new Problem({
    status: 409,
    code: 'CERTIFICATE_NOT_LIVE',
    title: 'Kursbeviset er trukket tilbake',
    detail: 'Et merke gis bare for et kursbevis som gjelder.',
  });

export const holderForgotten = (): Problem =>
  new Problem({ status: 410, code: 'HOLDER_FORGOTTEN', title: 'Opplysningene om innehaveren er slettet' });
