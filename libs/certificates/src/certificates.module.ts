import { join } from 'node:path';
import { createCertificateRenderer, loadOrCreateSigningKey } from '@kull/documents';
import { type Migration, migrationsIn } from '@kull/event-store';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { RevokeCertificateHandler } from './commands/revoke-certificate';
import { DocumentStore } from './contracts';
import { IssuedCertificates } from './contracts/issued';
import { DocumentTable } from './document-table';
import { CertificatesController } from './http/certificates.controller';
import { ClassCertificatesController } from './http/class-certificates.controller';
import { VerificationController } from './http/verification.controller';
import { loadOrCreateNumberKey } from './number-key';
import type { CertificateIssuer } from './reactions/certificate-content';
import { PreviewCertificatesHandler } from './reactions/preview-certificates';
import { CERTIFICATE_TOOLS, type CertificateTools, SettleCertificate } from './reactions/settle-certificate';
import { CertificateQueries } from './read-models/certificate.query';
import { CertificateWorkQueries } from './read-models/certificate-work.query';
import { CertificatesOverviewHandler } from './read-models/certificates-overview';
import { IssuedCertificateQueries } from './read-models/issued-certificates.query';
import { VerificationQueries } from './read-models/verification.query';

export const certificatesMigrations: readonly Migration[] = migrationsIn('certificates', join(__dirname, 'migrations'));

export interface CertificatesOptions extends CertificateIssuer {
  /** Where the keys for numbers and signatures are kept; made at the first start. */
  readonly keysFolder: string;
  /** Threads that render and sign; 0 works in the calling thread, for tests and for processes that never do. */
  readonly renderThreads: number;
}

/** Certificates: issued by a worker, looked up by anybody. Needs `ClassDirectory`, `People` and the event store. */
@Module({})
export class CertificatesModule implements OnApplicationShutdown {
  constructor(@Inject(CERTIFICATE_TOOLS) private readonly tools: CertificateTools) {}

  static forRoot({ keysFolder, renderThreads, signatory, publicUrl }: CertificatesOptions): DynamicModule {
    const tools = async (): Promise<CertificateTools> => ({
      renderer: createCertificateRenderer({ threads: renderThreads, key: await loadOrCreateSigningKey(keysFolder) }),
      numberKey: await loadOrCreateNumberKey(keysFolder),
      issuer: { signatory, publicUrl },
    });
    return {
      module: CertificatesModule,
      global: true,
      controllers: [CertificatesController, ClassCertificatesController, VerificationController],
      providers: [
        { provide: CERTIFICATE_TOOLS, useFactory: tools },
        { provide: DocumentStore, useClass: DocumentTable },
        { provide: IssuedCertificates, useClass: IssuedCertificateQueries },
        SettleCertificate,
        RevokeCertificateHandler,
        CertificateQueries,
        CertificateWorkQueries,
        VerificationQueries,
        CertificatesOverviewHandler,
        PreviewCertificatesHandler,
      ],
      exports: [DocumentStore, IssuedCertificates],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.tools.renderer.close();
  }
}
