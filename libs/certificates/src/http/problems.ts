import { Problem, type ProblemsFor, said } from '@kull/http';
import type { CertificateRejection } from '../domain/certificate.commands';
import type { ShareRejection } from '../domain/share';

/** What is said when a certificate is not changed. */
export const problems = {
  NUMBER_TAKEN: {
    status: 409,
    title: said('Bevisnummeret er i bruk', 'Bevisnummeret er i bruk', 'The certificate number is in use'),
  },
  OTHER_CERTIFICATE_LIVE: {
    status: 409,
    title: said(
      'Personen har allerede et gyldig kursbevis for klassen',
      'Personen har allereie eit gyldig kursbevis for klassen',
      'The person already has a valid course certificate for the class',
    ),
  },
  NOT_PREPARED: {
    status: 409,
    title: said(
      'Kursbeviset er ikke gjort klart',
      'Kursbeviset er ikkje gjort klart',
      'The course certificate has not been prepared',
    ),
  },
  SECOND_APPROVER_REQUIRED: {
    status: 422,
    title: said(
      'En annen administrator må godkjenne',
      'Ein annan administrator må godkjenne',
      'Another administrator has to approve',
    ),
    detail: said(
      'approvedBy må være en annen enn den som trekker beviset tilbake.',
      'approvedBy må vere ein annan enn den som trekkjer beviset tilbake.',
      'approvedBy must be somebody other than the one who revokes the certificate.',
    ),
  },
  CERTIFICATE_NOT_LIVE: {
    status: 409,
    title: said(
      'Kursbeviset er trukket tilbake fra før',
      'Kursbeviset er trekt tilbake frå før',
      'The course certificate has been revoked before',
    ),
  },
} as const satisfies ProblemsFor<CertificateRejection>;

/** What is said when a link to a certificate leads nowhere. */
export const shareProblems = {
  SHARE_UNKNOWN: {
    status: 404,
    title: said(
      'Det er ingen lenke på denne adressen',
      'Det er inga lenkje på denne adressa',
      'There is no link at this address',
    ),
  },
  SHARE_EXPIRED: {
    status: 410,
    title: said('Tiden for lenken er ute', 'Tida for lenkja er ute', 'The time of the link is up'),
  },
  SHARE_USED_UP: {
    status: 410,
    title: said(
      'Lenken er åpnet så mange ganger som den kan',
      'Lenkja er opna så mange gonger som ho kan',
      'The link has been opened as many times as it can be',
    ),
  },
  SHARE_REVOKED: {
    status: 410,
    title: said('Lenken er tatt ut av bruk', 'Lenkja er teken ut av bruk', 'The link has been taken out of use'),
  },
} as const satisfies ProblemsFor<ShareRejection>;

export const certificateUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'CERTIFICATE_UNKNOWN',
    title: said(
      'Ingen kursbevis har dette nummeret',
      'Ingen kursbevis har dette nummeret',
      'No course certificate has this number',
    ),
  });

export const noSuchDocument = (): Problem =>
  new Problem({
    status: 404,
    code: 'DOCUMENT_UNKNOWN',
    title: said(
      'Denne versjonen har ikke noe dokument',
      'Denne versjonen har ikkje noko dokument',
      'This version has no document',
    ),
    detail: said(
      'En tilbakekalling er en versjon uten dokument.',
      'Ei tilbakekalling er ein versjon utan dokument.',
      'A revocation is a version without a document.',
    ),
  });

export const noApprovedCourse = (): Problem =>
  new Problem({
    status: 404,
    code: 'COURSE_NOT_APPROVED',
    title: said(
      'Klassen har ikke noe kurs som gir kursbevis',
      'Klassen har ikkje noko kurs som gir kursbevis',
      'The class has no course that gives a course certificate',
    ),
  });
