import {
  type CertificateContent,
  type CertificateRenderer,
  createCertificateRenderer,
  type SignatureMeta,
  type SigningKey,
} from '@kull/documents';

/** Starts its threads when the first certificate is rendered: every process has one, and only workers use it. */
export class RendererOnDemand implements CertificateRenderer {
  private started: CertificateRenderer | undefined;

  constructor(
    private readonly threads: number,
    private readonly key: SigningKey,
  ) {}

  render(content: CertificateContent) {
    return this.renderer.render(content);
  }

  sign(bytes: Uint8Array, meta: SignatureMeta) {
    return this.renderer.sign(bytes, meta);
  }

  issue(content: CertificateContent, meta: SignatureMeta) {
    return this.renderer.issue(content, meta);
  }

  async close(): Promise<void> {
    await this.started?.close();
  }

  private get renderer(): CertificateRenderer {
    this.started ??= createCertificateRenderer({ threads: this.threads, key: this.key });
    return this.started;
  }
}
