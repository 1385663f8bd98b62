/** Counts and codes of everything that the service holds; no personal data. A context that is not there is `undefined`. */
export interface Overview {
  readonly intakes: readonly IntakeOverview[] | undefined;
  readonly classes: readonly ClassOverview[] | undefined;
  readonly attendance: readonly AttendanceOverview[] | undefined;
  readonly courses: readonly CourseOverview[] | undefined;
  readonly certificates: CertificatesCount | undefined;
  readonly deliveries: readonly DeliveryOverview[] | undefined;
  /** Gatherings and sessions that are on, or come within some weeks, in the order in which they begin. */
  readonly coming: readonly ComingOverview[] | undefined;
  /** Reports of absence that wait for a decision, by class. */
  readonly absences: readonly AbsencesOverview[] | undefined;
  /** Lines that the association has rejected and nobody has put right. */
  readonly rejectedLines: number | undefined;
  /** Requests for reasons and appeals of results that wait for the office. */
  readonly gradingRequests: number | undefined;
  readonly reminders: RemindersOverview | undefined;
  /** Persons whose address does not work. */
  readonly addressFaults: number;
  /** What the clock of the service shows. */
  readonly now: string;
  readonly work: WorkOverview;
  /** The position of the last event in the log. */
  readonly position: number;
}

export interface IntakeOverview {
  readonly code: string;
  readonly places: number;
  readonly taken: number;
  readonly openOffers: number;
  readonly free: number;
  /** Earmarked for physicians and not released. */
  readonly earmarked: number;
  readonly waiting: number;
  /** Rounds that should have sent themselves and could not. */
  readonly roundsStopped: number;
}

export interface ClassOverview {
  readonly classId: string;
  readonly code: string;
  /** Null: no intake fills the class. */
  readonly intake: string | null;
  readonly site: string;
  readonly capacity: number;
  readonly taken: number;
}

/** How many students of a cohort stand where with the attendance that is required. */
export interface AttendanceOverview {
  readonly code: string;
  readonly met: number;
  readonly safe: number;
  readonly atRisk: number;
  readonly impossible: number;
  /** Its last class is over. */
  readonly isOver: boolean;
}

/** A course that gives course points. */
export interface CourseOverview {
  readonly code: string;
  readonly participants: number;
  readonly awarded: number;
  readonly held: number;
  readonly notMet: number;
}

export interface CertificatesCount {
  readonly issued: number;
  readonly replaced: number;
  readonly revoked: number;
}

export interface DeliveryOverview {
  readonly sequence: number;
  readonly lines: number;
  readonly points: number;
  readonly at: string;
}

/** A gathering of a class, or a session of a course. */
export interface ComingOverview {
  readonly classId: string;
  readonly classCode: string;
  readonly intake: string | null;
  readonly gathering: number | null;
  readonly session: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly rooms: readonly string[];
}

export interface AbsencesOverview {
  readonly classId: string;
  readonly code: string;
  readonly count: number;
}

/** Reminders that somebody has to look at. */
export interface RemindersOverview {
  readonly failed: number;
  readonly unknown: number;
}

export interface WorkOverview {
  readonly open: number;
  readonly oldestDueAt: string | null;
  readonly quarantined: number;
  readonly done: number;
}

const OSLO_1 = 'cls_6v2k9m4q8s1x7z3b5d0f2h4j6n';
const TRONDHEIM_1 = 'cls_1b3d5f7h9k2m4p6r8t0v2x4z6q';

export const exampleOverview: Overview = {
  intakes: [
    {
      code: 'NLP-2026',
      places: 216,
      taken: 205,
      openOffers: 6,
      free: 5,
      earmarked: 20,
      waiting: 206,
      roundsStopped: 0,
    },
  ],
  classes: [
    { classId: OSLO_1, code: 'OSLO-1', intake: 'NLP-2026', site: 'OSLO', capacity: 54, taken: 52 },
    { classId: TRONDHEIM_1, code: 'TRONDHEIM-1', intake: 'NLP-2026', site: 'TRONDHEIM', capacity: 54, taken: 50 },
  ],
  attendance: [{ code: 'NLP-2026', met: 0, safe: 211, atRisk: 2, impossible: 1, isOver: false }],
  courses: [{ code: 'NLA-2026V-1', participants: 30, awarded: 18, held: 5, notMet: 5 }],
  certificates: { issued: 19, replaced: 2, revoked: 1 },
  deliveries: [{ sequence: 1, lines: 18, points: 1080, at: '2026-06-24T04:00:00.000Z' }],
  coming: [
    {
      classId: OSLO_1,
      classCode: 'OSLO-1',
      intake: 'NLP-2026',
      gathering: 5,
      session: 'S5-1F',
      startsAt: '2027-03-15T08:00:00.000Z',
      endsAt: '2027-03-17T15:00:00.000Z',
      rooms: ['A2-075'],
    },
  ],
  absences: [{ classId: OSLO_1, code: 'OSLO-1', count: 2 }],
  rejectedLines: 1,
  gradingRequests: 2,
  reminders: { failed: 0, unknown: 1 },
  addressFaults: 2,
  now: '2027-02-26T07:00:00.000Z',
  work: { open: 0, oldestDueAt: null, quarantined: 0, done: 214 },
  position: 48_213,
};
