import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

const name = { login: leaf.code(), fingerprint: leaf.hash() };

/** The stored form of what happens to accounts. */
export const accountsCodec = defineCodec({
  AccountOpened: { schemaVersion: 1, schema: z.strictObject({ account: leaf.code(), ...name }) },
  LoginReplaced: {
    schemaVersion: 1,
    schema: z.strictObject({ account: leaf.code(), ...name, before: z.strictObject(name) }),
  },
  RoleGranted: {
    schemaVersion: 1,
    schema: z.discriminatedUnion('role', [
      z.strictObject({ account: leaf.code(), role: z.literal('administrator') }),
      z.strictObject({ account: leaf.code(), role: z.literal('association'), orgNumber: leaf.code() }),
    ]),
  },
  RoleWithdrawn: {
    schemaVersion: 1,
    schema: z.strictObject({ account: leaf.code(), role: z.enum(['administrator', 'association']) }),
  },
  AccountSuspended: { schemaVersion: 1, schema: z.strictObject({ account: leaf.code() }) },
  AccountReinstated: { schemaVersion: 1, schema: z.strictObject({ account: leaf.code() }) },
});
