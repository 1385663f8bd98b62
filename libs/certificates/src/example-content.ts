import type { CertificateContent, CertificateLanguage } from '@kull/documents';
import { instantInOslo } from '@kull/kernel';
import type { ClassPlan } from '@kull/teaching/contracts';
import { type CertificateIssuer, certificateContent } from './reactions/certificate-content';
import { statementOf } from './reactions/entitlement-facts';

/** Whoever looks the number up is told that it was never issued. */
const madeUp = {
  nb: { number: 'EKSEMPEL', familyName: 'Eksempel', givenNames: 'Gjelder ikke' },
  nn: { number: 'DØME', familyName: 'Døme', givenNames: 'Gjeld ikkje' },
  en: { number: 'EXAMPLE', familyName: 'Example', givenNames: 'Not valid' },
} as const;

/** What a certificate of the class says, of somebody made up; undefined where the class gives no course points. */
export const exampleContent = (
  plan: ClassPlan,
  language: CertificateLanguage,
  issuer: CertificateIssuer,
): CertificateContent | undefined => {
  const { course, endsOn } = plan;
  const approval = course?.courseApproval;
  if (!course || !approval || !endsOn) return undefined;
  const halfHours = course.sessions.reduce((sum, session) => sum + session.halfHours, 0);
  const at = instantInOslo(endsOn, '12:00:00');
  const { number, ...names } = madeUp[language];
  const holder = { ...names, birthDate: '1900-01-01', language, hprNumber: '1' };
  const statement = statementOf(
    '',
    {
      classId: '',
      classCode: plan.code,
      studentNo: '',
      personId: '',
      holder: { person: '', sealed: '' },
      participantStatus: 'PHYSICIAN',
      approvalId: approval.approvalId,
      completionDate: endsOn,
      attendedHalfHours: halfHours,
      totalHalfHours: halfHours,
      ...(approval.assessmentRequired && { assessmentPassed: true }),
      hprVerifiedAt: at,
      coursePoints: 0,
      lines: approval.creditLines,
    },
    plan,
  );
  const fact = { kind: 'awarded', version: 1, eventId: '', at, statement } as const;
  return certificateContent(fact, holder, { number, version: 1 }, issuer);
};
