import { accept, type Decider, type Decision, nothing, reject, type SetRule } from '@kull/kernel';
import type {
  CertificateCommand,
  CertificateRejection,
  IssueCertificate,
  PrepareCertificate,
  RevokeCertificate,
  RevokeWithAward,
} from './certificate.commands';
import type { CertificateEvent, CertificateRevoked, Entitlement } from './certificate.events';
import { type Certificates, type LiveCertificate, noCertificates } from './certificate.state';
import type { Corrected, Reversed } from './entitlement-fact';
import { stepFor } from './settle';
import type { Statement } from './statement';

type Decided = Decision<CertificateEvent, CertificateRejection>;

type Why = Pick<CertificateRevoked['data'], 'factVersion' | 'reasonCode' | 'recordedBy' | 'approvedBy'>;

const whyOf = ({ version, reasonCode, recordedBy, approvedBy }: Corrected | Reversed): Why => ({
  factVersion: version,
  reasonCode,
  recordedBy,
  ...(approvedBy !== undefined && { approvedBy }),
});

/** Hours and assessment as they now are when an award fell away, else as the certificate stated them. */
const revocation = (
  { number, version, ordinal, statement }: LiveCertificate,
  why: Why,
  standing: Pick<Statement, 'attendedHalfHours' | 'assessmentPassed'> = statement,
): CertificateRevoked => ({
  type: 'CertificateRevoked',
  data: {
    ...entitlementOf(statement),
    number,
    version: version + 1,
    ordinal,
    ...why,
    attendedHalfHours: standing.attendedHalfHours,
    ...(standing.assessmentPassed !== undefined && { assessmentPassed: standing.assessmentPassed }),
  },
});

const entitlementOf = ({ studentCourseId, classId, personId, approvalId }: Statement): Entitlement => ({
  studentCourseId,
  classId,
  personId,
  approvalId,
});

const isSettled = (state: Certificates, { version }: { readonly version: number }): boolean =>
  version <= state.settledTo;

const prepare = (state: Certificates, command: PrepareCertificate['data']): Decided => {
  const { fact, number, ordinal, record, unsignedSha256 } = command;
  const step = isSettled(state, fact) ? undefined : stepFor(state, fact);
  if (!step) return nothing;
  const version = step.act === 'correct' ? step.replaces.version + 1 : 1;
  const { prepared } = state;
  if (prepared?.number === number && prepared.version === version && prepared.unsignedSha256 === unsignedSha256)
    return nothing;
  return accept({
    type: 'CertificatePrepared',
    data: {
      ...entitlementOf(fact.statement),
      number,
      version,
      ordinal,
      factVersion: fact.version,
      record,
      unsignedSha256,
    },
  });
};

const issue = (state: Certificates, { fact, number, sha256, signedBy }: IssueCertificate['data']): Decided => {
  const step = isSettled(state, fact) ? undefined : stepFor(state, fact);
  if (!step) return nothing;
  const { prepared } = state;
  if (prepared?.factVersion !== fact.version || prepared.number !== number) return reject({ code: 'NOT_PREPARED' });
  const { version, ordinal } = prepared;
  const issued = {
    number,
    version,
    ordinal,
    factVersion: fact.version,
    sha256,
    ...(signedBy !== undefined && { signedBy }),
    statement: fact.statement,
  };
  switch (step.act) {
    case 'correct':
      return accept({ type: 'CertificateCorrected', data: { ...issued, reasonCode: step.fact.reasonCode } });
    case 'issue':
      return accept({ type: 'CertificateIssued', data: issued });
    case 'reissue':
      return accept<CertificateEvent>(revocation(step.revokes, whyOf(step.fact)), {
        type: 'CertificateIssued',
        data: issued,
      });
    case 'revoke':
      return nothing;
  }
};

const revokeWithAward = (state: Certificates, { fact }: RevokeWithAward['data']): Decided => {
  const step = isSettled(state, fact) ? undefined : stepFor(state, fact);
  if (step?.act !== 'revoke') return nothing;
  return accept(revocation(step.revokes, whyOf(fact), fact));
};

const revoke = (state: Certificates, command: RevokeCertificate['data']): Decided => {
  const { number, reasonCode, recordedBy, approvedBy } = command;
  if (approvedBy === '' || approvedBy === recordedBy) return reject({ code: 'SECOND_APPROVER_REQUIRED' });
  const { latest } = state;
  if (latest.status !== 'live' || latest.number !== number) return reject({ code: 'CERTIFICATE_NOT_LIVE' });
  return accept(revocation(latest, { reasonCode, recordedBy, approvedBy }));
};

const decide = (state: Certificates, command: CertificateCommand): Decided => {
  switch (command.type) {
    case 'PrepareCertificate':
      return prepare(state, command.data);
    case 'IssueCertificate':
      return issue(state, command.data);
    case 'RevokeWithAward':
      return revokeWithAward(state, command.data);
    case 'RevokeCertificate':
      return revoke(state, command.data);
  }
};

const evolve = (state: Certificates, { type, data }: CertificateEvent): Certificates => {
  switch (type) {
    case 'CertificatePrepared': {
      const { number, version, ordinal, factVersion, record, unsignedSha256 } = data;
      return { ...state, ordinal, prepared: { number, version, ordinal, factVersion, record, unsignedSha256 } };
    }
    case 'CertificateIssued':
    case 'CertificateCorrected': {
      const { number, version, ordinal, factVersion, statement } = data;
      const latest = { status: 'live', number, version, ordinal, statement } as const;
      return { latest, ordinal: state.ordinal, settledTo: factVersion };
    }
    case 'CertificateRevoked': {
      const { number, version, factVersion = state.settledTo } = data;
      return { ...state, latest: { status: 'revoked', number, version }, settledTo: factVersion };
    }
  }
};

const liveKey = ({ personId, classId, approvalId }: Entitlement): string =>
  `live-certificate:${personId}:${classId}:${approvalId}`;

/** No number twice (for ever), and one live certificate per person, class and approval (I-41): held by the log. */
const setRules = ({ type, data }: CertificateEvent): readonly SetRule[] => {
  switch (type) {
    case 'CertificatePrepared':
      return [
        { kind: 'claim', key: `certificate-number:${data.number}`, holder: `${data.studentCourseId}:${data.ordinal}` },
      ];
    case 'CertificateIssued':
      return [{ kind: 'claim', key: liveKey(data.statement), holder: data.number }];
    case 'CertificateCorrected':
      return [];
    case 'CertificateRevoked':
      return [{ kind: 'free', key: liveKey(data), holder: data.number }];
  }
};

/**
 * The certificates of one entitlement: prepared (put on record), issued, replaced by a next version, revoked. One
 * stream for all of them, so that two can never be live. Every fact of the student's course is answered once.
 */
export const certificate: Decider<Certificates, CertificateCommand, CertificateEvent, CertificateRejection> = {
  category: 'certificate',
  initial: noCertificates,
  decide,
  evolve,
  setRules,
  refusedBy: ({ key }) => ({
    code: key.startsWith('certificate-number:') ? 'NUMBER_TAKEN' : 'OTHER_CERTIFICATE_LIVE',
  }),
};
