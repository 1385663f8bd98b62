import { Problem, type ProblemsFor } from '@kull/http';
import type { CertificateRejection } from '../domain/certificate.commands';
import type { ShareRejection } from '../domain/share';

/** What is said when a certificate is not changed. */
export const problems = {
  NUMBER_TAKEN: { status: 409, title: 'Bevisnummeret er i bruk' },
  OTHER_CERTIFICATE_LIVE: { status: 409, title: 'Personen har allerede et gyldig kursbevis for klassen' },
  NOT_PREPARED: { status: 409, title: 'Kursbeviset er ikke gjort klart' },
  SECOND_APPROVER_REQUIRED: {
    status: 422,
    title: 'En annen administrator må godkjenne',
    detail: 'approvedBy må være en annen enn den som trekker beviset tilbake.',
  },
  CERTIFICATE_NOT_LIVE: { status: 409, title: 'Kursbeviset er trukket tilbake fra før' },
} as const satisfies ProblemsFor<CertificateRejection>;

/** What is said when a link to a certificate leads nowhere. */
export const shareProblems = {
  SHARE_UNKNOWN: { status: 404, title: 'Det er ingen lenke på denne adressen' },
  SHARE_EXPIRED: { status: 410, title: 'Tiden for lenken er ute' },
  SHARE_USED_UP: { status: 410, title: 'Lenken er åpnet så mange ganger som den kan' },
  SHARE_REVOKED: { status: 410, title: 'Lenken er tatt ut av bruk' },
} as const satisfies ProblemsFor<ShareRejection>;

export const certificateUnknown = (): Problem =>
  new Problem({ status: 404, code: 'CERTIFICATE_UNKNOWN', title: 'Ingen kursbevis har dette nummeret' });

export const noSuchDocument = (): Problem =>
  new Problem({
    status: 404,
    code: 'DOCUMENT_UNKNOWN',
    title: 'Denne versjonen har ikke noe dokument',
    detail: 'En tilbakekalling er en versjon uten dokument.',
  });

export const noApprovedCourse = (): Problem =>
  new Problem({
    status: 404,
    code: 'COURSE_NOT_APPROVED',
    title: 'Klassen har ikke noe kurs som gir kursbevis',
  });
