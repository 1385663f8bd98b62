import { certificatesMigrations } from './certificates.module';
import { certificatesCodec } from './codec/certificates.codec';
import { settleCertificateWhenCoursePointsChange } from './reactions/settle-certificate-when-course-points-change';
import { certificateReadModel } from './read-models/certificate.v1';
import { certificateWorkReadModel } from './read-models/certificate-work.v1';

export { CertificatesModule, type CertificatesOptions } from './certificates.module';
export * from './contracts';
export {
  type CertificateChange,
  type CertificatesPreview,
  PreviewCertificates,
} from './reactions/preview-certificates';
export { CertificatesOverview } from './read-models/certificates-overview';

/** What the apps put together. */
export const certificatesParts = {
  codecs: [certificatesCodec],
  readModels: [certificateReadModel, certificateWorkReadModel],
  reactions: [settleCertificateWhenCoursePointsChange],
  migrations: certificatesMigrations,
};
