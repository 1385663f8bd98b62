import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';
import { languagesWrittenIn } from './contact';

const language = z.enum(languagesWrittenIn);

/** The stored form of how somebody is reached: no address and no workplace that can be read without their key. */
export const contactCodec = defineCodec({
  EmailChanged: {
    schemaVersion: 1,
    schema: z.strictObject({ personId: leaf.id(), email: leaf.sealed(), before: leaf.sealed().optional() }),
  },
  LanguageChanged: {
    schemaVersion: 1,
    schema: z.strictObject({ personId: leaf.id(), language, before: language }),
  },
  WorkplaceChanged: {
    schemaVersion: 1,
    schema: z.strictObject({ personId: leaf.id(), workplace: leaf.sealed().optional() }),
  },
});
