import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

const use = z.enum(['DOCUMENT', 'MANIFEST', 'BADGE', 'CODE']);

/** The stored form of what happens to the keys that sign. */
export const signingKeysCodec = defineCodec({
  SigningKeyActivated: {
    schemaVersion: 1,
    schema: z.strictObject({ use, kid: leaf.id(), fingerprint: leaf.hash(), at: leaf.instant() }),
  },
  SigningKeyRevoked: {
    schemaVersion: 1,
    schema: z.strictObject({
      use,
      kid: leaf.id(),
      at: leaf.instant(),
      reasonCode: z.enum(['COMPROMISED', 'LOST', 'SUPERSEDED']),
      compromisedSince: leaf.instant().optional(),
      recordedBy: leaf.code(),
      approvedBy: leaf.code(),
    }),
  },
});
