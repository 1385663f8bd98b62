import { join } from 'node:path';
import { createCertificateRenderer } from '@kull/documents';
import { type Migration, migrationsIn } from '@kull/event-store';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { codeKeysOf } from './code-keys';
import { OpenShareHandler } from './commands/open-share';
import { ProposeCertificateRevocationHandler } from './commands/propose-revocation';
import { RevokeCertificateHandler } from './commands/revoke-certificate';
import { RevokeShareHandler } from './commands/revoke-share';
import { ShareCertificateHandler } from './commands/share-certificate';
import { DocumentStore, SigningKeys } from './contracts';
import { IssuedCertificates } from './contracts/issued';
import { DocumentTable } from './document-table';
import { HolderKeys } from './holder-keys';
import { CertificatesController } from './http/certificates.controller';
import { ClassCertificatesController } from './http/class-certificates.controller';
import { LookupLimits } from './http/lookup-limits';
import { RevocationProposalsController } from './http/revocation-proposals.controller';
import { SetAsideController } from './http/set-aside.controller';
import { SharedController } from './http/shared.controller';
import { SHARE_BASE, SharesController } from './http/shares.controller';
import { VerificationController } from './http/verification.controller';
import { keyControllers, keyProviders } from './key-parts';
import { loadOrCreateNumberKey } from './number-key';
import { OwnCertificates } from './own-certificates';
import type { CertificateIssuer } from './reactions/certificate-content';
import { PreviewCertificatesHandler } from './reactions/preview-certificates';
import { CERTIFICATE_TOOLS, type CertificateTools, SettleCertificate } from './reactions/settle-certificate';
import { CertificateQueries } from './read-models/certificate.query';
import { CertificateShares } from './read-models/certificate-shares.query';
import { CertificateWorkQueries } from './read-models/certificate-work.query';
import { CertificatesOverviewHandler } from './read-models/certificates-overview';
import { IssuedCertificateQueries } from './read-models/issued-certificates.query';
import { VerificationQueries } from './read-models/verification.query';
import { SetAsideCertificates } from './set-aside-certificates';
import { ShareTokens } from './share-tokens';
import { SigningKeyRings } from './signing-key-rings';

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
    const tools = async (keys: SigningKeyRings): Promise<CertificateTools> => ({
      renderer: createCertificateRenderer({
        threads: renderThreads,
        key: async () => (await keys.active('DOCUMENT')).key,
      }),
      numberKey: await loadOrCreateNumberKey(keysFolder),
      codeKeys: codeKeysOf(keys),
      holderKeys: await HolderKeys.fromFolder(keysFolder),
      issuer: { signatory, publicUrl },
    });
    return {
      module: CertificatesModule,
      global: true,
      controllers: [
        CertificatesController,
        ClassCertificatesController,
        RevocationProposalsController,
        SetAsideController,
        VerificationController,
        SharesController,
        SharedController,
        ...keyControllers,
      ],
      providers: [
        { provide: CERTIFICATE_TOOLS, useFactory: tools, inject: [SigningKeyRings] },
        {
          provide: HolderKeys,
          useFactory: ({ holderKeys }: CertificateTools) => holderKeys,
          inject: [CERTIFICATE_TOOLS],
        },
        { provide: ShareTokens, useFactory: () => ShareTokens.fromFolder(keysFolder) },
        { provide: SHARE_BASE, useValue: publicUrl },
        LookupLimits,
        CertificateShares,
        ShareCertificateHandler,
        OpenShareHandler,
        RevokeShareHandler,
        { provide: DocumentStore, useClass: DocumentTable },
        { provide: IssuedCertificates, useClass: IssuedCertificateQueries },
        SettleCertificate,
        ProposeCertificateRevocationHandler,
        RevokeCertificateHandler,
        CertificateQueries,
        OwnCertificates,
        CertificateWorkQueries,
        SetAsideCertificates,
        VerificationQueries,
        CertificatesOverviewHandler,
        PreviewCertificatesHandler,
        ...keyProviders(keysFolder, publicUrl),
      ],
      exports: [DocumentStore, IssuedCertificates, SigningKeys, OwnCertificates],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.tools.renderer.close();
  }
}
