import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import type { WebhookType } from '../domain/webhook.events';

const subjectOf = ({ type, data }: Recorded): readonly [WebhookType, string] => {
  if (type === 'ExportBatchReleased') return ['export.released', (data as { batchId: string }).batchId];
  const { number } = data as { number: string };
  return type === 'CertificateCorrected' ? ['certificate.corrected', number] : ['certificate.revoked', number];
};

/** When a delivery is released, or a certificate changes, those whom it was delivered to are told. */
export const tellWebhooksWhenSomethingIsNew: Reaction = {
  name: 'tell-webhooks-when-something-is-new',
  startsAt: 'deployment',
  handles: ['ExportBatchReleased', 'CertificateCorrected', 'CertificateRevoked'],
  jobs: ['tell-webhooks'],
  react: (event) => {
    const [type, subject] = subjectOf(event);
    return [
      {
        key: `tell-webhooks.${event.eventId}`,
        job: 'tell-webhooks',
        payload: { type, subject, eventId: event.eventId, at: event.recordedAt },
      },
    ];
  },
};
