import { fold } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import { awarded, recounted, renamed, renumbered, reversed, statement } from '../../test-model/facts';
import { settled } from '../../test-model/settled';
import { certificate } from './certificate';
import type { CertificateEvent } from './certificate.events';

const record = { person: 'per_1', sealed: 'AAAA' };
const unsignedSha256 = 'a'.repeat(64);
const sha256 = 'b'.repeat(64);
const entitlement = { studentCourseId: 'stc_1', classId: 'cls_1', personId: 'per_1', approvalId: 'LF-TEST-0001' };

const prepared = (number: string, version: number, ordinal: number, factVersion: number): CertificateEvent => ({
  type: 'CertificatePrepared',
  data: { ...entitlement, number, version, ordinal, factVersion, record, unsignedSha256 },
});
const issued = (number: string, ordinal: number, factVersion: number): CertificateEvent => ({
  type: 'CertificateIssued',
  data: { number, version: 1, ordinal, factVersion, sha256, statement: statement() },
});
const live = [prepared('A', 1, 1, 3), issued('A', 1, 3)];

describe('a certificate is put on record before it is signed', () => {
  it('prepares version 1 for an award', () =>
    given(certificate)()
      .when({
        type: 'PrepareCertificate',
        data: { fact: awarded(3), number: 'A', ordinal: 1, record, unsignedSha256 },
      })
      .then(prepared('A', 1, 1, 3)));

  it('prepares the next version for a correction', () =>
    given(certificate)(...live)
      .when({ type: 'PrepareCertificate', data: { fact: renamed(5), number: 'A', ordinal: 1, record, unsignedSha256 } })
      .then(prepared('A', 2, 1, 5)));

  it('prepares the same only once', () =>
    given(certificate)(prepared('A', 1, 1, 3))
      .when({ type: 'PrepareCertificate', data: { fact: awarded(3), number: 'A', ordinal: 1, record, unsignedSha256 } })
      .thenNothing());

  it('puts a new intent on record when other bytes are going to be signed', () =>
    given(certificate)(prepared('A', 1, 1, 3))
      .when({
        type: 'PrepareCertificate',
        data: { fact: awarded(3), number: 'A', ordinal: 1, record, unsignedSha256: 'c'.repeat(64) },
      })
      .then({
        type: 'CertificatePrepared',
        data: { ...prepared('A', 1, 1, 3).data, unsignedSha256: 'c'.repeat(64) } as never,
      }));

  it('issues nothing that was not put on record', () =>
    given(certificate)()
      .when({ type: 'IssueCertificate', data: { fact: awarded(3), number: 'A', sha256 } })
      .rejectedAs({ code: 'NOT_PREPARED' }));
});

describe('a certificate is issued', () => {
  it('for an award, as version 1', () =>
    given(certificate)(prepared('A', 1, 1, 3))
      .when({ type: 'IssueCertificate', data: { fact: awarded(3), number: 'A', sha256 } })
      .then(issued('A', 1, 3)));

  it('once, whoever asks again', () =>
    given(certificate)(...live)
      .when({ type: 'IssueCertificate', data: { fact: awarded(3), number: 'A', sha256 } })
      .thenNothing());

  it('again under its number as the next version, when the attended hours were recounted', () =>
    given(certificate)(...live, prepared('A', 2, 1, 5))
      .when({ type: 'IssueCertificate', data: { fact: recounted(5, 110), number: 'A', sha256 } })
      .then({
        type: 'CertificateCorrected',
        data: {
          number: 'A',
          version: 2,
          ordinal: 1,
          factVersion: 5,
          sha256,
          statement: recounted(5, 110).statement,
          reasonCode: 'ATTENDANCE_RECOUNT',
        },
      }));

  it('under a new number, the old one revoked in the same act, when the HPR number was corrected', () =>
    given(certificate)(...live, prepared('B', 1, 2, 5))
      .when({ type: 'IssueCertificate', data: { fact: renumbered(5), number: 'B', sha256 } })
      .then(
        {
          type: 'CertificateRevoked',
          data: {
            ...entitlement,
            number: 'A',
            version: 2,
            ordinal: 1,
            factVersion: 5,
            reasonCode: 'DATA_ERROR',
            recordedBy: 'admin-1',
            attendedHalfHours: 117,
            assessmentPassed: true,
          },
        },
        {
          type: 'CertificateIssued',
          data: { number: 'B', version: 1, ordinal: 2, factVersion: 5, sha256, statement: renumbered(5).statement },
        },
      ));
});

describe('a certificate is revoked', () => {
  const fraud = { number: 'A', reasonCode: 'FRAUD', recordedBy: 'admin-1' } as const;

  it('when its award falls away, with the hours and the result as they then are', () =>
    given(certificate)(...live)
      .when({ type: 'RevokeWithAward', data: { fact: reversed(5, { attendedHalfHours: 40 }) } })
      .then({
        type: 'CertificateRevoked',
        data: {
          ...entitlement,
          number: 'A',
          version: 2,
          ordinal: 1,
          factVersion: 5,
          reasonCode: 'RESULT_CHANGED',
          recordedBy: 'admin-1',
          approvedBy: 'admin-2',
          attendedHalfHours: 40,
          assessmentPassed: false,
        },
      }));

  it('by two administrators', () =>
    given(certificate)(...live)
      .when({ type: 'RevokeCertificate', data: { ...fraud, approvedBy: 'admin-2' } })
      .then({
        type: 'CertificateRevoked',
        data: {
          ...entitlement,
          number: 'A',
          version: 2,
          ordinal: 1,
          reasonCode: 'FRAUD',
          recordedBy: 'admin-1',
          approvedBy: 'admin-2',
          attendedHalfHours: 117,
          assessmentPassed: true,
        },
      }));

  it.each(['', 'admin-1'])('not by one alone (approved by "%s")', (approvedBy) =>
    given(certificate)(...live)
      .when({ type: 'RevokeCertificate', data: { ...fraud, approvedBy } })
      .rejectedAs({ code: 'SECOND_APPROVER_REQUIRED' }),
  );

  it('only while it is live', () =>
    given(certificate)(...live, ...settled(live, [reversed(5)]).slice(live.length))
      .when({ type: 'RevokeCertificate', data: { ...fraud, approvedBy: 'admin-2' } })
      .rejectedAs({ code: 'CERTIFICATE_NOT_LIVE' }));

  it('and a correction does not bring it back; a new award leads to a new number', () => {
    const revoked = settled(live, [reversed(5)]);
    expect(settled(revoked, [awarded(3), reversed(5), renamed(7)])).toEqual(revoked);
    const latest = fold(certificate, settled(revoked, [reversed(5), awarded(9)])).latest;
    expect(latest).toMatchObject({ status: 'live', version: 1, ordinal: 2 });
    expect(latest).not.toMatchObject({ number: 'A' });
  });
});

it('keeps a number for ever, and one live certificate per person, class and approval', () => {
  const rules = (event: CertificateEvent) => certificate.setRules!(event);
  expect(rules(prepared('A', 1, 1, 3))).toEqual([{ kind: 'claim', key: 'certificate-number:A', holder: 'stc_1:1' }]);
  expect(rules(issued('A', 1, 3))).toEqual([
    { kind: 'claim', key: 'live-certificate:per_1:cls_1:LF-TEST-0001', holder: 'A' },
  ]);
  const [revoked] = settled(live, [reversed(5)]).slice(live.length);
  expect(rules(revoked!)).toEqual([{ kind: 'free', key: 'live-certificate:per_1:cls_1:LF-TEST-0001', holder: 'A' }]);
});
