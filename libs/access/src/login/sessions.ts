import { createHash } from 'node:crypto';
import { EventStore } from '@kull/event-store';
import type { Principal } from '@kull/http';
import { Injectable } from '@nestjs/common';
import { GRANTS_OF_A, type GrantRow } from '../accounts/accounts.query';
import { newSecret, secretHash } from './browser-secret';
import type { LoggedOut } from './open-id-login';

/** Whom a session is of: a person, or an account by its code. */
export interface Holder {
  readonly knows: 'person' | 'account';
  readonly holder: string;
}

interface NewSession extends Holder {
  readonly login: string;
  readonly subject: string;
  readonly providerSession?: string;
}

interface Row {
  readonly knows: Holder['knows'];
  readonly holder: string;
  readonly suspended: boolean;
  readonly roles: readonly GrantRow[] | null;
}

/** reliability.md 6. Of the machine's time: a demonstration whose clock is moved logs nobody out. */
const IDLE_MINUTES = 30;
const WHOLE_MINUTES = 120;

const BEGIN = `
  with gone as (delete from access.session where started_at < now() - make_interval(mins => $7))
  insert into access.session (id_hash, login, subject_hash, provider_session, knows, holder)
  values ($1, $2, $3, $4, $5, $6)`;

/** Noted as seen twice a minute at most, so that reading costs no write; not at all when nobody need be there to ask. */
const PRINCIPAL = `
  with alive as (select id_hash, knows, holder, seen_at from access.session
                  where id_hash = $1 and seen_at > now() - make_interval(mins => $2)
                    and started_at > now() - make_interval(mins => $3)),
       seen as (update access.session s set seen_at = now()
                  from alive where $4 and s.id_hash = alive.id_hash and alive.seen_at < now() - interval '30 seconds')
  select s.knows, s.holder, a.suspended_at is not null as suspended,
         case when a.account is not null then ${GRANTS_OF_A} end as roles
    from alive s
    left join account_v1 a on s.knows = 'account' and a.account = s.holder`;

const subjectHash = (login: string, subject: string): Buffer =>
  createHash('sha256').update(`${login}\u0000${subject}`).digest();

const principalOf = ({ knows, holder, suspended, roles }: Row): Principal | undefined => {
  if (knows === 'person') return { actor: holder, roles: ['student'] };
  if (suspended || roles === null) return undefined;
  const orgNumber = roles.find(({ org_number }) => org_number !== null)?.org_number;
  const classesAs = Object.fromEntries(roles.map((one) => [one.role, one.classes]));
  return { actor: holder, roles: roles.map(({ role }) => role), classesAs, ...(orgNumber && { orgNumber }) };
};

/** Who is logged in, in PostgreSQL: any process knows it, and knows at once when it is over. */
@Injectable()
export class Sessions {
  constructor(private readonly events: EventStore) {}

  /** Begins a session and gives what the browser has to hold. Always a new one: nothing planted before can be it (S09). */
  async begin({ login, subject, providerSession, knows, holder }: NewSession): Promise<string> {
    const secret = newSecret();
    await this.events.query(BEGIN, [
      secretHash(secret),
      login,
      subjectHash(login, subject),
      providerSession ?? null,
      knows,
      holder,
      WHOLE_MINUTES,
    ]);
    return secret;
  }

  /**
   * Who holds this, with the roles that they have now: a role that is withdrawn is gone at the next request. Being asked
   * by somebody keeps a session alive; what a browser asks by itself (`isSeen` false) does not.
   */
  async principal(secret: string | undefined, isSeen = true): Promise<Principal | undefined> {
    const hash = secretHash(secret);
    if (!hash) return undefined;
    const [row] = await this.events.query<Row>(PRINCIPAL, [hash, IDLE_MINUTES, WHOLE_MINUTES, isSeen]);
    return row && principalOf(row);
  }

  /** Ends a session; gives the way in which it began, undefined when it was over already. */
  async end(secret: string | undefined): Promise<string | undefined> {
    const hash = secretHash(secret);
    if (!hash) return undefined;
    const [row] = await this.events.query<{ readonly login: string }>(
      'delete from access.session where id_hash = $1 returning login',
      [hash],
    );
    return row?.login;
  }

  /** Ends every session of an account. */
  async endOf(account: string): Promise<void> {
    await this.events.query(`delete from access.session where knows = 'account' and holder = $1`, [account]);
  }

  /** Ends what a logout at the provider is about: the one session of theirs that it names, or all of this subject. */
  async endAt(login: string, { subject, providerSession }: LoggedOut): Promise<void> {
    await this.events.query(
      `delete from access.session
        where login = $1 and ($2::bytea is null or subject_hash = $2) and ($3::text is null or provider_session = $3)`,
      [login, subject === undefined ? null : subjectHash(login, subject), providerSession ?? null],
    );
  }
}
