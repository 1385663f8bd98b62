import { defineCodec, leaf } from '@kull/event-store';
import { classRoles } from '@kull/http';
import { z } from 'zod';
import { plainRoles } from './account';

/** Version 2 has more roles; what was granted before is written as it was. */
const asItWas = <Data>(data: Data): Data => data;

const name = { login: leaf.code(), fingerprint: leaf.hash() };

/** The stored form of what happens to accounts. */
export const accountsCodec = defineCodec({
  AccountOpened: { schemaVersion: 1, schema: z.strictObject({ account: leaf.code(), ...name }) },
  LoginReplaced: {
    schemaVersion: 1,
    schema: z.strictObject({ account: leaf.code(), ...name, before: z.strictObject(name) }),
  },
  RoleGranted: {
    schemaVersion: 2,
    schema: z.discriminatedUnion('role', [
      z.strictObject({ account: leaf.code(), role: z.enum(plainRoles) }),
      z.strictObject({ account: leaf.code(), role: z.literal('association'), orgNumber: leaf.code() }),
      z.strictObject({ account: leaf.code(), role: z.enum(classRoles), classes: z.array(leaf.id()) }),
    ]),
    upcast: { 1: asItWas },
  },
  RoleWithdrawn: {
    schemaVersion: 2,
    schema: z.strictObject({ account: leaf.code(), role: z.enum([...plainRoles, 'association', ...classRoles]) }),
    upcast: { 1: asItWas },
  },
  AccountSuspended: { schemaVersion: 1, schema: z.strictObject({ account: leaf.code() }) },
  AccountReinstated: { schemaVersion: 1, schema: z.strictObject({ account: leaf.code() }) },
});
