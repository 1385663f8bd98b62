import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { KullClient } from '../service/client';

const classRole = z.strictObject({
  role: z.enum(['coordinator', 'teacher']),
  classes: z.array(z.strictObject({ intake: z.string(), code: z.string() })),
});
const role = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['administrator', 'assessor', 'grader', 'auditor']) }),
  classRole,
  z.strictObject({ role: z.literal('association'), orgNumber: z.string() }),
]);

const accounts = z.array(
  z.looseObject({
    code: z.string(),
    name: z.string(),
    email: z.string(),
    language: z.string(),
    login: z.string(),
    loginName: z.string(),
    role,
  }),
);

type Account = z.infer<typeof accounts>[number];

const planned = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), code: z.string(), intake: z.string().nullable() })),
});
const anything = z.looseObject({});
const offered = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

/** Those of a file who can log in here: a way that the service does not have is left out. */
const staffIn = async (client: KullClient, file: string): Promise<readonly Account[]> => {
  const all = accounts.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ways = new Set((await client.get('/v1/logins', offered)).data.map(({ id }) => id));
  return all.filter(({ login }) => ways.has(login));
};

const give = (client: KullClient, code: string, granted: object): Promise<unknown> =>
  client.post(`/v1/accounts/${code}/roles`, { json: JSON.stringify(granted) }, 'open-accounts', anything);

/** Lets the staff of a file log in, each in the way that the file names. Roles in classes are given by `giveClasses`. */
export const openAccounts = async (client: KullClient, file: string): Promise<void> => {
  const staff = await staffIn(client, file);
  if (staff.length === 0) return;
  const rows = staff.map(({ code, name, email, language }) => `${code};${name};${email};;${language}`);
  const csv = Buffer.from(['code;name;email;phone;language', ...rows, ''].join('\r\n'));
  await client.post('/v1/staff-imports', { csv }, 'open-accounts', anything);
  for (const { code, login, loginName, role: granted } of staff) {
    await client.put(`/v1/accounts/${code}`, { json: JSON.stringify({ login, name: loginName }) }, anything);
    if (!('classes' in granted)) await give(client, code, granted);
  }
};

/** Gives coordinators and teachers of a file their classes, once these have been planned. */
export const giveClasses = async (client: KullClient, file: string): Promise<void> => {
  const { data } = await client.get('/v1/classes?limit=200', planned);
  for (const { code, role: granted } of await staffIn(client, file)) {
    if (!('classes' in granted)) continue;
    const own = data.filter((one) =>
      granted.classes.some(({ intake, code: named }) => one.intake === intake && one.code === named),
    );
    await give(client, code, { role: granted.role, classes: own.map(({ id }) => id) });
  }
};
