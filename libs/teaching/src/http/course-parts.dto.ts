import { isCode, isLocalDate, parseHours, parseInstant, parseShare } from '@kull/kernel';
import { z } from 'zod';

/** The parts that documents about courses are made of, each with what is wrong in words. */
export const code = z.string().refine(isCode, 'en kode på 1–64 tegn');
export const name = z.string().min(1).max(300);
export const day = z.string().refine(isLocalDate, 'en dag, ÅÅÅÅ-MM-DD');
export const instant = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, 'et tidspunkt med forskyvning fra UTC');

const isOfThisCentury = (text: string): boolean => text.startsWith('20');

/** A day, and an instant, that somebody plans for. */
export const plannedDay = day.refine(isOfThisCentury, 'en dag i dette århundret');
export const plannedInstant = instant.refine(isOfThisCentury, 'et tidspunkt i dette århundret');

export const share = z.number().refine((value) => parseShare(value) !== undefined, 'en andel fra 0 til 1');
export const hours = z.number().refine((value) => parseHours(String(value)) !== undefined, 'timer i steg på 0,5');
export const points = z
  .number()
  .min(0)
  .refine((value) => Math.round(value * 10) / 10 === value, 'høyst én desimal');
export const capacity = z.int().min(1).max(100_000);
export const organisation = z.object({ name, orgNumber: code });
export const programme = z.object({ code, title: name, level: z.int().optional(), mode: code.optional() });
export const sharingBasis = z.string().regex(/^(CONSENT|AGREEMENT):[^\s]{1,50}$/);

export const unique = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;

export const session = z.object({ code, title: name, startsAt: instant, hours });

export const endsAfterStart = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }): boolean =>
  startsOn <= endsOn;

const creditLine = z.object({
  lineNo: z.int().min(1),
  specialty: code,
  purpose: z.enum(['VIDERE', 'ETTER', 'BOTH']),
  category: code,
  approvedHours: hours,
  points,
});

export const courseApproval = z.object({
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
