import { machineScopes } from '@kull/http';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { MachineClientRecord } from '../read-models/machine-clients.query';

const keyPart = z.string().regex(/^[\w-]{1,1400}$/);

/** Public parts only: whoever sends a private key is told so, and nothing of it is kept. */
const publicKey = z.strictObject({
  kid: z.string().regex(/^[\w.:-]{1,128}$/),
  kty: z.enum(['EC', 'RSA', 'OKP']),
  alg: z.enum(['ES256', 'PS256', 'EdDSA']),
  crv: z.enum(['P-256', 'Ed25519']).optional(),
  x: keyPart.optional(),
  y: keyPart.optional(),
  n: keyPart.optional(),
  e: keyPart.optional(),
  use: z.literal('sig').optional(),
});

/** A JWK Set (RFC 7517) of up to five public keys. */
const jwks = z.strictObject({ keys: z.array(publicKey).min(1).max(5) });

export class RegisterMachineClientBody extends createZodDto(
  z.strictObject({
    orgNumber: z.string().regex(/^\d{9}$/),
    scopes: z.array(z.enum(machineScopes)).min(1),
    jwks,
  }),
) {}

export class KeysBody extends createZodDto(z.strictObject({ jwks })) {}

const view = z.strictObject({
  clientId: z.string(),
  orgNumber: z.string(),
  scopes: z.array(z.string()),
  keys: z.array(z.strictObject({ kid: z.string(), alg: z.string() })),
  registeredAt: z.string(),
  keysAt: z.string(),
  suspendedAt: z.string().nullable(),
});

export class MachineClientView extends createZodDto(view) {}
export class MachineClientPage extends createZodDto(
  z.strictObject({ data: z.array(view), nextCursor: z.string().nullable() }),
) {}

export const machineClientView = (record: MachineClientRecord): MachineClientView => ({
  clientId: record.clientId,
  orgNumber: record.orgNumber,
  scopes: [...record.scopes],
  keys: record.keys.map(({ kid, alg }) => ({ kid, alg })),
  registeredAt: record.registeredAt,
  keysAt: record.keysAt,
  suspendedAt: record.suspendedAt,
});

export const machineClientExample: MachineClientView = {
  clientId: 'mcl_01jx8m2v7k3q5n9r4t6w8y0z2b',
  orgNumber: '960474341',
  scopes: ['bi:kull/certificates.read', 'bi:kull/receipts.write'],
  keys: [{ kid: 'lf-2026', alg: 'ES256' }],
  registeredAt: '2026-07-01T08:00:00.000Z',
  keysAt: '2026-07-01T08:00:00.000Z',
  suspendedAt: null,
};
