import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { classDetails, commissionBasis } from './cohort-document.dto';
import { code, endsAfterStart, points, programme } from './course-parts.dto';

const commission = z.strictObject({
  code,
  municipalityCode: commissionBasis.shape.municipalityCode,
  commissionedBy: commissionBasis.shape.commissionedBy,
  programme,
  ectsCredits: points,
  /** So many classes like the one below. */
  classes: z.int().min(1).max(20).optional(),
  class: classDetails.refine(endsAfterStart, 'slutter før den begynner'),
});

/** Ten years either way. */
const MOST_WEEKS = 520;

const from = z.union(
  [
    z.strictObject({ intake: code }),
    z.strictObject({ cohort: code, code, weeks: z.int().min(-MOST_WEEKS).max(MOST_WEEKS).default(52) }),
    z.strictObject({ commission, cohort: code.optional() }),
  ],
  'oppgi { intake }, { cohort, code, weeks? } eller { commission: { code, municipalityCode, commissionedBy, programme, ectsCredits, class, classes? }, cohort? }',
);

/** What a draft of a cohort is made from: an intake, the cohort of another year, or a commission. */
export class CohortDraftRequest extends createZodDto(z.strictObject({ from })) {}
