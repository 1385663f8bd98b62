/** Counts and codes of everything that the service holds; no personal data. A context that is not there is `undefined`. */
export interface Overview {
  readonly intakes: readonly IntakeOverview[] | undefined;
  readonly classes: readonly ClassOverview[] | undefined;
  readonly attendance: readonly AttendanceOverview[] | undefined;
  readonly courses: readonly CourseOverview[] | undefined;
  readonly certificates: CertificatesCount | undefined;
  readonly deliveries: readonly DeliveryOverview[] | undefined;
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
}

export interface ClassOverview {
  readonly code: string;
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

export interface WorkOverview {
  readonly open: number;
  readonly oldestDueAt: string | null;
  readonly quarantined: number;
  readonly done: number;
}

export const exampleOverview: Overview = {
  intakes: [{ code: 'NLP-2026', places: 216, taken: 205, openOffers: 6, free: 5, earmarked: 20, waiting: 206 }],
  classes: [
    { code: 'OSLO-1', site: 'OSLO', capacity: 54, taken: 52 },
    { code: 'TRONDHEIM-1', site: 'TRONDHEIM', capacity: 54, taken: 50 },
  ],
  attendance: [{ code: 'NLP-2026', met: 0, safe: 211, atRisk: 2, impossible: 1 }],
  courses: [{ code: 'NLA-2026V-1', participants: 30, awarded: 18, held: 5, notMet: 5 }],
  certificates: { issued: 19, replaced: 2, revoked: 1 },
  deliveries: [{ sequence: 1, lines: 18, points: 1080, at: '2026-06-24T04:00:00.000Z' }],
  work: { open: 0, oldestDueAt: null, quarantined: 0, done: 214 },
  position: 48_213,
};
