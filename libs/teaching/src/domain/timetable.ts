import { accept, type Decision, isSame, nothing, reject } from '@kull/kernel';
import type {
  CancelGathering,
  ClassRejection,
  PlanYear,
  RescheduleGathering,
  ScheduleGathering,
} from './class.commands';
import type { ClassEvent } from './class.events';
import { type PlannedClass, type ProgrammeClass, scheduledOf } from './class.state';
import type { ClassPlan } from './class-plan';
import { faultOf, type Gathering, isEquivalent, periodOf, type ScheduledGathering } from './gathering';

type Decided = Decision<ClassEvent, ClassRejection>;

const ofPlan = ({ number, title, venue, sessions }: Gathering): Gathering => ({ number, title, venue, sessions });

const byNumber = (one: Gathering, other: Gathering): number => one.number - other.number;

/** Whether two plans are of the same class. Places commissioned belong to the intake, and may be raised there. */
export const isSamePlan = (one: ClassPlan, other: ClassPlan): boolean => {
  const [{ commissionedPlaces: _one, ...plan }, { commissionedPlaces: _other, ...otherPlan }] = [one, other];
  return isSame(plan, otherPlan);
};

const fits = (
  plan: ClassPlan,
  gathering: Gathering,
  others: readonly Gathering[],
): { readonly rejected: ClassRejection } | undefined => {
  if (!plan.course?.gatherings) return reject({ code: 'COURSE_NOT_PLANNED' });
  if (others.some(({ number }) => number === gathering.number)) return reject({ code: 'GATHERING_DIFFERS' });
  const fault = faultOf(gathering, others, plan.course.gatherings, plan);
  return fault && reject({ code: fault, gathering: gathering.number });
};

/** Whether the class, its course and its gatherings are planned just so already. */
const isPlannedSo = ({ planned, plan, gatherings }: PlannedClass, wanted: PlanYear['data']): boolean => {
  const { sessions: _, ...course } = plan.course ?? { sessions: [] };
  return (
    isSamePlan(planned, wanted.plan) &&
    isSame(course, wanted.course) &&
    isSame(gatherings.map(ofPlan), wanted.gatherings.map(ofPlan).sort(byNumber)) &&
    gatherings.every(({ revision }) => revision === 0)
  );
};

/** Plans the class, what it teaches and all its gatherings in one step. */
export const planYear = (state: ProgrammeClass, wanted: PlanYear['data']): Decided => {
  const { classId, plan, course, gatherings } = wanted;
  if (state.status !== 'unplanned') {
    if (isPlannedSo(state, wanted)) return nothing;
    if (state.plan.course || !isSamePlan(state.planned, plan)) return reject({ code: 'CLASS_DIFFERS' });
  }
  const withCourse = { ...plan, course: { ...course, sessions: [] } };
  for (const [i, gathering] of gatherings.entries()) {
    const refused = fits(withCourse, gathering, gatherings.slice(0, i));
    if (refused) return refused;
  }
  return accept<ClassEvent>(
    ...(state.status === 'unplanned' ? [{ type: 'ClassPlanned', data: plan } as const] : []),
    { type: 'CoursePlanned', data: { course } },
    ...gatherings.map((gathering) => ({ type: 'GatheringScheduled', data: { classId, ...gathering } }) as const),
  );
};

const othersOf = (state: PlannedClass, number: number): readonly ScheduledGathering[] =>
  scheduledOf(state).filter((one) => one.number !== number);

export const scheduleGathering = (state: PlannedClass, { classId, gathering }: ScheduleGathering['data']): Decided => {
  const there = scheduledOf(state).find(({ number }) => number === gathering.number);
  if (there) return isSame(ofPlan(there), ofPlan(gathering)) ? nothing : reject({ code: 'GATHERING_DIFFERS' });
  const refused = fits(state.plan, gathering, othersOf(state, gathering.number));
  return refused ?? accept({ type: 'GatheringScheduled', data: { classId, ...gathering } });
};

/** Moves a gathering that has not begun: other days, other rooms, the same sessions. */
export const rescheduleGathering = (
  state: PlannedClass,
  { classId, gathering, on }: RescheduleGathering['data'],
): Decided => {
  const there = scheduledOf(state).find(({ number }) => number === gathering.number);
  if (!there) return reject({ code: 'GATHERING_NOT_SCHEDULED' });
  if (isSame(ofPlan(there), ofPlan(gathering))) return nothing;
  if (periodOf(there).startsOn <= on) return reject({ code: 'GATHERING_BEGUN' });
  if (!isEquivalent(there.sessions, gathering.sessions)) return reject({ code: 'SESSIONS_DIFFER' });
  if (periodOf(gathering).startsOn < on) return reject({ code: 'IN_THE_PAST' });
  const refused = fits(state.plan, gathering, othersOf(state, gathering.number));
  const before = { venue: there.venue, sessions: there.sessions };
  return refused ?? accept({ type: 'GatheringRescheduled', data: { classId, ...gathering, before } });
};

/** Calls off a gathering that has not begun, for a reason. */
export const cancelGathering = (
  state: PlannedClass,
  { classId, number, on, reasonClass }: CancelGathering['data'],
): Decided => {
  const there = scheduledOf(state).find((one) => one.number === number);
  if (!there) return reject({ code: 'GATHERING_NOT_SCHEDULED' });
  if (periodOf(there).startsOn <= on) return reject({ code: 'GATHERING_BEGUN' });
  return accept({ type: 'GatheringCancelled', data: { classId, number, sessions: there.sessions, reasonClass } });
};
