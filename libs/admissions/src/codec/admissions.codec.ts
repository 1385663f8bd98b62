import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';
import { appealOutcomes } from '../domain/appeal.events';
import { hprUnverified } from '../domain/application-decision';
import { attachmentKinds, attachmentTypes } from '../domain/attachments';
import { shortcomings } from '../domain/eligibility';
import { partialityGrounds } from '../domain/impartiality';
import { letterKinds } from '../domain/letter';
import {
  answer,
  assessmentFields,
  codeOrBlank,
  facts,
  hprCheck,
  ofApplication,
  ofDraft,
  place,
  placeUsed,
  quota,
  score,
  shortcomingCodes,
  smallestChange,
  tier,
  waitingPositions,
} from './parts';

const intakeOpened = z.strictObject({
  intake: leaf.code(),
  ruleSet: leaf.integer(),
  programme: z.strictObject({
    code: leaf.code(),
    title: leaf.publicText(),
    ectsCredits: leaf.decimal(),
    level: leaf.integer(),
    mode: leaf.code(),
  }),
  window: z.strictObject({ opensAt: leaf.instant(), closesAt: leaf.instant() }),
  commissionedPlaces: leaf.integer(),
  maxPerMunicipalityPerClass: leaf.integer(),
  lotterySeed: leaf.code(),
  rounds: z.array(z.strictObject({ round: leaf.integer(), offersAt: leaf.instant(), replyBy: leaf.instant() })),
  releaseEarmarkedBeforeRound: leaf.integer().optional(),
  classes: z.array(
    z.strictObject({
      code: leaf.code(),
      site: leaf.publicText(),
      capacity: leaf.integer(),
      earmarkedPhysicianPlaces: leaf.integer(),
      startsOn: leaf.localDate(),
      endsOn: leaf.localDate(),
    }),
  ),
  targetServiceAreas: z.array(leaf.code()),
  requirements: z.strictObject({
    minAge: leaf.decimal(),
    minYearsExperience: leaf.decimal(),
    minYearsExperienceWithMaster: leaf.decimal(),
    minEctsCredits: leaf.decimal(),
    priorLearningFromEctsCredits: leaf.decimal(),
  }),
  bonus: z.strictObject({ recommendation: leaf.decimal(), sameMunicipalityDifferentService: leaf.decimal() }),
  thirdAssessmentWhenDifferenceAbove: leaf.decimal(),
});

const rankingCounts = z.strictObject({
  qualified: leaf.integer(),
  notQualified: leaf.integer(),
  needsMore: leaf.integer(),
  superseded: leaf.integer(),
  verifiedPhysicians: leaf.integer(),
});

const offer = { ...ofApplication, ...placeUsed, offerId: leaf.id(), round: leaf.integer() };
const limit = leaf.integer();
const ofRound = { intake: leaf.code(), round: leaf.integer() };

const applicationDecided = z.strictObject({
  ...ofApplication,
  status: z.enum(['SUPERSEDED', 'NOT_QUALIFIED', 'NEEDS_MORE', 'QUALIFIED']),
  codes: z.array(z.enum([...shortcomings, hprUnverified])),
  score: leaf.integer().optional(),
  lotteryNumber: leaf.hash().optional(),
  quotas: z.array(quota),
  verifiedPhysician: leaf.boolean(),
  tier: tier.optional(),
  place: z.strictObject(place).optional(),
  smallestChange: smallestChange.optional(),
  ruleSet: leaf.integer(),
  availableOn: leaf.localDate(),
  appealBy: leaf.localDate(),
});

const first = <S extends z.ZodType>(schema: S) => ({ schemaVersion: 1, schema });

