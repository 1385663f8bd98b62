import type { ReadModel, Recorded } from '@kull/event-store';
import type { AccountEvent } from './account';

type AccountFact = {
  [Type in AccountEvent['type']]: Recorded<Extract<AccountEvent, { readonly type: Type }>>;
}[AccountEvent['type']];

/** What a page of events leaves of each account, and of each role of one: a page may hold several changes of one. */
interface Left {
  readonly names: Map<string, { readonly login: string; readonly fingerprint: string }>;
  readonly suspended: Map<string, string | null>;
  readonly roles: Map<string, { readonly role: string; readonly granted: boolean; readonly orgNumber?: string }>;
}

const roleKey = (account: string, role: string): string => `${role} ${account}`;

const left = (facts: readonly AccountFact[]): Left => {
  const found: Left = { names: new Map(), suspended: new Map(), roles: new Map() };
  for (const { type, data, occurredAt } of facts) {
    const { account } = data;
    switch (type) {
      case 'AccountOpened':
      case 'LoginReplaced':
        found.names.set(account, { login: data.login, fingerprint: data.fingerprint });
        break;
      case 'RoleGranted':
        found.roles.set(roleKey(account, data.role), {
          role: data.role,
          granted: true,
          ...(data.role === 'association' && { orgNumber: data.orgNumber }),
        });
        break;
      case 'RoleWithdrawn':
        found.roles.set(roleKey(account, data.role), { role: data.role, granted: false });
        break;
      case 'AccountSuspended':
        found.suspended.set(account, occurredAt);
        break;
      case 'AccountReinstated':
        found.suspended.set(account, null);
        break;
    }
  }
  return found;
};

const accountIn = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** Who may log in as what: asked at every request of a session, so inline. */
export const accountReadModel: ReadModel = {
  name: 'account',
  version: 1,
  mode: 'inline',
  handles: ['AccountOpened', 'LoginReplaced', 'RoleGranted', 'RoleWithdrawn', 'AccountSuspended', 'AccountReinstated'],
  tables: ['account_v1', 'account_role_v1'],
  whose: {
    account_v1: { staff: 'who may log in as what' },
    account_role_v1: { staff: 'who may log in as what' },
  },
  create: `
    create table account_v1 (
      account      text primary key,
      login        text not null,
      fingerprint  text not null,
      suspended_at timestamptz
    );
    create index account_v1_by_name on account_v1 (login, fingerprint);
    create table account_role_v1 (
      account    text not null,
      role       text not null,
      org_number text,
      primary key (account, role)
    );`,
  apply: async (events, tx) => {
    const { names, suspended, roles } = left(events as readonly AccountFact[]);
    await tx.query(
      `insert into account_v1 (account, login, fingerprint)
       select account, login, fingerprint from jsonb_to_recordset($1::jsonb) as r (account text, login text, fingerprint text)
       on conflict (account) do update set login = excluded.login, fingerprint = excluded.fingerprint`,
      [JSON.stringify([...names].map(([account, name]) => ({ account, ...name })))],
    );
    await tx.query(
      `update account_v1 a set suspended_at = r.at
         from unnest($1::text[], $2::timestamptz[]) as r (account, at) where a.account = r.account`,
      [[...suspended.keys()], [...suspended.values()]],
    );
    const all = [...roles].map(([key, one]) => ({ account: accountIn(key), ...one }));
    const withdrawn = all.filter(({ granted }) => !granted);
    await tx.query(
      `delete from account_role_v1 a using unnest($1::text[], $2::text[]) as r (account, role)
        where a.account = r.account and a.role = r.role`,
      [withdrawn.map(({ account }) => account), withdrawn.map(({ role }) => role)],
    );
    const granted = all.filter((one) => one.granted);
    await tx.query(
      `insert into account_role_v1 (account, role, org_number)
       select * from unnest($1::text[], $2::text[], $3::text[])
       on conflict (account, role) do update set org_number = excluded.org_number`,
      [
        granted.map(({ account }) => account),
        granted.map(({ role }) => role),
        granted.map(({ orgNumber }) => orgNumber ?? null),
      ],
    );
  },
};
