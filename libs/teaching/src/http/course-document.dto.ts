import { isCode, isLocalDate, parseHours, parseInstant, parseShare } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const code = z.string().refine(isCode, 'en kode på 1–64 tegn');
const name = z.string().min(1).max(300);
const day = z.string().refine(isLocalDate, 'en dag, ÅÅÅÅ-MM-DD');
const share = z.number().refine((value) => parseShare(value) !== undefined, 'en andel fra 0 til 1');
const hours = z.number().refine((value) => parseHours(String(value)) !== undefined, 'timer i steg på 0,5');
const points = z
  .number()
  .min(0)
  .refine((value) => Math.round(value * 10) / 10 === value, 'høyst én desimal');
const organisation = z.object({ name, orgNumber: code });

const unique = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;

const session = z.object({
  code,
  title: name,
  startsAt: z.string().refine((text) => parseInstant(text) !== undefined, 'et tidspunkt med forskyvning fra UTC'),
  hours,
});

const creditLine = z.object({
  lineNo: z.int().min(1),
  specialty: code,
  purpose: z.enum(['VIDERE', 'ETTER', 'BOTH']),
  category: code,
  approvedHours: hours,
  points,
});

const courseApproval = z.object({
  id: code,
  title: name,
  validFrom: day,
  validTo: day,
  minAttendance: share,
  assessmentRequired: z.boolean(),
  deliveryMode: code,
  creditLines: z
    .array(creditLine)
    .min(1)
    .refine((lines) => unique(lines.map(({ lineNo }) => lineNo)), 'linjenumrene er ikke ulike'),
});

/** `course.json` (credits.md). */
export const courseDocument = z.object({
  class: z
    .object({ code, site: code, capacity: z.int().min(1).max(100_000), startsOn: day, endsOn: day })
    .refine(({ startsOn, endsOn }) => startsOn <= endsOn, 'slutter før den begynner'),
  programme: z.object({ code, title: name, ectsCredits: points, level: z.int().optional(), mode: code.optional() }),
  sharingBasis: z.string().regex(/^(CONSENT|AGREEMENT):[^\s]{1,50}$/),
  organiser: organisation,
  recipient: organisation,
  sessions: z
    .array(session)
    .min(1)
    .max(1_000)
    .refine((sessions) => unique(sessions.map((one) => one.code)), 'øktkodene er ikke ulike'),
  ectsRule: z.object({ minAttendance: share, assessment: code }),
  courseApproval,
});

export class CourseDocument extends createZodDto(courseDocument) {}
