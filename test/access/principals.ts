import { Sessions } from '@kull/access/login/sessions';
import { OAUTH_SETTINGS, type OAuthSettings } from '@kull/access/oauth/oauth-settings';
import { signJws } from '@kull/documents';
import { EventStore } from '@kull/event-store';
import { testKey } from '../../libs/access/test-model/forged';
import type { TestApi } from '../harness/api';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { machineToken } from '../harness/machine';
import type { Line, Subject } from './matrix';
import type { World } from './world';

/** Somebody, or something, that asks. */
export interface Asker {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty: nobody that is let in. */
  readonly roles: readonly string[];
  /** Of a machine: what its token is good for. */
  readonly scopes?: readonly string[];
  /** Whether a thing is theirs, by the name that the world gives it. */
  theirs(subject: Subject, thing: string): boolean;
}

const BASE = { 'sec-fetch-site': 'same-origin' };
/** What is over is whose it was. */
const owned = (thing: string, owner: string): string => (thing === 'gone' ? owner : thing);
const nothing = () => false;
const everything = () => true;
/** Of the association: lists by class are narrowed to what is meant for it, so that any class may be asked about. */
const ofRecipient = (export_: string) => (subject: Subject, thing: string) =>
  subject === 'certificate'
    ? export_ === 'ours' && thing !== 'none'
    : subject === 'class' || owned(thing, 'ours') === export_;

const scopes = {
  read: 'bi:kull/certificates.read',
  receipts: 'bi:kull/receipts.write',
  webhooks: 'bi:kull/webhooks.write',
} as const;

/** Everybody of reliability.md 5.1. */
export const askersIn = async (api: TestApi, { things, persons }: World): Promise<readonly Asker[]> => {
  const classX = things.class.X!.id;
  const classY = things.class.Y!.id;
  const cookie = (value: string) => ({ ...BASE, cookie: value });
  const bearer = (authorization: string) => ({ authorization });
  const account = async (...[code, grant]: readonly [string, Parameters<typeof loggedInAccount>[2]]) =>
    cookie(await loggedInAccount(api, code, grant));
  const nobody = (name: string, headers: Asker['headers']): Asker => ({ name, headers, roles: [], theirs: nothing });

  const over = await loggedInPerson(api, persons.A);
  await api.app.get(Sessions).end(over.slice('kull-session='.length));
  const suspended = await account('sus', { role: 'administrator' });
  const expired = await loggedInAccount(api, 'exp', { role: 'administrator' });
  const events = api.app.get(EventStore, { strict: false });
  await events.query(`update access.session set seen_at = seen_at - interval '31 minutes' where holder = 'exp'`);
  await events.query(`update read.account_v1 set suspended_at = now() where account = 'sus'`);

  const machine = async (name: string, orgNumber: string, granted: readonly string[]) =>
    bearer(await machineToken(api, await testKey('ES256', name), { orgNumber, scopes: granted, issuer: ISSUER }));
  const all = Object.values(scopes);
  const { issuer, audience, key } = api.app.get<OAuthSettings>(OAUTH_SETTINGS, { strict: false });
  const reader = await machine('m1', '960474341', all);
  const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
  const claims = claimsOf(reader.authorization!);
  const forged = async (change: object, type = 'at+jwt') =>
    bearer(`Bearer ${await signJws({ ...claims, iss: issuer, aud: audience, ...change }, key, type)}`);

  return [
    nobody('anonymous', {}),
    nobody('expired session', cookie(expired)),
    nobody('logged-out session', cookie(over)),
    nobody('suspended administrator', suspended),
    nobody('client, wrong aud', await forged({ aud: 'https://other.example/api' })),
    nobody('client, expired', await forged({ iat: claims.iat - 900, exp: claims.iat - 600 })),
    nobody('our own ID token', await forged({ aud: 'kull' }, 'JWT')),
    {
      name: 'student A',
      headers: cookie(await loggedInPerson(api, persons.A)),
      roles: ['student'],
      theirs: (_, thing) => owned(thing, 'A') === 'A',
    },
    {
      name: 'student B',
      headers: cookie(await loggedInPerson(api, persons.B)),
      roles: ['student'],
      theirs: (_, thing) => owned(thing, 'A') === 'B',
    },
    {
      name: 'coordinator of X',
      headers: await account('cox', { role: 'coordinator', classes: [classX] }),
      roles: ['coordinator'],
      theirs: (_, thing) => owned(thing, 'X') === 'X',
    },
    {
      name: 'coordinator of Y',
      headers: await account('coy', { role: 'coordinator', classes: [classY] }),
      roles: ['coordinator'],
      theirs: (_, thing) => owned(thing, 'X') === 'Y',
    },
    {
      name: 'teacher of X',
      headers: await account('tex', { role: 'teacher', classes: [classX] }),
      roles: ['teacher'],
      theirs: (_, thing) => owned(thing, 'X') === 'X',
    },
    { name: 'assessor', headers: await account('ass', { role: 'assessor' }), roles: ['assessor'], theirs: everything },
    { name: 'grader', headers: await account('gra', { role: 'grader' }), roles: ['grader'], theirs: everything },
    { name: 'auditor', headers: await account('aud', { role: 'auditor' }), roles: ['auditor'], theirs: nothing },
    {
      name: 'association, desk',
      headers: await account('dsk', { role: 'association', orgNumber: '960474341' }),
      roles: ['association'],
      theirs: ofRecipient('ours'),
    },
    { name: 'client', headers: reader, roles: ['association'], scopes: all, theirs: ofRecipient('ours') },
    {
      name: 'client, only receipts',
      headers: await machine('m2', '960474341', [scopes.receipts]),
      roles: ['association'],
      scopes: [scopes.receipts],
      theirs: ofRecipient('ours'),
    },
    {
      name: 'client, only webhooks',
      headers: await machine('m3', '960474341', [scopes.webhooks]),
      roles: ['association'],
      scopes: [scopes.webhooks],
      theirs: ofRecipient('ours'),
    },
    {
      name: 'client, other consumer',
      headers: await machine('m4', '987654321', all),
      roles: ['association'],
      scopes: all,
      theirs: ofRecipient('others'),
    },
    {
      name: 'administrator',
      headers: await account('adm', { role: 'administrator' }),
      roles: ['administrator'],
      theirs: everything,
    },
    { name: 'operator', headers: bearer(api.authorization), roles: ['administrator'], theirs: everything },
  ];
};

export const ISSUER = 'http://kull.test';

/** What a machine's token must be good for on a line that allows `association`, `association/receipts`, …; else undefined. */
export const scopeOn = (may: readonly string[]): string | undefined => {
  const machine = may.find((one) => one.startsWith('association'));
  if (machine === undefined) return undefined;
  const [, name = 'read'] = machine.split('/');
  return scopes[name as keyof typeof scopes];
};

/** Whether the line lets somebody like that ask. */
export const mayAsk = ({ may }: Line, { roles, scopes }: Asker): boolean =>
  may.some((one) => roles.includes(one.split('/')[0]!)) && (scopes?.includes(scopeOn(may)!) ?? true);
