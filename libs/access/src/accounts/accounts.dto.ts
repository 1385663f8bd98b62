import { classRoles } from '@kull/http';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { plainRoles } from './account';
import type { AccountRecord } from './accounts.query';

/** A name at a log-in: what `KULL_LOGINS` calls the log-in, and what its claim says of this person. */
export class OpenAccountBody extends createZodDto(
  z.strictObject({
    login: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
    name: z.string().trim().min(1).max(200),
  }),
) {}

const roleName = z.enum([...plainRoles, 'association', ...classRoles]);
const isClassRole = (role: string): boolean => classRoles.some((one) => one === role);

/** `orgNumber`: whom the association's desk acts for. `classes`: the ids of a coordinator's or teacher's classes. */
export class GrantRoleBody extends createZodDto(
  z
    .strictObject({
      role: roleName,
      orgNumber: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      classes: z.array(z.string().min(1).max(64)).min(1).max(200).optional(),
    })
    .refine(({ role, orgNumber }) => (role === 'association') === (orgNumber !== undefined), {
      path: ['orgNumber'],
      message: 'association has an organisation number, no other role has one',
    })
    .refine(({ role, classes }) => isClassRole(role) === (classes !== undefined), {
      path: ['classes'],
      message: 'coordinator and teacher have classes, no other role has',
    }),
) {}

export class WithdrawRoleBody extends createZodDto(z.strictObject({ role: roleName })) {}

const view = z.strictObject({
  account: z.string(),
  login: z.string(),
  roles: z.array(
    z.strictObject({ role: z.string(), orgNumber: z.string().optional(), classes: z.array(z.string()).optional() }),
  ),
  suspendedAt: z.string().nullable(),
});

export class AccountView extends createZodDto(view) {}
export class AccountPage extends createZodDto(
  z.strictObject({ data: z.array(view), nextCursor: z.string().nullable() }),
) {}

export const accountView = ({ roles, ...record }: AccountRecord): AccountView => ({
  ...record,
  roles: roles.map((one) => ('classes' in one ? { ...one, classes: [...one.classes] } : one)),
});

export const accountExample: AccountView = {
  account: 'khe',
  login: 'feide',
  roles: [{ role: 'administrator' }],
  suspendedAt: null,
};
