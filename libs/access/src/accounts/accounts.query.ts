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
  readonly roles: readonly GrantRow[];
}

/** A role as `GRANTS_OF` gives it. */
export interface GrantRow {
  readonly role: GrantedRole['role'];
  readonly org_number: string | null;
  readonly classes: readonly string[];
}

/** The roles of the account `a`, as one JSON array. */
export const GRANTS_OF_A = `
  coalesce((select jsonb_agg(jsonb_build_object(
                     'role', r.role, 'org_number', r.org_number,
                     'classes', array(select c.class_id from account_class_v1 c
                                       where c.account = r.account and c.role = r.role order by c.class_id)) order by r.role)
              from account_role_v1 r where r.account = a.account), '[]'::jsonb)`;

const grantOf = ({ role, org_number, classes }: GrantRow): GrantedRole => {
  switch (role) {
    case 'association':
      return { role, orgNumber: org_number! };
    case 'coordinator':
    case 'teacher':
      return { role, classes };
    case 'administrator':
    case 'assessor':
    case 'grader':
    case 'auditor':
      return { role };
  }
};

const recordOf = ({ account, login, suspended_at, roles }: Row): AccountRecord => ({
  account,
  login,
  roles: roles.map(grantOf),
  suspendedAt: suspended_at?.toISOString() ?? null,
});

const ACCOUNT = `select account, login, suspended_at, ${GRANTS_OF_A} as roles from account_v1 a`;

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
