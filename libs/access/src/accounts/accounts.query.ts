import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { GrantedRole, LoginName } from './account';

/** An account as the office sees it. */
export interface AccountRecord {
  readonly account: string;
  /** Where its owner logs in. */
  readonly login: string;
  readonly roles: readonly GrantedRole[];
  readonly suspendedAt: Instant | null;
}

interface Row {
  readonly account: string;
  readonly login: string;
  readonly suspended_at: Date | null;
  readonly roles: readonly { readonly role: GrantedRole['role']; readonly org_number: string | null }[];
}

const recordOf = ({ account, login, suspended_at, roles }: Row): AccountRecord => ({
  account,
  login,
  roles: roles.map(({ role, org_number }) => (role === 'association' ? { role, orgNumber: org_number! } : { role })),
  suspendedAt: suspended_at?.toISOString() ?? null,
});

const ACCOUNT = `
  select account, login, suspended_at,
         coalesce((select jsonb_agg(jsonb_build_object('role', role, 'org_number', org_number) order by role)
                     from account_role_v1 r where r.account = a.account), '[]'::jsonb) as roles
    from account_v1 a`;

/** Looks up who may log in as what. */
@Injectable()
export class AccountQueries {
  constructor(private readonly events: EventStore) {}

  async find(account: string): Promise<AccountRecord | undefined> {
    const [row] = await this.events.query<Row>(`${ACCOUNT} where account = $1`, [account]);
    return row && recordOf(row);
  }

  /** The account that a name at a log-in leads to. */
  async named({ login, fingerprint }: LoginName): Promise<AccountRecord | undefined> {
    const [row] = await this.events.query<Row>(`${ACCOUNT} where login = $1 and fingerprint = $2`, [
      login,
      fingerprint,
    ]);
    return row && recordOf(row);
  }

  /** The accounts behind the one last seen, in order of code. */
  async page(after: string, limit: number): Promise<AccountRecord[]> {
    const rows = await this.events.query<Row>(`${ACCOUNT} where account > $1 order by account limit $2`, [
      after,
      limit,
    ]);
    return rows.map(recordOf);
  }
}
