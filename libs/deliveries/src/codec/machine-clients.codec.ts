import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

const publicKey = z.strictObject({
  kid: leaf.id(),
  kty: z.enum(['EC', 'RSA', 'OKP']),
  alg: z.enum(['ES256', 'PS256', 'EdDSA']),
  crv: z.enum(['P-256', 'Ed25519']).optional(),
  x: leaf.keyPart().optional(),
  y: leaf.keyPart().optional(),
  n: leaf.keyPart().optional(),
  e: leaf.keyPart().optional(),
});

/** The stored form of what happens to the programs that may log in. */
export const machineClientsCodec = defineCodec({
  MachineClientRegistered: {
    schemaVersion: 1,
    schema: z.strictObject({
      clientId: leaf.id(),
      orgNumber: leaf.code(),
      scopes: z.array(leaf.code()).min(1),
      jwks: z.array(publicKey).min(1),
    }),
  },
  MachineClientKeyReplaced: {
    schemaVersion: 1,
    schema: z.strictObject({ clientId: leaf.id(), jwks: z.array(publicKey).min(1) }),
  },
  MachineClientSuspended: { schemaVersion: 1, schema: z.strictObject({ clientId: leaf.id() }) },
});
