import { createHmac, createPrivateKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type JwsKey, loadOrCreateJwsKey, readOrCreateSecret } from '@kull/documents';
import { Webhook } from 'standardwebhooks';

/** The headers of Standard Webhooks. */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/**
 * Signs in both ways of Standard Webhooks: `v1` by a secret of each webhook, `v1a` by an Ed25519 key of the installation.
 * Secrets are made from one that lies with the other keys: there is no table of them to lose.
 */
export class WebhookSigner {
  private readonly privateKey: KeyObject;

  private constructor(
    private readonly master: Buffer,
    private readonly key: JwsKey,
  ) {
    this.privateKey = createPrivateKey({ key: { ...key.privateJwk }, format: 'jwk' });
  }

  /** From the keys in the folder; made at the first start. */
  static async load(folder: string): Promise<WebhookSigner> {
    const kept = await readOrCreateSecret(folder, 'webhook-secret', async () => randomBytes(32).toString('base64'));
    return new WebhookSigner(Buffer.from(kept, 'base64'), await loadOrCreateJwsKey(folder, 'webhook-key.json'));
  }

  /** What the recipient checks `v1` with: secret. */
  secretOf(webhookId: string): string {
    return `whsec_${createHmac('sha256', this.master).update(webhookId).digest('base64')}`;
  }

  /** What anybody checks `v1a` with. */
  get publicKey(): string {
    return `whpk_${Buffer.from(this.key.publicJwk.x ?? '', 'base64url').toString('base64')}`;
  }

  headers(webhookId: string, messageId: string, body: string, at: Date): WebhookHeaders {
    const timestamp = String(Math.floor(at.getTime() / 1_000));
    const v1 = new Webhook(this.secretOf(webhookId)).sign(messageId, at, body);
    const v1a = sign(null, Buffer.from(`${messageId}.${timestamp}.${body}`), this.privateKey).toString('base64');
    return {
      'webhook-id': messageId,
      'webhook-timestamp': timestamp,
      'webhook-signature': `${v1} v1a,${v1a}`,
    };
  }
}