/** How the events of admissions are written. */
export const admissionsCodec = defineCodec({
  IntakeOpened: first(intakeOpened),
  HprRegisterTakenIn: first(z.strictObject({ entries: leaf.integer(), fingerprint: leaf.hash() })),
  MunicipalitiesTakenIn: first(
    z.strictObject({ municipalities: z.array(z.strictObject({ code: leaf.code(), name: leaf.publicText() })) }),
  ),
  ApplicationsTakenIn: first(z.strictObject({ applications: leaf.integer() })),
  AssessmentsTakenIn: first(z.strictObject({ applications: leaf.integer() })),
  ApplicationsJudged: first(z.strictObject({ basis: leaf.integer(), applications: leaf.integer() })),
  RankingComputed: first(z.strictObject({ basis: leaf.integer(), counts: rankingCounts })),
  RankingApproved: first(z.strictObject({ basis: leaf.integer() })),
  IntakeCompleted: first(
    z.strictObject({ placesHeld: leaf.integer(), waiting: leaf.integer(), decisions: leaf.integer() }),
  ),

  ApplicationSubmitted: first(
    z.strictObject({
      ...ofApplication,
      submission: leaf.integer(),
      facts,
      fingerprint: leaf.hash(),
      details: leaf.sealed(),
    }),
  ),
  ApplicationScored: first(z.strictObject({ ...ofApplication, ...assessmentFields })),
  AssessorDisqualified: first(
    z.strictObject({
      ...ofApplication,
      assessor: leaf.code(),
      ground: z.enum(partialityGrounds),
      explanation: leaf.sealed(),
      fingerprint: leaf.hash(),
    }),
  ),
  DisqualificationLifted: first(z.strictObject({ ...ofApplication, assessor: leaf.code(), reason: leaf.sealed() })),
  ApplicationSuperseded: first(z.strictObject({ ...ofApplication, by: codeOrBlank })),
  ApplicantNotQualified: first(z.strictObject({ ...ofApplication, codes: shortcomingCodes })),
  ApplicantNeedsMore: first(z.strictObject({ ...ofApplication, codes: shortcomingCodes })),
  ApplicantQualified: first(z.strictObject({ ...ofApplication, hpr: hprCheck.optional(), tier: tier.optional() })),
  ApplicationRanked: first(z.strictObject({ ...ofApplication, score, lotteryNumber: leaf.hash() })),
  OfferMade: first(z.strictObject({ ...offer, replyBy: leaf.instant() })),
  OfferAccepted: first(z.strictObject({ ...offer, ...answer, limit, verifiedPhysician: leaf.boolean() })),
  OfferDeclined: first(z.strictObject({ ...offer, ...answer, limit })),
  OfferLapsed: first(z.strictObject({ ...offer, limit })),
  HeldPlaceGivenUp: first(z.strictObject({ ...ofApplication, ...placeUsed })),
  LateAnswerRefused: first(
    z.strictObject({
      ...ofApplication,
      ...answer,
      answer: z.enum(['ACCEPT', 'DECLINE']),
      offerId: leaf.id(),
      round: leaf.integer(),
    }),
  ),
  PlacedOnWaitingList: first(z.strictObject({ ...ofApplication, positions: waitingPositions })),
  ApplicationDecided: first(applicationDecided),

  PlaceGivenOnAppeal: first(z.strictObject({ ...ofApplication, ...placeUsed, on: leaf.localDate() })),

  EarmarkedPlacesReleased: first(
    z.strictObject({ ...ofRound, class: leaf.code(), places: leaf.integer(), earmarked: leaf.integer() }),
  ),
  EarmarkedReleaseRefused: first(
    z.strictObject({
      ...ofRound,
      class: leaf.code(),
      reason: z.literal('PHYSICIAN_STILL_WAITING'),
      physicians: leaf.integer(),
    }),
  ),
  RoundSendingApproved: first(z.strictObject({ ...ofRound, sendAt: leaf.instant() })),
  RoundSendingWithdrawn: first(z.strictObject(ofRound)),
  RoundSendingStopped: first(z.strictObject({ ...ofRound, code: leaf.code() })),
  RoundOffersMade: first(z.strictObject({ ...ofRound, offers: leaf.integer() })),
  RoundClosed: first(z.strictObject(ofRound)),

  DecisionMadeKnown: first(z.strictObject({ ...ofApplication, on: leaf.localDate(), appealBy: leaf.localDate() })),
  ReasonsGiven: first(
    z.strictObject({
      ...ofApplication,
      on: leaf.localDate(),
      appealBy: leaf.localDate(),
      text: leaf.sealed(),
      fingerprint: leaf.hash(),
    }),
  ),
  AppealFiled: first(
    z.strictObject({ ...ofApplication, on: leaf.localDate(), text: leaf.sealed(), fingerprint: leaf.hash() }),
  ),
  AppealDecided: first(
    z.strictObject({
      ...ofApplication,
      on: leaf.localDate(),
      outcome: z.enum(appealOutcomes),
      reasons: leaf.sealed(),
    }),
  ),

  LetterWritten: first(
    z.strictObject({
      ...ofApplication,
      kind: z.enum(letterKinds),
      about: leaf.id(),
      language: z.enum(['nb', 'nn', 'en']),
      writtenAt: leaf.instant(),
      sha256: leaf.hash(),
    }),
  ),

  ApplicationDraftSaved: first(z.strictObject({ ...ofDraft, fingerprint: leaf.hash(), content: leaf.sealed() })),
  ApplicationDocumentAttached: first(
    z.strictObject({
      ...ofDraft,
      documentHash: leaf.hash(),
      kind: z.enum(attachmentKinds),
      mediaType: z.enum(attachmentTypes),
      name: leaf.sealed().optional(),
      size: leaf.integer().optional(),
      attachedAt: leaf.instant(),
    }),
  ),
  ApplicationDocumentRemoved: first(z.strictObject({ ...ofDraft, documentHash: leaf.hash() })),
  EmployerConfirmationAsked: first(
    z.strictObject({
      ...ofDraft,
      request: leaf.integer(),
      recipient: leaf.sealed(),
      about: leaf.hash(),
      validUntil: leaf.instant(),
      askedAt: leaf.instant(),
    }),
  ),
  EmploymentConfirmed: first(
    z.strictObject({
      ...ofDraft,
      request: leaf.integer(),
      about: leaf.hash(),
      confirmedBy: leaf.sealed(),
      confirmedOn: leaf.localDate(),
      confirmedAt: leaf.instant(),
    }),
  ),
  ApplicationDraftSent: first(
    z.strictObject({
      ...ofDraft,
      applicationNo: leaf.code(),
      fingerprint: leaf.hash(),
      about: leaf.hash(),
      sentAt: leaf.instant(),
    }),
  ),
});
