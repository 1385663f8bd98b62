import type { Instant, LocalDate } from '@kull/kernel';
import { isLocalDate, parseInstant } from '@kull/kernel';
import { z } from 'zod';

/** The languages a certificate can be written in: bokmål, nynorsk, English. */
export type CertificateLanguage = 'nb' | 'nn' | 'en';

export type ParticipantStatus = 'PHYSICIAN' | 'INTERN' | 'STUDENT';
export type CreditPurpose = 'VIDERE' | 'ETTER' | 'BOTH';
export type CreditCategory = 'GRUNNKURS' | 'EMNEKURS' | 'KLINISK_EMNEKURS' | 'VALGFRITT' | 'NETTKURS' | 'OTHER';

/** Why a certificate took the place of its former version (rules/credits.md 4). */
export type ReplacementReason = 'NAME_CHANGE' | 'ATTENDANCE_RECOUNT' | 'DATA_ERROR' | 'RESULT_CHANGED';

/** One line of approved course points. `specialty` is a code such as `ALLM`; unknown codes are shown as they are. */
export interface CertificateCreditLine {
  readonly specialty: string;
  readonly purpose: CreditPurpose;
  readonly category: CreditCategory;
  /** Approved hours, in steps of 0.5. */
  readonly hours: number;
  /** Course points, at most one decimal. */
  readonly points: number;
}

/**
 * Everything a course certificate says (domain.md 1.5), frozen when it is issued. It never holds a national id.
 * The same content gives the same bytes, whoever renders it and when.
 */
export interface CertificateContent {
  readonly language: CertificateLanguage;
  /** Opaque, at most 36 characters, stable over versions. */
  readonly certificateNumber: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** When this version was issued. Also the timestamp inside the file. */
  readonly issuedAt: Instant;
  /** The version that this one takes the place of. Present exactly when `version` > 1. */
  readonly replaces?: { readonly version: number; readonly reason?: ReplacementReason };
  readonly holder: {
    readonly givenName: string;
    readonly familyName: string;
    readonly hprNumber: string;
    readonly birthDate: LocalDate;
    readonly status: ParticipantStatus;
  };
  readonly course: {
    readonly title: string;
    readonly approvalId: string;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
    readonly completedOn: LocalDate;
    /** Name of the place, or `ONLINE`: shown as "nettbasert". */
    readonly place: string;
  };
  readonly organiser: { readonly name: string; readonly orgNo: string };
  /** In steps of 0.5. */
  readonly hours: { readonly approved: number; readonly attended: number };
  readonly creditLines: readonly CertificateCreditLine[];
  /** A certificate is issued only on recorded attendance, and says so. */
  readonly attendanceRecorded: true;
  readonly assessment: 'PASSED' | 'NOT_REQUIRED';
  readonly signatory: { readonly name: string; readonly role: string };
  /** Where its status is shown: an http(s) address, printed on it. */
  readonly verificationAddress: string;
  /** What the QR code holds: that address with the holder's key and signed facts (`signedCode`); else the address alone. */
  readonly scanAddress?: string;
}

/** The content cannot become a certificate. A fault of the caller: nothing was rendered. */
export class CertificateContentRefused extends Error {
  /** @param problems one sentence each, with the path of the field; never the value, which may be personal. */
  constructor(readonly problems: readonly string[]) {
    super(`The certificate cannot be rendered: ${problems.join('; ')}`);
    this.name = 'CertificateContentRefused';
  }
}

// Control, format (bidi overrides, zero width), private, unassigned characters and lone surrogates cannot be seen on paper.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/u;
const likeNationalId = /(?<!\d)\d{6}[\s.-]?\d{5}(?!\d)/u;

const visible = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !unseen.test(text), 'holds a character that cannot be shown')
    .refine((text) => text.trim() === text, 'begins or ends with a space');
const words = (max: number) => visible(max).refine((text) => !likeNationalId.test(text), 'looks like a national id');
const day = z.string().refine(isLocalDate, 'is not a day');
const instant = z.string().refine((text) => parseInstant(text) === text, 'is not an instant in UTC');
const halfHours = z
  .number()
  .min(0)
  .max(9999)
  .refine((hours) => Number.isInteger(hours * 2), 'is not in steps of 0.5');
const points = z
  .number()
  .min(0)
  .max(9999)
  .refine((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, 'has more than one decimal');

const address = (max: number) =>
  visible(max).refine((text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text), 'is no address');

const schema: z.ZodType<CertificateContent> = z
  .strictObject({
    language: z.enum(['nb', 'nn', 'en']),
    certificateNumber: visible(36),
    version: z.int().min(1),
    issuedAt: instant,
    replaces: z
      .strictObject({
        version: z.int().min(1),
        reason: z.enum(['NAME_CHANGE', 'ATTENDANCE_RECOUNT', 'DATA_ERROR', 'RESULT_CHANGED']).optional(),
      })
      .optional(),
    holder: z.strictObject({
      givenName: words(100),
      familyName: words(100),
      hprNumber: z.string().regex(/^[1-9]\d{0,8}$/, 'is not an HPR number'),
      birthDate: day,
      status: z.enum(['PHYSICIAN', 'INTERN', 'STUDENT']),
    }),
    course: z.strictObject({
      title: words(200),
      approvalId: visible(60),
      startsOn: day,
      endsOn: day,
      completedOn: day,
      place: words(100),
    }),
    organiser: z.strictObject({ name: words(100), orgNo: z.string().regex(/^\d{9}$/, 'is not nine digits') }),
    hours: z.strictObject({ approved: halfHours, attended: halfHours }),
    creditLines: z
      .array(
        z.strictObject({
          specialty: visible(20),
          purpose: z.enum(['VIDERE', 'ETTER', 'BOTH']),
          category: z.enum(['GRUNNKURS', 'EMNEKURS', 'KLINISK_EMNEKURS', 'VALGFRITT', 'NETTKURS', 'OTHER']),
          hours: halfHours,
          points,
        }),
      )
      .min(1)
      .max(6),
    attendanceRecorded: z.literal(true),
    assessment: z.enum(['PASSED', 'NOT_REQUIRED']),
    signatory: z.strictObject({ name: words(100), role: words(100) }),
    verificationAddress: address(200),
    scanAddress: address(1500).optional(),
  })
  .refine(
    ({ version, replaces }) => (version === 1) === (replaces === undefined) && (replaces?.version ?? 0) < version,
    'must name a former version exactly when it is not the first',
  );

/**
 * The content with its keys in one order, so that equal facts give equal bytes.
 * @throws CertificateContentRefused when a field is missing, too long, unprintable, or looks like a national id
 */
export const checkedContent = (content: CertificateContent): CertificateContent => {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new CertificateContentRefused(
    result.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)),
  );
};
