import { type CommandContext, EventStore, type Recorded, Rehearsal } from '@kull/event-store';
import type { HalfHours } from '@kull/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Holder } from '../contracts';
import { type AwardGroup, awardGroupOf } from '../domain/award-group';
import { warningsOn } from '../domain/awards';
import type { Ledgers } from '../domain/corrections';
import { coursePointsOf } from '../domain/credit-lines';
import type { Warning } from '../domain/hpr';
import { awardRecordOf, type JudgedCourse } from '../domain/student-course.state';
import { Holders } from '../holders';
import { type CourseRefusal, StudentCourses } from '../student-courses';
import { AwardJudge, type Rehearsed } from './award-judge';

/** What an award run would come to for one student. */
export interface PreviewedAward {
  readonly id: string;
  readonly personId: string;
  readonly studentNo: string;
  readonly participantStatus: string;
  /** As on the certificate. */
  readonly holder: Holder;
  readonly group: AwardGroup;
  readonly attendedHalfHours: HalfHours;
  /** As they stand. Absent: nothing has been judged. */
  readonly before?: Ledgers;
  readonly after: Ledgers;
  readonly warnings: readonly Warning[];
  /** The register is asked about the number when awards are given; `after` is what follows if it agrees. */
  readonly isHprUnknown: boolean;
  /** What would be added to the student's course; none of it is stored. */
  readonly events: readonly Recorded[];
}

/** What an award run would come to now. */
export interface AwardsPreview {
  readonly classCode: string;
  readonly programme: { readonly code: string; readonly title: string };
  /** What the course gives. */
  readonly gives: { readonly ectsCredits: number; readonly coursePoints: number };
  readonly students: readonly PreviewedAward[];
}

export type AwardsPreviewOutcome = { readonly previewed: AwardsPreview } | { readonly rejected: CourseRefusal };

/** What `RunAwards` would do now, by what is known: decided by the same code, with nothing asked and nothing stored. */
export class PreviewAwards extends Query<AwardsPreviewOutcome> {
  constructor(
    readonly classId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

const ledgersOf = ({ ectsCredits, coursePoints }: Ledgers): Ledgers => ({ ectsCredits, coursePoints });

const previewedOf = ({ id, before, after, isHprUnknown, events }: Rehearsed, holder: Holder): PreviewedAward => {
  const judged = after as JudgedCourse;
  const stands = before.status === 'judged' ? ledgersOf(before) : undefined;
  return {
    id,
    personId: judged.personId,
    studentNo: judged.studentNo,
    participantStatus: judged.participantStatus,
    holder,
    group: awardGroupOf(stands, judged),
    attendedHalfHours: awardRecordOf(judged).attendedHalfHours,
    ...(stands && { before: stands }),
    after: ledgersOf(judged),
    warnings: isHprUnknown ? [] : warningsOn(judged.coursePoints, judged.hpr?.finding),
    isHprUnknown,
    events,
  };
};

@QueryHandler(PreviewAwards)
export class PreviewAwardsHandler implements IQueryHandler<PreviewAwards> {
  constructor(
    private readonly events: EventStore,
    private readonly courses: StudentCourses,
    private readonly judge: AwardJudge,
    private readonly holders: Holders,
  ) {}

  async execute({ classId, context }: PreviewAwards): Promise<AwardsPreviewOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };
    const rehearsal = new Rehearsal(this.events);
    const taken = [...(await this.courses.rehearseOpening(of, context, rehearsal)).values()];
    const rehearsed = await this.judge.rehearse(classId, taken, context, rehearsal);
    const holders = await this.holders.open(rehearsed.map(({ after }) => after.holder));
    const { code, title } = of.plan.programme;
    const { courseApproval, ectsCredits } = of.terms;
    return {
      previewed: {
        classCode: of.plan.code,
        programme: { code, title },
        gives: { ectsCredits, coursePoints: courseApproval ? coursePointsOf(courseApproval.creditLines) : 0 },
        students: rehearsed.map((one, i) => previewedOf(one, holders[i]!)),
      },
    };
  }
}
