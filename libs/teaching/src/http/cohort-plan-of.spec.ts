import { cohortPlan, course } from '../../test-model/a-year';
import { draftFromCommission } from '../domain/cohort-draft';
import type { CohortPlan } from '../domain/cohort-plan';
import { cohortDocument } from './cohort-document.dto';
import { cohortDocumentOf, cohortPlanOf } from './cohort-plan-of';

const approval = {
  approvalId: 'LF-TEST-0001',
  title: 'Nettbasert lederutdanning for allmennleger',
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  minAttendance: { numerator: 8, denominator: 10 },
  assessmentRequired: true,
  deliveryMode: 'IN_PERSON',
  creditLines: [
    { lineNo: 1, specialty: 'ALLM', purpose: 'BOTH', category: 'VALGFRITT', approvedHalfHours: 121, points: 60.5 },
  ],
} as const;

const full: CohortPlan = {
  ...cohortPlan(),
  copiedFrom: 'NLP-2025',
  course: {
    ...course,
    courseCode: 'LED3001',
    ectsRule: { ...course.ectsRule, assessment: 'EXAM' },
    requirements: [
      { ...course.requirements![0]!, handInBy: '2027-06-04T12:00:00.000Z' } as never,
      {
        kind: 'PART',
        code: 'REFLECTION',
        title: 'Refleksjon',
        fulfilledBy: 'STUDENT_DECLARATION',
        dueOn: '2027-03-30',
      },
    ],
    courseApproval: approval,
    sharingBasis: 'AGREEMENT:LF-TEST-0001',
    recipient: { name: 'Den norske legeforening', orgNumber: '960474341' },
  },
};

const sentAndRead = (plan: CohortPlan): CohortPlan =>
  cohortPlanOf(cohortDocument.parse(JSON.parse(JSON.stringify(cohortDocumentOf(plan)))));

describe('the document of a cohort', () => {
  it('says all of the plan: sent as JSON and read it is the same', () => {
    expect(sentAndRead(full)).toStrictEqual(full);
    expect(sentAndRead(cohortPlan())).toStrictEqual(cohortPlan());
  });

  it('is the draft of a commission too', () => {
    const draft = draftFromCommission({
      code: 'BERGEN-2027',
      basis: {
        kind: 'COMMISSION',
        municipalityCode: '4601',
        commissionedBy: { name: 'Bergen kommune', orgNumber: '964338531' },
      },
      programme: { code: 'NLP-BERGEN', title: 'Lederutdanning for Bergen kommune' },
      ectsCredits: 15,
      classes: [{ code: 'BERGEN-1', site: 'Bergen', capacity: 30, startsOn: '2027-01-11', endsOn: '2027-12-17' }],
    });
    expect(sentAndRead(draft)).toStrictEqual(draft);
  });

  it('has sessions that last as long as people can sit, in this century', () => {
    const sent = (change: object): readonly string[] => {
      const document = cohortDocumentOf(full);
      const [first] = document.classes[0]!.gatherings[0]!.sessions;
      Object.assign(first!, change);
      return cohortDocument.safeParse(document).error?.issues.map(({ path }) => String(path.at(-1))) ?? [];
    };
    expect([sent({}), sent({ hours: 0.5 }), sent({ hours: 12 })]).toEqual([[], [], []]);
    expect([sent({ hours: 0 }), sent({ hours: 12.5 }), sent({ hours: 900_000 })]).toEqual(Array(3).fill(['hours']));
    expect(sent({ startsAt: '0001-01-01T09:00:00Z' })).toEqual(['startsAt']);
  });

  it('gives times as people in Oslo read them', () => {
    const { classes } = cohortDocumentOf(full);
    const [, , , february] = classes[0]!.gatherings;
    expect(classes[0]!.gatherings[0]!.sessions[0]).toMatchObject({ startsAt: '2026-09-14T09:00:00+02:00', hours: 4 });
    expect(february!.sessions[1]!.startsAt).toBe('2027-02-08T13:00:00+01:00');
  });
});
