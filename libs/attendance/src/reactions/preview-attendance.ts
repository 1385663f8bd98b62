import type { Recorded } from '@kull/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { WouldBeSaid } from '../contracts/said';
import { figuresOf, type StandingChange, StandingChanges } from '../standing-changes';
import { Standings } from '../standings';

/**
 * What `judge-attendance-standing` would say anew of the students that events in registers are about: found as it finds
 * it, with nothing stored.
 */
export class PreviewAttendance extends Query<readonly WouldBeSaid[]> {
  /** @param events in order of each register; they follow what is stored */
  constructor(
    readonly classId: string,
    readonly events: readonly Recorded[],
  ) {
    super();
  }
}

@QueryHandler(PreviewAttendance)
export class PreviewAttendanceHandler implements IQueryHandler<PreviewAttendance> {
  constructor(
    private readonly standings: Standings,
    private readonly changes: StandingChanges,
  ) {}

  async execute({ classId, events }: PreviewAttendance): Promise<readonly WouldBeSaid[]> {
    const cohort = events.length > 0 ? await this.standings.cohortOf(classId) : undefined;
    if (!cohort) return [];
    const touched = new Set(events.map(({ data }) => (data as { readonly studentNo: string }).studentNo));
    const students = await this.standings.ofCohortAfter(cohort, events);
    const [changes, classes] = await Promise.all([
      this.changes.among(students.filter(({ stands }) => touched.has(stands.studentNo))),
      this.standings.plansOf(cohort),
    ]);
    return changes.flatMap((change) => {
      const { plan } = classes.get(change.student.stands.classId)!;
      return wouldBeSaid(change, plan.code) ?? [];
    });
  }
}

/** Nobody knows at which position it would be said. */
const NOT_SAID = 0;

/** Undefined of somebody who is not in the class any more. */
const wouldBeSaid = (change: StandingChange, classCode: string): WouldBeSaid | undefined => {
  const { id, student, standing, since } = change;
  const { personId } = student.stands;
  if (personId === undefined) return undefined;
  const { status } = standing;
  const last = { position: NOT_SAID, status };
  return { standingId: id, said: figuresOf(change, NOT_SAID), status, since, last, personId, classCode };
};
