import { type Instant, uuidOf } from '@kull/kernel';
import type { Awarded, Corrected, EntitlementFact, Reversed } from '../src/domain/entitlement-fact';
import type { Statement } from '../src/domain/statement';

/** What a certificate of the online course states, for a student whose records are all in order. */
export const statement = (over: Partial<Statement> = {}): Statement => ({
  studentCourseId: 'stc_1',
  classId: 'cls_1',
  classCode: 'NLA-2026V-1',
  studentNo: 'S260001',
  personId: 'per_1',
  holder: { person: 'per_1', sealed: 'AAAA' },
  participantStatus: 'PHYSICIAN',
  hprVerifiedAt: '2026-06-19T10:00:00.000Z',
  approvalId: 'LF-TEST-0001',
  courseTitle: 'Nettbasert lederutdanning for allmennleger',
  deliveryMode: 'ONLINE',
  place: 'ONLINE',
  startsOn: '2026-01-12',
  endsOn: '2026-06-19',
  completionDate: '2026-06-19',
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  recipient: { name: 'Den norske legeforening', orgNumber: '960474341' },
  sharingBasis: 'AGREEMENT:LF-TEST-0001',
  attendedHalfHours: 117,
  assessmentPassed: true,
  coursePoints: 60,
  lines: [{ lineNo: 1, specialty: 'ALLM', purpose: 'BOTH', category: 'VALGFRITT', approvedHalfHours: 120, points: 60 }],
  ...over,
});

const at = (version: number): Instant => new Date(Date.UTC(2026, 6, version, 7)).toISOString();

export const awarded = (version: number, over: Partial<Statement> = {}): Awarded => ({
  kind: 'awarded',
  version,
  eventId: uuidOf('fact', version),
  at: at(version),
  statement: statement(over),
});

export const renamed = (version: number, over: Partial<Statement> = {}): Corrected => ({
  kind: 'corrected',
  version,
  eventId: uuidOf('fact', version),
  at: at(version),
  statement: statement({ holder: { person: 'per_1', sealed: 'AAAB' }, ...over }),
  hprNumberChanged: false,
  reasonCode: 'NAME_CHANGE',
  recordedBy: 'admin-1',
});

export const recounted = (version: number, attendedHalfHours: number): Corrected => ({
  ...renamed(version, { attendedHalfHours }),
  reasonCode: 'ATTENDANCE_RECOUNT',
});

export const renumbered = (version: number): Corrected => ({
  ...renamed(version, { holder: { person: 'per_1', sealed: 'AAAC' } }),
  hprNumberChanged: true,
  reasonCode: 'DATA_ERROR',
});

export const reversed = (version: number, over: Partial<Reversed> = {}): Reversed => ({
  kind: 'reversed',
  version,
  eventId: uuidOf('fact', version),
  at: at(version),
  reasonCode: 'RESULT_CHANGED',
  recordedBy: 'admin-1',
  approvedBy: 'admin-2',
  attendedHalfHours: 117,
  assessmentPassed: false,
  ...over,
});

/** Any history that a student's course can have: awards and reversals take turns, corrections in between. */
export const historyOf = (
  acts: readonly ('rename' | 'recount' | 'renumber' | 'reverse' | 'award')[],
): EntitlementFact[] => {
  let version = 3;
  let stands = true;
  const facts: EntitlementFact[] = [awarded(version)];
  for (const act of acts) {
    version += 2;
    if (act === 'award' ? stands : !stands) continue;
    switch (act) {
      case 'rename':
        facts.push(renamed(version));
        break;
      case 'recount':
        facts.push(recounted(version, 100 + (version % 20)));
        break;
      case 'renumber':
        facts.push(renumbered(version));
        break;
      case 'reverse':
        facts.push(reversed(version));
        stands = false;
        break;
      case 'award':
        facts.push(awarded(version));
        stands = true;
    }
  }
  return facts;
};
