import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

/** The stored form of what people did about jobs. */
export const messagingCodec = defineCodec({
  WorkResumed: {
    schemaVersion: 1,
    schema: z.strictObject({
      id: leaf.id(),
      job: leaf.code(),
      setAsideAt: leaf.instant(),
      attempts: leaf.integer(),
      fault: leaf.code(),
    }),
  },
});
