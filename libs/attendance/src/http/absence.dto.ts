import { listQuery } from '@kull/http';
import { isCode } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { evidenceTypes, excuseBases, refusalReasons } from '../domain/absence.events';
import { excuseCodes } from '../domain/mark';

const code = z.string().refine(isCode, 'en kort tekst på én linje');
const statuses = ['REPORTED', 'EXCUSED', 'NOT_EXCUSED', 'WITHDRAWN'] as const;

export class AbsenceBody extends createZodDto(
  z.strictObject({
    studentNo: code,
    sessions: z.array(code).min(1).max(200),
    reason: z.enum(excuseCodes),
  }),
) {}

export class AbsenceListQuery extends createZodDto(
  z.strictObject({ ...listQuery.shape, status: z.enum(statuses).optional() }),
) {}

/** Excused on a basis, or not excused for a reason. */
export class DecisionBody extends createZodDto(
  z
    .strictObject({
      outcome: z.enum(['EXCUSED', 'NOT_EXCUSED']),
      basis: z.enum(excuseBases).optional(),
      reason: z.enum(refusalReasons).optional(),
    })
    .refine(
      ({ outcome, basis, reason }) =>
        (basis !== undefined) === (outcome === 'EXCUSED') && (basis ?? reason) !== undefined,
      'oppgi basis når fraværet er gyldig, ellers reason',
    )
    .refine(({ basis, reason }) => basis === undefined || reason === undefined, 'oppgi bare én av basis og reason'),
) {}

export class CompensationBody extends createZodDto(
  z.strictObject({ task: code, sessions: z.array(code).min(1).max(200).optional() }),
) {}

const view = z.strictObject({
  id: z.string(),
  classId: z.string(),
  studentNo: z.string(),
  sessions: z.array(z.string()),
  sessionsOver: z.array(z.string()),
  reason: z.enum(excuseCodes),
  status: z.enum(statuses),
  reportedBy: z.string(),
  reportedAt: z.string(),
  evidenceDueOn: z.string(),
  answerDueOn: z.string(),
  evidence: z.strictObject({ mediaType: z.enum(evidenceTypes), attachedAt: z.string() }).nullable(),
  decision: z
    .strictObject({
      basis: z.enum(excuseBases).optional(),
      reason: z.enum(refusalReasons).optional(),
      decidedBy: z.string(),
      decidedAt: z.string(),
    })
    .nullable(),
  compensations: z.array(
    z.strictObject({ sessions: z.array(z.string()), task: z.string(), approvedBy: z.string(), approvedAt: z.string() }),
  ),
});

/** What is left after the absence, for each award that asks for attendance. */
const consequence = z.strictObject({
  award: z.enum(['ectsCredits', 'coursePoints']),
  status: z.enum(['MET', 'SAFE', 'AT_RISK', 'IMPOSSIBLE']),
  hoursLeftToLose: z.number(),
  sessionsLeftToLose: z.int(),
  countedIn: z.enum(['HALF_DAYS', 'HOURS']),
  text: z.string(),
});

export class AbsenceView extends createZodDto(view) {}
export class AbsencePage extends createZodDto(
  z.strictObject({ data: z.array(view), nextCursor: z.string().nullable() }),
) {}
export class AbsenceWithConsequence extends createZodDto(
  z.strictObject({ ...view.shape, consequences: z.array(consequence), texts: z.array(z.string()) }),
) {}

export type Consequence = z.infer<typeof consequence>;

export const absenceExample: AbsenceView = {
  id: 'abs_01h2v9t4x7q3m8k5n6p0r1s2t3',
  classId: 'cls_01h2v9t4x7q3m8k5n6p0r1s2t3',
  studentNo: 'A26-0417',
  sessions: ['G4D1F', 'G4D1E'],
  sessionsOver: [],
  reason: 'ILLNESS',
  status: 'REPORTED',
  reportedBy: 'admin-1',
  reportedAt: '2027-02-09T08:00:00.000Z',
  evidenceDueOn: '2027-02-23',
  answerDueOn: '2027-02-16',
  evidence: null,
  decision: null,
  compensations: [],
};

export const consequenceExample: Consequence = {
  award: 'ectsCredits',
  status: 'SAFE',
  hoursLeftToLose: 8,
  sessionsLeftToLose: 2,
  countedIn: 'HALF_DAYS',
  text: 'Kan være borte 2 halvdager til',
};
