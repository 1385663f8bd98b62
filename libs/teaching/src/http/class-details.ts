import { shareText } from '@kull/kernel';
import type { PlannedClass } from '../domain/class.state';
import { classIdOf } from '../domain/ids';
import { type GatheringLine, gatheringLines } from './cohort-view';

/** A class as one page shows it. Hours are numbers, thresholds decimals. */
export interface ClassDetails {
  readonly id: string;
  readonly code: string;
  readonly status: 'planned' | 'open';
  readonly site: string;
  readonly capacity: number;
  readonly placesTaken: number;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly intake?: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly gatherings: readonly GatheringLine[];
  readonly course?: {
    readonly ectsCredits: number;
    readonly sessions: readonly {
      readonly code: string;
      readonly title: string;
      readonly startsAt: string;
      readonly hours: number;
      readonly gathering?: number;
      readonly room?: string;
      readonly teachers?: readonly string[];
    }[];
    readonly ectsRule: { readonly minAttendance: number; readonly assessment?: string };
    readonly courseApproval?: {
      readonly id: string;
      readonly validFrom: string;
      readonly validTo: string;
      readonly minAttendance: number;
      readonly assessmentRequired: boolean;
    };
  };
}

type CoursePlan = NonNullable<PlannedClass['plan']['course']>;

const courseOf = ({ ectsCredits, sessions, ectsRule, courseApproval }: CoursePlan): ClassDetails['course'] => ({
  ectsCredits,
  sessions: sessions.map(({ halfHours, ...session }) => ({ ...session, hours: halfHours / 2 })),
  ectsRule: { ...ectsRule, minAttendance: Number(shareText(ectsRule.minAttendance)) },
  courseApproval: courseApproval && {
    id: courseApproval.approvalId,
    validFrom: courseApproval.validFrom,
    validTo: courseApproval.validTo,
    minAttendance: Number(shareText(courseApproval.minAttendance)),
    assessmentRequired: courseApproval.assessmentRequired,
  },
});

export const classDetailsOf = (id: string, state: PlannedClass, placesTaken: number): ClassDetails => {
  const { status, plan, capacity } = state;
  const { code, site, startsOn, endsOn, intake, programme, course } = plan;
  return {
    id,
    code,
    status,
    site,
    capacity,
    placesTaken,
    startsOn,
    endsOn,
    intake,
    programme: { code: programme.code, title: programme.title },
    gatherings: gatheringLines(state),
    course: course && courseOf(course),
  };
};

export const exampleClassDetails: ClassDetails = {
  id: classIdOf({ code: 'NLA-2026V-1' }),
  code: 'NLA-2026V-1',
  status: 'open',
  site: 'ONLINE',
  capacity: 30,
  placesTaken: 30,
  startsOn: '2026-01-12',
  endsOn: '2026-06-19',
  programme: { code: 'NLA', title: 'Nettbasert lederutdanning for allmennleger' },
  gatherings: [],
  course: {
    ectsCredits: 5,
    sessions: [{ code: 'M1', title: 'Lederrollen i legekontoret', startsAt: '2026-01-12T08:00:00.000Z', hours: 7.5 }],
    ectsRule: { minAttendance: 0.75, assessment: 'EXAM' },
    courseApproval: {
      id: 'LF-TEST-0001',
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
      minAttendance: 0.8,
      assessmentRequired: true,
    },
  },
};
