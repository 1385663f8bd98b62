import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

/** The stored form of who has looked. */
export const readsCodec = defineCodec({
  PersonsRead: {
    schemaVersion: 1,
    schema: z.strictObject({
      reader: leaf.id(),
      role: leaf.code(),
      operation: leaf.code(),
      persons: z.array(leaf.id()),
    }),
  },
});
