import type { Statement } from '@kull/certificates/contracts';
import type { Instant } from '@kull/kernel';
import type { CertificateVersion, DeliverableCertificate } from '../src/domain/deliverable';
import type { RegisterEntry, RegisteredApproval } from '../src/domain/validation';

/** The statement of a certificate whose records are all in order. */
export const statement = (over: Partial<Statement> = {}): Statement => ({
  studentCourseId: 'stc_1',
  classId: 'cls_1',
  classCode: 'NLA-2022V-1',
  studentNo: 'S1',
  personId: 'per_1',
  holder: { person: 'per_1', sealed: 'AAAA' },
  participantStatus: 'PHYSICIAN',
  hprVerifiedAt: '2022-06-10T08:00:00.000Z',
  approvalId: 'LF-TEST-0001',
  courseTitle: 'Nettbasert lederutdanning for allmennleger',
  deliveryMode: 'ONLINE',
  place: 'ONLINE',
  startsOn: '2022-01-10',
  endsOn: '2022-06-15',
  completionDate: '2022-06-15',
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  recipient: { name: 'Den norske legeforening', orgNumber: '960474341' },
  sharingBasis: 'AGREEMENT:A1',
  attendedHalfHours: 117,
  assessmentPassed: true,
  coursePoints: 60,
  lines: [{ lineNo: 1, specialty: 'ALLM', purpose: 'BOTH', category: 'VALGFRITT', approvedHalfHours: 120, points: 60 }],
  ...over,
});

/** The approval that the statement's lines are of. */
export const approval: RegisteredApproval = {
  approvalId: 'LF-TEST-0001',
  validFrom: '2022-01-01',
  validTo: '2023-12-31',
  minAttendance: { numerator: 8, denominator: 10 },
  assessmentRequired: true,
  totalHalfHours: 120,
  creditLines: statement().lines,
};

export const registerEntry: RegisterEntry = {
  familyName: 'Testesen',
  givenNames: 'Kari',
  birthDate: '1980-01-15',
  profession: 'PHYSICIAN',
  authorisedFrom: '2005-07-01',
};

const at = (version: number): Instant => new Date(Date.UTC(2022, 5, 19 + version, 10)).toISOString();
const hash = (text: string): string => Buffer.from(text.padEnd(32, '.')).toString('hex').slice(0, 64);

export const issued = (
  version: number,
  over: Partial<Statement> = {},
  reasonCode = 'NAME_CHANGE',
): CertificateVersion => ({
  kind: 'issued',
  version,
  at: at(version),
  sha256: hash(`document ${version}`),
  statement: statement(over),
  ...(version > 1 && { reasonCode }),
});

export const revoked = (version: number, over: object = {}): CertificateVersion => ({
  kind: 'revoked',
  version,
  at: at(version),
  reasonCode: 'ATTENDANCE_RECOUNT',
  attendedHalfHours: 40,
  assessmentPassed: true,
  ...over,
});

export const certificate = (number: string, ...versions: readonly CertificateVersion[]): DeliverableCertificate => ({
  number,
  ordinal: 1,
  versions,
});
