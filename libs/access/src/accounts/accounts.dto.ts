import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { AccountRecord } from './accounts.query';

/** A name at a log-in: what `KULL_LOGINS` calls the log-in, and what its claim says of this person. */
export class OpenAccountBody extends createZodDto(
  z.strictObject({
    login: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
    name: z.string().trim().min(1).max(200),
  }),
) {}

const roleName = z.enum(['administrator', 'association']);

/** `orgNumber`: the organisation that the association's desk acts for; no other role has one. */
export class GrantRoleBody extends createZodDto(
  z
    .strictObject({
      role: roleName,
      orgNumber: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
    })
    .refine(({ role, orgNumber }) => (role === 'association') === (orgNumber !== undefined), {
      path: ['orgNumber'],
      message: 'association has an organisation number, no other role has one',
    }),
) {}

export class WithdrawRoleBody extends createZodDto(z.strictObject({ role: roleName })) {}

const view = z.strictObject({
  account: z.string(),
  login: z.string(),
  roles: z.array(z.strictObject({ role: z.string(), orgNumber: z.string().optional() })),
  suspendedAt: z.string().nullable(),
});

export class AccountView extends createZodDto(view) {}
export class AccountPage extends createZodDto(
  z.strictObject({ data: z.array(view), nextCursor: z.string().nullable() }),
) {}

export const accountView = ({ roles, ...record }: AccountRecord): AccountView => ({ ...record, roles: [...roles] });

export const accountExample: AccountView = {
  account: 'khe',
  login: 'feide',
  roles: [{ role: 'administrator' }],
  suspendedAt: null,
};
