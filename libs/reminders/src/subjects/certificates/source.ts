import { type IssuedCertificate, IssuedCertificates } from '@kull/certificates/contracts/issued';
import type { Recorded } from '@kull/event-store/contracts';
import { ClassList } from '@kull/teaching/contracts/classes';
import { Injectable } from '@nestjs/common';
import type { CancelReason, Occasion, OccasionName, Subject } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { validUntil } from '../due-times';
import type { CertificateFacts } from './texts';

type CertificateSubject = Extract<Subject, `CERTIFICATE_${string}`>;

/** What a version of a certificate is told of as. */
export const subjectOf = ({ isRevoked, versions }: IssuedCertificate, version: number): CertificateSubject => {
  if (isRevoked && versions.at(-1)?.version === version) return 'CERTIFICATE_REVOKED';
  return version === 1 ? 'CERTIFICATE_ISSUED' : 'CERTIFICATE_REPLACED';
};

/** What is told of one version of a certificate. */
export const occasionOf = (
  plan: Plan,
  certificate: IssuedCertificate,
  { version, at, reasonCode }: IssuedCertificate['versions'][number],
): Occasion => {
  const { number, personId, courseTitle, coursePoints, completionDate } = certificate;
  const facts: CertificateFacts = {
    number,
    courseTitle,
    coursePoints,
    completionDate,
    version,
    at,
    ...(reasonCode !== undefined && { reasonCode }),
  };
  return {
    subject: subjectOf(certificate, version),
    recipient: { kind: 'person', personId },
    about: number,
    step: 'ONCE',
    version: String(version),
    programmeCode: plan.programmeCode,
    dueAt: at,
    validUntil: validUntil(plan, at),
    facts,
  };
};

/** What has become of certificates, told to their holders at once: issued, replaced or revoked, one source each. */
abstract class CertificateNews implements EventSource {
  abstract readonly subject: CertificateSubject;

  constructor(
    private readonly certificates: IssuedCertificates,
    private readonly classes: ClassList,
  ) {}

  /** Nobody knows before it is done. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { data }: Recorded) {
    const { number, version } = data as { readonly number: string; readonly version: number };
    const [certificate] = await this.ofProgramme(plan, [number]);
    const one = certificate?.versions.find((candidate) => candidate.version === version);
    if (!certificate || !one) return [];
    const occasion = occasionOf(plan, certificate, one);
    return occasion.subject === this.subject ? [occasion] : [];
  }

  async standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    const certificates = await this.ofProgramme(
      plan,
      names.map(({ about }) => about),
    );
    const byNumber = new Map(certificates.map((one) => [one.number, one] as const));
    return names.map((name) => {
      const certificate = byNumber.get(name.about);
      const latest = certificate?.versions.at(-1);
      if (!certificate || !latest) return { cancelled: 'SWITCHED_OFF' };
      if (String(latest.version) !== name.version) return { cancelled: overtaken(certificate) };
      return { stands: occasionOf(plan, certificate, latest) };
    });
  }

  private async ofProgramme(plan: Plan, numbers: readonly string[]): Promise<readonly IssuedCertificate[]> {
    const certificates = await this.certificates.named(numbers);
    const classes = await this.classes.named(certificates.map(({ classId }) => classId));
    const ofPlan = new Set(
      classes.filter((one) => one.plan.programme.code === plan.programmeCode).map(({ classId }) => classId),
    );
    return certificates.filter(({ classId }) => ofPlan.has(classId));
  }
}

/** A later version is told of instead. */
const overtaken = ({ isRevoked }: IssuedCertificate): CancelReason => (isRevoked ? 'WITHDRAWN' : 'MOVED');

@Injectable()
export class CertificatesIssued extends CertificateNews {
  readonly subject = 'CERTIFICATE_ISSUED';

  constructor(certificates: IssuedCertificates, classes: ClassList) {
    super(certificates, classes);
  }
}

@Injectable()
export class CertificatesReplaced extends CertificateNews {
  readonly subject = 'CERTIFICATE_REPLACED';

  constructor(certificates: IssuedCertificates, classes: ClassList) {
    super(certificates, classes);
  }
}

@Injectable()
export class CertificatesRevoked extends CertificateNews {
  readonly subject = 'CERTIFICATE_REVOKED';

  constructor(certificates: IssuedCertificates, classes: ClassList) {
    super(certificates, classes);
  }
}
