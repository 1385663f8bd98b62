import { AsOfQuery } from '@kull/http';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const statuses = ['MET', 'SAFE', 'AT_RISK', 'IMPOSSIBLE'] as const;

/** Of one intake or of one class; those at risk unless asked otherwise. */
export class RiskQuery extends createZodDto(
  z.strictObject({
    intake: z.string().min(1).max(64).optional(),
    class: z.string().min(1).max(64).optional(),
    status: z.enum(['risk', 'all', ...statuses]).default('risk'),
    ...AsOfQuery.schema.shape,
  }),
) {}

const hours = z.strictObject({
  total: z.number(),
  required: z.number(),
  attended: z.number(),
  open: z.number(),
  leftToLose: z.number(),
});

const attendance = z.strictObject({
  award: z.enum(['ectsCredits', 'coursePoints']),
  status: z.enum(statuses),
  since: z.string().nullable(),
  minAttendance: z.number(),
  hours,
  sessions: z.strictObject({ total: z.int(), attended: z.int(), open: z.int(), leftToLose: z.int() }),
  countedIn: z.enum(['HALF_DAYS', 'HOURS']),
  text: z.string(),
});

const option = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('MAKE_UP'),
    gathering: z.int(),
    classId: z.string(),
    classCode: z.string(),
    startsOn: z.string(),
    regainedHours: z.number(),
    isEnough: z.boolean(),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('ATTEND_ALL'), sessions: z.int(), text: z.string() }),
  z.strictObject({ kind: z.literal('TALK_TO_COORDINATOR'), text: z.string() }),
]);

const student = z.strictObject({
  classId: z.string(),
  classCode: z.string(),
  studentNo: z.string(),
  name: z.strictObject({ familyName: z.string(), givenNames: z.string() }).nullable(),
  status: z.enum(statuses),
  attendance: z.array(attendance),
  options: z.array(option),
});

const counts = z.strictObject({ met: z.int(), safe: z.int(), atRisk: z.int(), impossible: z.int() });

export type StudentView = z.infer<typeof student>;
export type OptionView = z.infer<typeof option>;

export class RiskAnswer extends createZodDto(z.strictObject({ counts, data: z.array(student) })) {}

export const riskExample: RiskAnswer = {
  counts: { met: 3, safe: 211, atRisk: 1, impossible: 1 },
  data: [
    {
      classId: 'cls_01h2v9t4x7q3m8k5n6p0r1s2t3',
      classCode: 'OSLO-2',
      studentNo: 'A26-0417',
      name: { familyName: 'Nordmann', givenNames: 'Kari' },
      status: 'AT_RISK',
      attendance: [
        {
          award: 'ectsCredits',
          status: 'AT_RISK',
          since: '2027-02-17T12:05:00.000Z',
          minAttendance: 0.75,
          hours: { total: 88, required: 66, attended: 40, open: 28, leftToLose: 2 },
          sessions: { total: 22, attended: 10, open: 7, leftToLose: 0 },
          countedIn: 'HALF_DAYS',
          text: 'Kan være borte 2 timer til, men ikke en hel halvdag',
        },
      ],
      options: [
        {
          kind: 'MAKE_UP',
          gathering: 4,
          classId: 'cls_01h2v9t4x7q3m8k5n6p0r1s2t4',
          classCode: 'TRONDHEIM-1',
          startsOn: '2027-03-01',
          regainedHours: 16,
          isEnough: true,
          text: 'Ta igjen samling 4 i TRONDHEIM-1 fra 1. mars 2027: gir inntil 16 timer',
        },
        { kind: 'ATTEND_ALL', sessions: 7, text: 'Vær med på 7 halvdager som er igjen' },
        { kind: 'TALK_TO_COORDINATOR', text: 'Snakk med kurskoordinatoren' },
      ],
    },
  ],
};
