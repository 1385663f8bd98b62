import { join } from 'node:path';
import { createCertificateRenderer, loadOrCreateSigningKey } from '@kull/documents';
import { type Migration, migrationsIn } from '@kull/event-store';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { loadOrCreateCodeKeys } from './code-keys';
import { OpenShareHandler } from './commands/open-share';
import { RevokeCertificateHandler } from './commands/revoke-certificate';
import { RevokeShareHandler } from './commands/revoke-share';
import { ShareCertificateHandler } from './commands/share-certificate';
import { DocumentStore } from './contracts';
import { IssuedCertificates } from './contracts/issued';
import { DocumentTable } from './document-table';
import { HolderKeys } from './holder-keys';
import { CertificatesController } from './http/certificates.controller';
import { ClassCertificatesController } from './http/class-certificates.controller';
import { LookupLimits } from './http/lookup-limits';
import { PublishedKeysController } from './http/published-keys.controller';
import { SharedController } from './http/shared.controller';
import { SHARE_BASE, SharesController } from './http/shares.controller';
import { VerificationController } from './http/verification.controller';
import { loadOrCreateNumberKey } from './number-key';
import { PublishedKeys } from './published-keys';
import type { CertificateIssuer } from './reactions/certificate-content';
import { CERTIFICATE_TOOLS, type CertificateTools, SettleCertificate } from './reactions/settle-certificate';
import { CertificateQueries } from './read-models/certificate.query';
import { CertificateShares } from './read-models/certificate-shares.query';
import { CertificateWorkQueries } from './read-models/certificate-work.query';
import { CertificatesOverviewHandler } from './read-models/certificates-overview';
import { IssuedCertificateQueries } from './read-models/issued-certificates.query';
import { VerificationQueries } from './read-models/verification.query';
import { ShareTokens } from './share-tokens';

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
      codeKeys: await loadOrCreateCodeKeys(keysFolder),
      holderKeys: await HolderKeys.fromFolder(keysFolder),
      issuer: { signatory, publicUrl },
    });
    const publishedKeys = async ({ codeKeys }: CertificateTools): Promise<PublishedKeys> => {
      const { fingerprint, certificate } = await loadOrCreateSigningKey(keysFolder);
      const document = {
        use: 'DOCUMENT',
        kid: fingerprint,
        x5c: [Buffer.from(certificate).toString('base64')],
      } as const;
      return {
        all: async () => [
          document,
          ...(await codeKeys.all()).map(({ kid, publicJwk: jwk }) => ({ use: 'CODE', kid, jwk }) as const),
        ],
      };
    };
    return {
      module: CertificatesModule,
      global: true,
      controllers: [
        CertificatesController,
        ClassCertificatesController,
        VerificationController,
        PublishedKeysController,
        SharesController,
        SharedController,
      ],
      providers: [
        { provide: CERTIFICATE_TOOLS, useFactory: tools },
        {
          provide: HolderKeys,
          useFactory: ({ holderKeys }: CertificateTools) => holderKeys,
          inject: [CERTIFICATE_TOOLS],
        },
        { provide: PublishedKeys, useFactory: publishedKeys, inject: [CERTIFICATE_TOOLS] },
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
        RevokeCertificateHandler,
        CertificateQueries,
        CertificateWorkQueries,
        VerificationQueries,
        CertificatesOverviewHandler,
      ],
      exports: [DocumentStore, IssuedCertificates],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.tools.renderer.close();
  }
}
