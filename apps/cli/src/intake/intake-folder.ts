import { z } from 'zod';
import type { FolderForm } from '../files/folder';

const code = z.string().min(1);
const count = z.number().int().nonnegative();

/** What `intake.json` must say before anything is sent. What the values may be, the service decides. */
const intakeDocument = z.looseObject({
  intake: code,
  programme: z.looseObject({ code, title: code, ectsCredits: z.number(), level: z.number(), mode: code }),
  window: z.looseObject({ opensAt: code, closesAt: code }),
  commissionedPlaces: count,
  maxPerMunicipalityPerClass: count,
  lotterySeed: z.string(),
  rounds: z.array(z.looseObject({ round: z.number().int().positive(), offersAt: code, replyBy: code })).min(1),
  releaseEarmarkedBeforeRound: z.number().int(),
  classes: z
    .array(
      z.looseObject({
        code,
        site: code,
        capacity: count,
        earmarkedPhysicianPlaces: count,
        startsOn: code,
        endsOn: code,
      }),
    )
    .min(1),
  targetServiceAreas: z.array(code),
  requirements: z.looseObject({
    minAge: z.number(),
    minYearsExperience: z.number(),
    minYearsExperienceWithMaster: z.number(),
    minEctsCredits: z.number(),
    priorLearningFromEctsCredits: z.number(),
  }),
  bonus: z.looseObject({ recommendation: z.number(), sameMunicipalityDifferentService: z.number() }),
  thirdAssessmentWhenDifferenceAbove: z.number(),
});

export type IntakeDocument = z.infer<typeof intakeDocument>;

const columns = (names: string): readonly string[] => names.split(' ');

/** An intake folder (selection.md, "Input"). */
export const intakeFolder: FolderForm<IntakeDocument> = {
  document: { name: 'intake.json', schema: intakeDocument },
  tables: {
    'applications.csv': columns(
      'application_no submitted_at family_name given_names national_id email phone language municipality_code employer ' +
        'employer_org_no service_area profession position_title leader_role personnel_responsibility ' +
        'budget_responsibility years_experience highest_education ects_credits physician physician_role hpr_number ' +
        'employer_confirmed_at recommended_by class_wishes',
    ),
    'assessments.csv': columns('application_no assessor score'),
    'answers.csv': columns('application_no round answer keep_waiting answered_at'),
    'hpr-register.csv': columns(
      'hpr_number family_name given_names birth_date profession authorised_from authorised_to',
    ),
    'municipalities.csv': columns('municipality_code name'),
  },
};
