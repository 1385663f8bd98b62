import type { ClassRole } from '@kull/http';
import {
  accept,
  type Command,
  type Decider,
  type DomainEvent,
  isSame,
  nothing,
  type Rejection,
  reject,
  type SetRule,
} from '@kull/kernel';

/** Roles that say all by their name. */
export const plainRoles = ['administrator', 'assessor', 'grader', 'auditor'] as const;

/**
 * What an account may be used for. Of the association's desk: the organisation whose deliveries it sees. Of coordinators
 * and teachers: the classes that are theirs; a new grant replaces the one before.
 */
export type GrantedRole =
  | { readonly role: (typeof plainRoles)[number] }
  | { readonly role: 'association'; readonly orgNumber: string }
  | { readonly role: ClassRole; readonly classes: readonly string[] };

/** How somebody is known at one way to log in: a keyed fingerprint of the name there, never the name. */
export interface LoginName {
  readonly login: string;
  readonly fingerprint: string;
}

/** Somebody may log in as this member of staff. */
export type AccountOpened = DomainEvent<'AccountOpened', { readonly account: string } & LoginName>;

/** From now on another name at the log-in leads here, and the one before no longer does. */
export type LoginReplaced = DomainEvent<
  'LoginReplaced',
  { readonly account: string; readonly before: LoginName } & LoginName
>;

export type RoleGranted = DomainEvent<'RoleGranted', { readonly account: string } & GrantedRole>;
export type RoleWithdrawn = DomainEvent<
  'RoleWithdrawn',
  { readonly account: string; readonly role: GrantedRole['role'] }
>;

/** Nobody may use the account, until it is reinstated; what it is granted stays. */
export type AccountSuspended = DomainEvent<'AccountSuspended', { readonly account: string }>;
export type AccountReinstated = DomainEvent<'AccountReinstated', { readonly account: string }>;

export type AccountEvent =
  | AccountOpened
  | LoginReplaced
  | RoleGranted
  | RoleWithdrawn
  | AccountSuspended
  | AccountReinstated;

/** `by`: who asks. Nobody changes what they themselves may do. */
type Asked<Data extends object> = Data & { readonly account: string; readonly by: string };

export type OpenAccount = Command<'OpenAccount', Asked<LoginName>>;
export type GrantRole = Command<'GrantRole', Asked<GrantedRole>>;
export type WithdrawRole = Command<'WithdrawRole', Asked<{ readonly role: GrantedRole['role'] }>>;
export type SuspendAccount = Command<'SuspendAccount', Asked<object>>;
export type ReinstateAccount = Command<'ReinstateAccount', Asked<object>>;
export type AccountCommand = OpenAccount | GrantRole | WithdrawRole | SuspendAccount | ReinstateAccount;

/**
 * - `ACCOUNT_UNKNOWN`: nobody may log in as that member of staff.
 * - `LOGIN_TAKEN`: the name at the log-in leads to another account.
 * - `OWN_ACCOUNT`: somebody else has to do it (reliability.md S30).
 */
export type AccountRejection = Rejection<'ACCOUNT_UNKNOWN' | 'LOGIN_TAKEN' | 'OWN_ACCOUNT'>;

export type AccountState =
  | { readonly status: 'unknown' }
  | { readonly status: 'open' | 'suspended'; readonly name: LoginName; readonly roles: readonly GrantedRole[] };

const claimed = ({ login, fingerprint }: LoginName): string => `login:${login}:${fingerprint}`;

const nameIn = ({ login, fingerprint }: LoginName): LoginName => ({ login, fingerprint });

const grantIn = (data: GrantedRole): GrantedRole => {
  switch (data.role) {
    case 'association':
      return { role: data.role, orgNumber: data.orgNumber };
    case 'coordinator':
    case 'teacher':
      return { role: data.role, classes: [...new Set(data.classes)].sort() };
    case 'administrator':
    case 'assessor':
    case 'grader':
    case 'auditor':
      return { role: data.role };
  }
};

/** The account of a member of staff, or of the association's desk, by the code that events name them with. */
export const account: Decider<AccountState, AccountCommand, AccountEvent, AccountRejection> = {
  category: 'account',
  initial: { status: 'unknown' },

  decide: (state, command) => {
    const { account, by } = command.data;
    if (account === by) return reject({ code: 'OWN_ACCOUNT' });
    if (command.type === 'OpenAccount') {
      const name = nameIn(command.data);
      if (state.status === 'unknown') return accept({ type: 'AccountOpened', data: { account, ...name } });
      if (isSame(state.name, name)) return nothing;
      return accept({ type: 'LoginReplaced', data: { account, before: state.name, ...name } });
    }
    if (state.status === 'unknown') return reject({ code: 'ACCOUNT_UNKNOWN' });
    switch (command.type) {
      case 'GrantRole': {
        const grant = grantIn(command.data);
        if (state.roles.some((granted) => isSame(granted, grant))) return nothing;
        return accept({ type: 'RoleGranted', data: { account, ...grant } });
      }
      case 'WithdrawRole': {
        const { role } = command.data;
        if (!state.roles.some((granted) => granted.role === role)) return nothing;
        return accept({ type: 'RoleWithdrawn', data: { account, role } });
      }
      case 'SuspendAccount':
        return state.status === 'suspended' ? nothing : accept({ type: 'AccountSuspended', data: { account } });
      case 'ReinstateAccount':
        return state.status === 'open' ? nothing : accept({ type: 'AccountReinstated', data: { account } });
    }
  },

  evolve: (state, event) => {
    if (event.type === 'AccountOpened') return { status: 'open', name: nameIn(event.data), roles: [] };
    if (state.status === 'unknown') return state;
    switch (event.type) {
      case 'LoginReplaced':
        return { ...state, name: nameIn(event.data) };
      case 'RoleGranted':
        return { ...state, roles: [...without(state.roles, event.data.role), grantIn(event.data)] };
      case 'RoleWithdrawn':
        return { ...state, roles: without(state.roles, event.data.role) };
      case 'AccountSuspended':
        return { ...state, status: 'suspended' };
      case 'AccountReinstated':
        return { ...state, status: 'open' };
    }
  },

  setRules: ({ type, data }): readonly SetRule[] => {
    const holder = data.account;
    switch (type) {
      case 'AccountOpened':
        return [{ kind: 'claim', key: claimed(data), holder }];
      case 'LoginReplaced':
        return [
          { kind: 'free', key: claimed(data.before), holder },
          { kind: 'claim', key: claimed(data), holder },
        ];
      case 'RoleGranted':
      case 'RoleWithdrawn':
      case 'AccountSuspended':
      case 'AccountReinstated':
        return [];
    }
  },

  refusedBy: () => ({ code: 'LOGIN_TAKEN' }),
};

const without = (roles: readonly GrantedRole[], role: GrantedRole['role']): readonly GrantedRole[] =>
  roles.filter((granted) => granted.role !== role);
