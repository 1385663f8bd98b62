import type { Language } from '@kull/kernel';
import type { z } from 'zod';
import { type PlannedClass, scheduledOf } from '../domain/class.state';
import type { CohortBasis, PlannedCohort } from '../domain/cohort';
import { periodOf } from '../domain/gathering';
import { classIdOf, cohortIdOf } from '../domain/ids';
import { type PlanWarning, warningsOf } from '../domain/plan-warnings';
import type { ClassRow } from '../read-models/classes.query';
import type { cohortDocument } from './cohort-document.dto';
import { exampleCheck, type WarningView, warningView } from './planning-texts';

/** A gathering as lists of classes show it. */
export interface GatheringLine {
  readonly number: number;
  readonly title: string;
  readonly venue: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly status: 'scheduled' | 'cancelled';
  /** One more with each change. */
  readonly revision: number;
}

export const gatheringLines = ({ gatherings }: PlannedClass): readonly GatheringLine[] =>
  gatherings.map((gathering) => {
    const { number, title, venue, status, revision } = gathering;
    return { number, title, venue, ...periodOf(gathering), status, revision };
  });

/** A class of a cohort. */
interface CohortClass {
  readonly id: string;
  readonly code: string;
  readonly site: string;
  readonly status: 'planned' | 'open';
  readonly capacity: number;
  readonly placesTaken: number;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly gatherings: readonly GatheringLine[];
}

/** A cohort as one page shows it. */
export interface CohortView {
  readonly id: string;
  readonly code: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly basis: CohortBasis;
  readonly commissionedPlaces: number;
  readonly copiedFrom?: string;
  readonly classes: readonly CohortClass[];
  /** What somebody should know of the plan as it stands now; none of it stops anything. */
  readonly warnings: readonly WarningView[];
}

const warningsAbout = (classes: readonly PlannedClass[]): readonly PlanWarning[] => {
  const rule = classes[0]?.plan.course?.gatherings;
  if (!rule) return [];
  return warningsOf(
    classes.map((one) => ({ code: one.plan.code, site: one.plan.site, gatherings: scheduledOf(one) })),
    rule,
  );
};

export const cohortView = (
  { planned, commissionedPlaces }: PlannedCohort,
  classes: readonly PlannedClass[],
  rows: readonly ClassRow[],
  language: Language,
): CohortView => {
  const { code, programme, basis, copiedFrom } = planned;
  return {
    id: cohortIdOf(code),
    code,
    programme,
    basis,
    commissionedPlaces,
    ...(copiedFrom !== undefined && { copiedFrom }),
    classes: classes.flatMap((one) => {
      const row = rows.find(({ classId }) => classId === classIdOf(one.plan));
      if (!row) return [];
      const { classId: id, code: classCode, site, status, capacity, placesTaken, startsOn, endsOn } = row;
      const line = { id, code: classCode, site, status, capacity, placesTaken, startsOn, endsOn };
      return [{ ...line, gatherings: gatheringLines(one) }];
    }),
    warnings: warningsAbout(classes).map((one) => warningView(one, language)),
  };
};

export const exampleDocument: z.output<typeof cohortDocument> = {
  cohort: { code: 'NLP-2026', commissionedPlaces: 216, basis: { kind: 'INTAKE' }, copiedFrom: 'NLP-2025' },
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten', level: 7, mode: 'IN_PERSON' },
  course: {
    ectsCredits: 30,
    ectsRule: { minAttendance: 0.75 },
    requirements: [
      { kind: 'ASSESSMENT', code: 'PROJECT_PAPER', title: 'Prosjektoppgave', scale: 'A_TO_F', gradingWeeks: 3 },
    ],
    gatherings: { count: 6, minDays: 3, maxDays: 4 },
    organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  },
  classes: [
    {
      code: 'OSLO-1',
      site: 'Oslo',
      capacity: 54,
      startsOn: '2026-09-07',
      endsOn: '2027-06-11',
      gatherings: [
        {
          number: 1,
          title: 'Ledelse og samhandling i kunnskapsorganisasjoner',
          venue: 'BI Nydalen',
          sessions: [
            {
              code: '1-1F',
              title: 'Ledelse og samhandling i kunnskapsorganisasjoner',
              startsAt: '2026-09-07T09:00:00+02:00',
              hours: 4,
              room: 'BI-A2-075',
              teachers: ['T-LIE'],
            },
          ],
        },
      ],
    },
  ],
};

export const exampleCohort: CohortView = {
  id: cohortIdOf('NLP-2026'),
  code: 'NLP-2026',
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
  basis: { kind: 'INTAKE' },
  commissionedPlaces: 216,
  copiedFrom: 'NLP-2025',
  classes: [
    {
      id: classIdOf({ code: 'OSLO-1', intake: 'NLP-2026' }),
      code: 'OSLO-1',
      site: 'Oslo',
      status: 'open',
      capacity: 54,
      placesTaken: 54,
      startsOn: '2026-09-07',
      endsOn: '2027-06-11',
      gatherings: [
        {
          number: 1,
          title: 'Ledelse og samhandling i kunnskapsorganisasjoner',
          venue: 'BI Nydalen',
          startsOn: '2026-09-07',
          endsOn: '2026-09-10',
          status: 'scheduled',
          revision: 0,
        },
      ],
    },
  ],
  warnings: exampleCheck.warnings,
};
