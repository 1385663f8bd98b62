import type { AwardsPreview, PreviewedAward } from '../commands/preview-awards';
import type { AwardGroup } from '../domain/award-group';
import type { Ledgers } from '../domain/corrections';
import type { Warning } from '../domain/hpr';
import { studentCourseIdOf } from '../domain/ids';

/** How one ledger of a student stands. */
export interface LedgerView {
  readonly status: 'AWARDED' | 'HELD' | 'NOT_MET' | 'NOT_APPLICABLE';
  readonly amount: number;
  readonly reasons: readonly string[];
}

interface LedgersView {
  readonly ectsCredits: LedgerView;
  readonly coursePoints: LedgerView;
}

/** A student where awards are given: as the ledgers stand, and as the next award run leaves them. */
export interface AwardPreviewRow {
  readonly id: string;
  readonly studentNo: string;
  /** As on the certificate. */
  readonly familyName: string;
  readonly givenNames: string;
  readonly language: 'nb' | 'nn' | 'en';
  readonly participantStatus: string;
  readonly group: AwardGroup;
  readonly attendedHours: number;
  /** Null: nothing has been judged. */
  readonly before: LedgersView | null;
  readonly after: LedgersView;
  readonly warnings: readonly Warning[];
  /** The HPR number is looked up when awards are given; `after` is what follows if the register agrees. */
  readonly hprNotLookedUp: boolean;
}

/** The students of a class by what the next award run gives them. */
export interface AwardPreview {
  readonly classCode: string;
  readonly programme: { readonly code: string; readonly title: string };
  /** What the course gives; 0 course points: it has no approval. */
  readonly gives: { readonly ectsCredits: number; readonly coursePoints: number };
  readonly data: readonly AwardPreviewRow[];
}

const ledgersView = ({ ectsCredits: ects, coursePoints: points }: Ledgers): LedgersView => ({
  ectsCredits:
    ects.status === 'AWARDED'
      ? { status: ects.status, amount: ects.ectsCredits, reasons: [] }
      : { status: ects.status, amount: 0, reasons: ects.reasons },
  coursePoints:
    points.status === 'AWARDED'
      ? { status: points.status, amount: points.coursePoints, reasons: [] }
      : { status: points.status, amount: 0, reasons: points.reasons },
});

const rowOf = (one: PreviewedAward): AwardPreviewRow => {
  const { id, studentNo, participantStatus, group, attendedHalfHours, before, after, warnings, isHprUnknown } = one;
  const { familyName, givenNames, language } = one.holder;
  return {
    id,
    studentNo,
    familyName,
    givenNames,
    language,
    participantStatus,
    group,
    attendedHours: attendedHalfHours / 2,
    before: before ? ledgersView(before) : null,
    after: ledgersView(after),
    warnings,
    hprNotLookedUp: isHprUnknown,
  };
};

export const awardPreviewOf = ({ students, ...about }: AwardsPreview): AwardPreview => ({
  ...about,
  data: students.map(rowOf),
});

/** What the description of the API shows. */
export const exampleAwardPreview: AwardPreview = {
  classCode: 'NLA-2026V-1',
  programme: { code: 'NLA', title: 'Nettbasert lederutdanning for allmennleger' },
  gives: { ectsCredits: 5, coursePoints: 60 },
  data: [
    {
      id: studentCourseIdOf('cls_4h7m2x9k1q5v8t3r6b0n4d7f2c', 'S260007'),
      studentNo: 'S260007',
      familyName: 'Haddad',
      givenNames: 'Amir',
      language: 'nb',
      participantStatus: 'PHYSICIAN',
      group: 'HELD',
      attendedHours: 58.5,
      before: null,
      after: {
        ectsCredits: { status: 'AWARDED', amount: 5, reasons: [] },
        coursePoints: { status: 'HELD', amount: 0, reasons: ['HPR_UNKNOWN'] },
      },
      warnings: [],
      hprNotLookedUp: false,
    },
  ],
};
