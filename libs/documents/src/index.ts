export { type CodeFacts, type CodeKey, type CodeVerification, signedCode, verifyCode } from './certificate/code';
export {
  type CertificateContent,
  CertificateContentRefused,
  type CertificateCreditLine,
  type CertificateLanguage,
  type CreditCategory,
  type CreditPurpose,
  type ParticipantStatus,
  type ReplacementReason,
} from './certificate/content';
export { renderCertificate } from './certificate/render';
export { type ClassListContent, type ClassListLine, ClassListRefused } from './class-list/content';
export { renderClassList } from './class-list/render';
export { type JwtVerification, signEs256, verifyEs256 } from './keys/es256';
export { type JwsKey, loadOrCreateJwsKey, signJws } from './keys/jws-key';
export { readOrCreateSecret } from './keys/kept-file';
export { KeyRing, type PublicPart, type RingKey } from './keys/key-ring';
export { type KeyByUse, type KeyRings, type KeyUse, keyRingsIn, keyUses } from './keys/key-uses';
export { LinkKey } from './keys/link-key';
export {
  loadOrCreateManifestKey,
  type ManifestKey,
  type ManifestVerification,
  signManifest,
  verifyManifest,
} from './keys/manifest';
export { loadOrCreateSigningKey, type SigningKey, type SigningSubject, signingKeyFromPem } from './keys/signing-key';
export { type LetterContent, type LetterParagraph, LetterRefused } from './letter/content';
export { renderLetter, renderLetterAnyway } from './letter/render';
export { attachedFacts } from './pdf/attachment';
export { type SignatureMeta, signPdf } from './pdf/sign';
export { type PdfVerification, verifyPdf } from './pdf/verify';
export { type ProtocolTable, type RankingProtocolContent, RankingProtocolRefused } from './ranking-protocol/content';
export { renderRankingProtocol } from './ranking-protocol/render';
export type { RegisterSheetContent, RegisterSheetRow } from './register-sheet/content';
export { renderRegisterSheet } from './register-sheet/render';
export { type CertificateRenderer, type CertificateRendererOptions, createCertificateRenderer } from './renderer';
export {
  type StatedAssessment,
  type StatedGrade,
  type StatementContent,
  type StatementLanguage,
  StatementRefused,
} from './statement/content';
export { elmoOf } from './statement/elmo';
export { renderStatement } from './statement/render';
export type { IssuedDocument, RenderedDocument, SignedDocument } from './work';
