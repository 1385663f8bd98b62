export { type AwardsPreview, PreviewAwards, type PreviewedAward } from './commands/preview-awards';
export {
  type CorrectionsPreview,
  type CorrectionsPreviewOutcome,
  PreviewCorrections,
  type PreviewedCorrection,
} from './commands/preview-corrections';
export * from './contracts';
export { CreditsModule, creditsParts } from './credits.module';
export type { AwardGroup } from './domain/award-group';
export type { Ledgers } from './domain/corrections';
export type { GradingRequest } from './grading-requests';
export { type CorrectionFile, correctionColumns, correctionRowsIn } from './http/correction-file';
export { problems as creditsProblems } from './http/problems';
export { correctionMessages } from './http/row-messages';
export { type OwnGradingRefusal, OwnGradingRequests, type OwnResult } from './own-grading-requests';
export { OwnHprNumber, type OwnNumberAnswer, type OwnNumberStatus } from './own-hpr-number';
export type { CourseCount } from './read-models/awards.query';
export { CountAwards } from './read-models/count-awards';
export { CountGradingRequests } from './read-models/count-grading-requests';
export { type EctsOutcome, ListEctsOutcomes } from './read-models/list-ects-outcomes';
