import { studentCourseCategory } from '@kull/credits/contracts';
import { EventStore, type Recorded, Rehearsal } from '@kull/event-store';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { certificateStreamId } from '../contracts';
import { type IssuedCertificate, IssuedCertificates } from '../contracts/issued';
import { afterwards } from '../domain/afterwards';
import { certificate } from '../domain/certificate';
import type { CertificateRejection } from '../domain/certificate.commands';
import type { CertificateCorrected, CertificateIssued, CertificateRevoked } from '../domain/certificate.events';
import { designationOf, designationWith, type IssuingStep } from '../domain/designation';
import type { EntitlementFact } from '../domain/entitlement-fact';
import { nextStep } from '../domain/settle';
import { entitlementFacts } from './entitlement-facts';
import { CERTIFICATE_TOOLS, type CertificateTools, contextOf } from './settle-certificate';

/** What would happen to a student's course: events that are not stored, with the versions that they would get. */
export interface ToldOfCourse {
  readonly studentCourseId: string;
  readonly events: readonly Recorded[];
}

/** What would happen to a certificate; `metadata.causationId` is the event of the student's course behind it. */
export type CertificateChange =
  | Recorded<CertificateIssued>
  | Recorded<CertificateCorrected>
  | Recorded<CertificateRevoked>;

/** The certificates that would change. Nothing has been rendered: every `sha256` that is not stored yet is zeros. */
export interface CertificatesPreview {
  /** What the workers still have to do, whether or not the events come to pass. */
  readonly pending: readonly CertificateChange[];
  /** What follows from the events. */
  readonly changes: readonly CertificateChange[];
  /** Every certificate that is changed, as it is afterwards. */
  readonly certificates: readonly IssuedCertificate[];
  /** Courses whose certificate cannot be made, and why. */
  readonly refused: readonly { readonly studentCourseId: string; readonly code: CertificateRejection['code'] }[];
}

/** What `settle-certificate` would make of events in students' courses: by the same decider, with nothing stored. */
export class PreviewCertificates extends Query<CertificatesPreview> {
  constructor(readonly courses: readonly ToldOfCourse[]) {
    super();
  }
}

/** Stands where the SHA-256 of a document will stand. */
const NOT_MADE = '0'.repeat(64);

@QueryHandler(PreviewCertificates)
export class PreviewCertificatesHandler implements IQueryHandler<PreviewCertificates> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly issued: IssuedCertificates,
    @Inject(CERTIFICATE_TOOLS) private readonly tools: CertificateTools,
  ) {}

  async execute({ courses }: PreviewCertificates): Promise<CertificatesPreview> {
    const rehearsal = new Rehearsal(this.events);
    const refused: CertificatesPreview['refused'][number][] = [];
    for (const course of courses) {
      const code = await this.settle(rehearsal, await this.factsOf(course));
      if (code) refused.push({ studentCourseId: course.studentCourseId, code });
    }
    const told = new Set(courses.flatMap(({ events }) => events.map(({ eventId }) => eventId)));
    const all = rehearsal.events.filter(({ type }) => type !== 'CertificatePrepared') as readonly CertificateChange[];
    const follows = ({ metadata }: CertificateChange): boolean => told.has(metadata.causationId ?? '');
    const before = await this.issued.named([...new Set(all.map(({ data }) => data.number))]);
    const changes = all.filter(follows);
    const changed = new Set(changes.map(({ data }) => data.number));
    return {
      pending: all.filter((change) => !follows(change)),
      changes,
      certificates: afterwards(before, all).filter(({ number }) => changed.has(number)),
      refused,
    };
  }

  private async factsOf({ studentCourseId, events }: ToldOfCourse): Promise<readonly EntitlementFact[]> {
    const stream = [...(await this.events.readStream(`${studentCourseCategory}-${studentCourseId}`)), ...events];
    const award = stream.find(({ type }) => type === 'CoursePointsAwarded') as Recorded | undefined;
    const programmeClass = award && (await this.classes.find((award.data as { classId: string }).classId));
    return programmeClass ? entitlementFacts(studentCourseId, stream, programmeClass.plan) : [];
  }

  /** One fact after the other, as the worker does it; stops where it would. */
  private async settle(
    rehearsal: Rehearsal,
    facts: readonly EntitlementFact[],
  ): Promise<CertificateRejection['code'] | undefined> {
    const award = facts.find((fact) => fact.kind === 'awarded');
    if (!award) return undefined;
    const { studentCourseId, approvalId } = award.statement;
    const id = certificateStreamId(studentCourseId, approvalId);
    for (const fact of facts) {
      const { state } = await rehearsal.load(certificate, id);
      const step = nextStep(state, [fact]);
      if (step?.act === 'revoke') {
        const command = { type: 'RevokeWithAward', data: { fact: step.fact } } as const;
        await rehearsal.execute(certificate, id, command, contextOf(fact, 'RevokeWithAward', id));
      } else if (step) {
        let designation = designationOf(this.tools.numberKey, state, step);
        let code = await this.issue(rehearsal, id, step, designation);
        while (code === 'NUMBER_TAKEN') {
          designation = designationWith(this.tools.numberKey, step, designation.ordinal + 1);
          code = await this.issue(rehearsal, id, step, designation);
        }
        if (code) return code;
      }
    }
    return undefined;
  }

  private async issue(
    rehearsal: Rehearsal,
    id: string,
    { fact }: IssuingStep,
    { number, ordinal }: ReturnType<typeof designationOf>,
  ): Promise<CertificateRejection['code'] | undefined> {
    const record = { person: fact.statement.personId, sealed: '' };
    const prepare = {
      type: 'PrepareCertificate',
      data: { fact, number, ordinal, record, unsignedSha256: NOT_MADE },
    } as const;
    const outcome = await rehearsal.executeTogether(
      [{ decider: certificate, id, command: prepare }],
      contextOf(fact, 'PrepareCertificate', id, number),
    );
    if ('rejected' in outcome) return outcome.rejected.code as CertificateRejection['code'];
    const issue = { type: 'IssueCertificate', data: { fact, number, sha256: NOT_MADE } } as const;
    const issued = await rehearsal.executeTogether(
      [{ decider: certificate, id, command: issue }],
      contextOf(fact, 'IssueCertificate', id, number),
    );
    return 'rejected' in issued ? (issued.rejected.code as CertificateRejection['code']) : undefined;
  }
}
