import { type Holder, holderPurpose, studentCourseCategory } from '@kull/credits/contracts';
import type { CertificateRenderer } from '@kull/documents';
import { type CommandContext, EventStore, type Recorded, type VersionMismatch } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler } from '@kull/messaging';
import { People } from '@kull/people';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { certificateStreamId, DocumentStore } from '../contracts';
import { certificate } from '../domain/certificate';
import type { CertificateRejection } from '../domain/certificate.commands';
import type { Certificates } from '../domain/certificate.state';
import { type Designation, designationOf, designationWith, type IssuingStep } from '../domain/designation';
import type { EntitlementFact } from '../domain/entitlement-fact';
import { nextStep, type Step } from '../domain/settle';
import { type CertificateIssuer, certificateContent } from './certificate-content';
import { entitlementFacts } from './entitlement-facts';
import { type ScanTools, withScanAddress } from './scan-address';

/** What certificates are made with. */
export interface CertificateTools extends ScanTools {
  readonly renderer: CertificateRenderer;
  readonly numberKey: Uint8Array;
  readonly issuer: CertificateIssuer;
}

export const CERTIFICATE_TOOLS = Symbol('certificate tools');

/** The certificate cannot be made, and trying again will not help. The message holds ids and codes only. */
export class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused';
}

/**
 * Brings the certificates of one student's course to where the facts say they are to be: one fact after the other,
 * each put on record, rendered, signed, stored and issued.
 */
@Injectable()
@JobHandler('settle-certificate', { concurrency: 8 })
export class SettleCertificate {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly classes: ClassDirectory,
    private readonly documents: DocumentStore,
    @Inject(CERTIFICATE_TOOLS) private readonly tools: CertificateTools,
  ) {}

  async handle({ studentCourseId }: { readonly studentCourseId: string }, job: JobContext): Promise<void> {
    const facts = await this.factsOf(studentCourseId);
    const award = facts.find((fact) => fact.kind === 'awarded');
    if (!award) return;
    const id = certificateStreamId(studentCourseId, award.statement.approvalId);
    for (const fact of facts) {
      const { state } = await this.events.load(certificate, id);
      const step = nextStep(state, [fact]);
      if (step?.act === 'revoke') await this.revoke(id, step, job);
      else if (step) await this.issue(id, state, step, job);
    }
  }

  private async factsOf(studentCourseId: string): Promise<readonly EntitlementFact[]> {
    const stream = await this.events.readStream(`${studentCourseCategory}-${studentCourseId}`);
    const award = stream.find(({ type }) => type === 'CoursePointsAwarded') as Recorded | undefined;
    if (!award) return [];
    const programmeClass = await this.classes.find((award.data as { classId: string }).classId);
    if (!programmeClass) throw new CertificateRefused(`${studentCourseId}: its class is unknown`);
    return entitlementFacts(studentCourseId, stream, programmeClass.plan);
  }

  private async revoke(id: string, { fact }: Extract<Step, { act: 'revoke' }>, { fence }: JobContext): Promise<void> {
    const outcome = await this.events.execute(
      certificate,
      id,
      { type: 'RevokeWithAward', data: { fact } },
      contextOf(fact, 'RevokeWithAward', id),
      { fence },
    );
    if ('rejected' in outcome) throw new CertificateRefused(`${id}: ${outcome.rejected.code}`);
  }

  private async issue(id: string, state: Certificates, step: IssuingStep, job: JobContext): Promise<void> {
    const { statement } = step.fact;
    const [holder] = await this.people.open<Holder>([{ sealed: statement.holder, purpose: holderPurpose }]);
    if (!holder) throw new CertificateRefused(`${id}: the holder's key has been destroyed`);
    let designation = designationOf(this.tools.numberKey, state, step);
    let refused = await this.prepareAndIssue(id, step, holder, designation, job);
    while (refused?.code === 'NUMBER_TAKEN') {
      designation = designationWith(this.tools.numberKey, step, designation.ordinal + 1);
      refused = await this.prepareAndIssue(id, step, holder, designation, job);
    }
    if (refused) throw new CertificateRefused(`${id}: ${refused.code}`);
  }

  /** Intent, signature, document, fact: in this order, so that a stop anywhere leaves nothing that is not accounted for. */
  private async prepareAndIssue(
    id: string,
    { fact }: IssuingStep,
    holder: Holder,
    designation: Designation,
    { fence }: JobContext,
  ): Promise<CertificateRejection | VersionMismatch | undefined> {
    const { number, ordinal, version } = designation;
    const { renderer, issuer } = this.tools;
    const plain = certificateContent(fact, holder, designation, issuer);
    const content = await withScanAddress(plain, fact.statement.coursePoints, this.tools);
    const unsigned = await renderer.render(content);
    const [record] = await this.people.seal([
      { person: fact.statement.personId, purpose: 'CertificatePrepared.record', value: content },
    ]);
    const prepared = await this.events.execute(
      certificate,
      id,
      { type: 'PrepareCertificate', data: { fact, number, ordinal, record: record!, unsignedSha256: unsigned.sha256 } },
      contextOf(fact, 'PrepareCertificate', id, number, unsigned.sha256),
      { fence },
    );
    if ('rejected' in prepared) return prepared.rejected;
    const signed = await renderer.sign(unsigned.bytes, {
      signedAt: fact.at,
      reason: `${number} v${version}`,
      location: 'Norge',
      name: fact.statement.organiser.name,
    });
    const sha256 = await this.documents.keep(signed.bytes, 'application/pdf');
    const issued = await this.events.execute(
      certificate,
      id,
      { type: 'IssueCertificate', data: { fact, number, sha256, signedBy: signed.signedBy } },
      contextOf(fact, 'IssueCertificate', id, number),
      { fence },
    );
    return 'rejected' in issued ? issued.rejected : undefined;
  }
}

/** The command of a fact is remembered under a name of its own: given twice, it is given once. */
export const contextOf = (fact: EntitlementFact, command: string, ...name: readonly string[]): CommandContext => ({
  commandId: uuidOf(command, ...name, fact.version),
  actor: 'worker',
  occurredAt: fact.at,
  causationId: fact.eventId,
  source: 'reaction',
});
