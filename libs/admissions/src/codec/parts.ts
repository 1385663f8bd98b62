import { leaf } from '@kull/event-store';
import { z } from 'zod';
import { shortcomings } from '../domain/eligibility';
import { quotas } from '../domain/quota';

/** A code that a file may have left blank. */
export const codeOrBlank = z.union([leaf.code(), z.literal('')]);

export const ofApplication = { intake: leaf.code(), applicationNo: codeOrBlank, personId: leaf.id() };

export const ofDraft = { intake: leaf.code(), personId: leaf.id() };

export const quota = z.enum(quotas);
export const tier = z.union([z.literal(1), z.literal(2)]);
export const shortcomingCodes = z.array(z.enum(shortcomings)).min(1);

export const hprCheck = z.enum([
  'VERIFIED',
  'HPR_MISSING',
  'HPR_UNKNOWN',
  'HPR_NOT_PHYSICIAN',
  'HPR_BIRTH_DATE_MISMATCH',
  'HPR_NOT_AUTHORISED',
]);

export const assessmentFields = { assessor: leaf.code(), score: leaf.integer() };

/** Half points. */
export const score = z.strictObject({
  assessed: leaf.integer(),
  counted: z.array(z.strictObject(assessmentFields)),
  recommendation: leaf.integer(),
  sameMunicipalityDifferentService: leaf.integer(),
  total: leaf.integer(),
});

export const facts = z.strictObject({
  applicationNo: codeOrBlank,
  submittedAt: leaf.instant(),
  municipality: codeOrBlank,
  serviceArea: codeOrBlank,
  leaderRole: leaf.boolean(),
  personnelResponsibility: leaf.boolean(),
  budgetResponsibility: leaf.boolean(),
  yearsExperience: leaf.decimal(),
  highestEducation: codeOrBlank,
  ectsCredits: leaf.decimal(),
  physician: leaf.boolean(),
  physicianRole: codeOrBlank,
  employerConfirmedOn: leaf.localDate().optional(),
  recommended: leaf.boolean(),
  wishes: z.array(leaf.code()).min(1),
});

export const place = { class: leaf.code(), quota, wishNo: leaf.integer() };

export const placeUsed = {
  ...place,
  municipality: codeOrBlank,
  quotaPlaces: leaf.integer(),
  maxPerMunicipality: leaf.integer(),
};

export const answer = { keepWaiting: leaf.boolean(), answeredAt: leaf.instant() };

export const waitingPositions = z.array(z.strictObject({ class: leaf.code(), quota, position: leaf.integer() }));

export const smallestChange = z.strictObject({
  scoreNeeded: z.strictObject({ score: leaf.integer(), ...place, round: leaf.integer() }).optional(),
  oneMorePlace: z.strictObject(place).optional(),
});
