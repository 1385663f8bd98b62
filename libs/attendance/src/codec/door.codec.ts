import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

/** The stored form of everything that happens to door codes. */
export const doorCodec = defineCodec({
  DoorCodeIssued: { schemaVersion: 1, schema: z.strictObject({ issue: leaf.integer() }) },
  DoorCodeRevoked: { schemaVersion: 1, schema: z.strictObject({ issue: leaf.integer(), reasonClass: leaf.code() }) },
});
