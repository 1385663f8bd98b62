import type { CertificateContent } from '../certificate/content';

/** A certificate of a person who does not exist; second version, in bokmål. */
export const example: CertificateContent = {
  language: 'nb',
  certificateNumber: '7Q4K-9M2X-T',
  version: 2,
  issuedAt: '2026-07-01T07:00:00.000Z',
  replaces: { version: 1, reason: 'NAME_CHANGE' },
  holder: {
    givenName: 'Kari',
    familyName: 'Testesen Prøve',
    hprNumber: '9144900',
    birthDate: '1980-01-15',
    status: 'PHYSICIAN',
  },
  course: {
    title: 'Nettbasert lederutdanning for allmennleger',
    approvalId: 'LF-TEST-0001',
    startsOn: '2026-01-12',
    endsOn: '2026-06-15',
    completedOn: '2026-06-19',
    place: 'ONLINE',
  },
  organiser: { name: 'Handelshøyskolen BI', orgNo: '971228865' },
  hours: { approved: 60, attended: 58.5 },
  creditLines: [{ specialty: 'ALLM', purpose: 'BOTH', category: 'VALGFRITT', hours: 60, points: 60 }],
  attendanceRecorded: true,
  assessment: 'PASSED',
  signatory: { name: 'Prøve Signersen', role: 'Studieleder' },
  verificationAddress: 'https://kull.example/v/7Q4K-9M2X-T',
};

/** The example with another holder. */
export const named = (givenName: string, familyName: string): CertificateContent => ({
  ...example,
  holder: { ...example.holder, givenName, familyName },
});
