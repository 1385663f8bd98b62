import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { KullClient } from '../service/client';

const role = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('administrator') }),
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

const anything = z.looseObject({});
const offered = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

/** Lets the staff of a file log in, each in the way that the file names; a way that the service does not have is left out. */
export const openAccounts = async (client: KullClient, file: string): Promise<void> => {
  const all = accounts.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ways = new Set((await client.get('/v1/logins', offered)).data.map(({ id }) => id));
  const staff = all.filter(({ login }) => ways.has(login));
  if (staff.length === 0) return;
  const rows = staff.map(({ code, name, email, language }) => `${code};${name};${email};;${language}`);
  const csv = Buffer.from(['code;name;email;phone;language', ...rows, ''].join('\r\n'));
  await client.post('/v1/staff-imports', { csv }, 'open-accounts', anything);
  for (const { code, login, loginName, role: granted } of staff) {
    const at = `/v1/accounts/${code}`;
    await client.put(at, { json: JSON.stringify({ login, name: loginName }) }, anything);
    await client.post(`${at}/roles`, { json: JSON.stringify(granted) }, 'open-accounts', anything);
  }
};
