import { certificatesMigrations } from './certificates.module';
import { certificatesCodec } from './codec/certificates.codec';
import { signingKeysCodec } from './codec/signing-keys.codec';
import { settleCertificateWhenCoursePointsChange } from './reactions/settle-certificate-when-course-points-change';
import { certificateReadModel } from './read-models/certificate.v1';
import { certificateShareReadModel } from './read-models/certificate-share.v1';
import { certificateWorkReadModel } from './read-models/certificate-work.v1';
import { issuedVersionReadModel } from './read-models/issued-version.v1';

export { CertificatesModule, type CertificatesOptions } from './certificates.module';
export * from './contracts';
export { SHARE_DAYS, type ShareDays } from './domain/share';
export { type MadeShare, type OwnCertificate, OwnCertificates, type OwnFile, type OwnShare } from './own-certificates';
export {
  type CertificateChange,
  type CertificatesPreview,
  PreviewCertificates,
} from './reactions/preview-certificates';
export { CertificatesOverview } from './read-models/certificates-overview';

/** What the apps put together. */
export const certificatesParts = {
  codecs: [certificatesCodec, signingKeysCodec],
  readModels: [certificateReadModel, certificateWorkReadModel, certificateShareReadModel, issuedVersionReadModel],
  reactions: [settleCertificateWhenCoursePointsChange],
  migrations: certificatesMigrations,
  whose: { 'documents.document': { of: 'document', by: ['sha256'] } },
};
