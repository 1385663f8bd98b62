import { type CommandContext, EventStore } from '@kull/event-store';
import { type Instant, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { studentCourse } from '../domain/student-course';
import type { StudentCourseRejection } from '../domain/student-course.commands';
import { isWaitingForAttestation } from '../domain/student-course.state';
import { type CourseRefusal, StudentCourses, type Taken } from '../student-courses';

/** One result: whose, of which assessment. */
export interface NamedResult {
  readonly studentNo: string;
  readonly assessment: string;
}

export type AttestationCode = StudentCourseRejection['code'] | 'UNKNOWN_STUDENT';

/** What became of one result that was to be attested. */
export type Attested = NamedResult &
  ({ readonly outcome: 'ATTESTED' | 'UNCHANGED' } | { readonly outcome: 'REFUSED'; readonly code: AttestationCode });

export type AttestationOutcome = { readonly results: readonly Attested[] } | { readonly rejected: CourseRefusal };

/** Which results: those named, or all of an assessment that wait for a second person. */
export type Which = { readonly results: readonly NamedResult[] } | { readonly assessment: string };

/** Attests results of a class, each for itself: one that is refused stops no other. */
export class AttestResults extends Command<AttestationOutcome> {
  constructor(
    readonly classId: string,
    readonly which: Which,
    readonly by: { readonly attestedBy: string; readonly attestedAt: Instant },
    readonly context: CommandContext,
  ) {
    super();
  }
}

const named = (which: Which, taken: ReadonlyMap<string, Taken>): readonly NamedResult[] => {
  if ('results' in which) return which.results;
  const { assessment } = which;
  return [...taken].flatMap(([studentNo, { course }]) =>
    isWaitingForAttestation(course.assessments.get(assessment)) ? [{ studentNo, assessment }] : [],
  );
};

@CommandHandler(AttestResults)
export class AttestResultsHandler implements ICommandHandler<AttestResults> {
  constructor(
    private readonly events: EventStore,
    private readonly courses: StudentCourses,
  ) {}

  async execute({ classId, which, by, context }: AttestResults): Promise<AttestationOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };
    const taken = await this.courses.open(of, context);
    const attest = async (one: NamedResult): Promise<Attested> => {
      const id = taken.get(one.studentNo)?.id;
      if (id === undefined) return { ...one, outcome: 'REFUSED', code: 'UNKNOWN_STUDENT' };
      const outcome = await this.events.execute(
        studentCourse,
        id,
        { type: 'AttestResult', data: { assessment: one.assessment, ...by } },
        { ...context, commandId: uuidOf('AttestResult', id, one.assessment, by.attestedBy, by.attestedAt) },
      );
      if ('accepted' in outcome)
        return { ...one, outcome: outcome.accepted.events.length > 0 ? 'ATTESTED' : 'UNCHANGED' };
      return { ...one, outcome: 'REFUSED', code: (outcome.rejected as StudentCourseRejection).code };
    };
    return { results: await Promise.all(named(which, taken).map(attest)) };
  }
}
