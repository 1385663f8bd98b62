import {
  accept,
  type Command,
  type Decider,
  type Decision,
  type Instant,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import type { SigningKeyActivated, SigningKeyEvent, SigningKeyRevoked } from './signing-key.events';

/** What the log knows of the keys of one use. The ring's first key is in force without having been activated. */
export interface SigningKeyRecord {
  readonly activated: readonly Omit<SigningKeyActivated['data'], 'use'>[];
  readonly revoked: readonly Omit<SigningKeyRevoked['data'], 'use'>[];
}

/** Lets a key of the ring sign from now on. */
export type ActivateSigningKey = Command<'ActivateSigningKey', SigningKeyActivated['data']>;

/** Withdraws a key. `firstKid` is the ring's first key, which the log may not have heard of. */
export type RevokeSigningKey = Command<'RevokeSigningKey', SigningKeyRevoked['data'] & { readonly firstKid: string }>;

export type SigningKeyCommand = ActivateSigningKey | RevokeSigningKey;

/**
 * - `SECOND_APPROVER_REQUIRED`: nobody withdraws a key alone.
 * - `KEY_ACTIVE`: the key signs; another one is activated first, so that there always is one.
 * - `KEY_REVOKED`: what is revoked, stays revoked.
 * - `COMPROMISED_IN_FUTURE`: a key cannot have been lost later than now.
 */
export type SigningKeyRejection = Rejection<
  'SECOND_APPROVER_REQUIRED' | 'KEY_ACTIVE' | 'KEY_REVOKED' | 'COMPROMISED_IN_FUTURE'
>;

type Decided = Decision<SigningKeyEvent, SigningKeyRejection>;

const noKeys: SigningKeyRecord = { activated: [], revoked: [] };

/** The revocation of a key, or undefined when it was not revoked. */
export const revocationOf = ({ revoked }: SigningKeyRecord, kid: string) => revoked.find((one) => one.kid === kid);

/** The key that signs now. */
export const activeKid = ({ activated }: SigningKeyRecord, firstKid: string): string =>
  activated.at(-1)?.kid ?? firstKid;

/**
 * The key that something dated then is signed with, whenever it is asked for: the one that was active then, so that the
 * same thing has the same bytes; once that one is revoked, the one that is active now.
 */
export const kidFor = (record: SigningKeyRecord, firstKid: string, dated: Instant): string => {
  const then = record.activated.findLast(({ at }) => at <= dated)?.kid ?? firstKid;
  return revocationOf(record, then) ? activeKid(record, firstKid) : then;
};

const activate = (state: SigningKeyRecord, data: SigningKeyActivated['data']): Decided => {
  if (revocationOf(state, data.kid)) return reject({ code: 'KEY_REVOKED' });
  if (state.activated.at(-1)?.kid === data.kid) return nothing;
  return accept({ type: 'SigningKeyActivated', data });
};

const revoke = (state: SigningKeyRecord, { firstKid, ...data }: RevokeSigningKey['data']): Decided => {
  const { kid, at, compromisedSince, recordedBy, approvedBy } = data;
  if (approvedBy === '' || approvedBy === recordedBy) return reject({ code: 'SECOND_APPROVER_REQUIRED' });
  if (revocationOf(state, kid)) return reject({ code: 'KEY_REVOKED' });
  if (activeKid(state, firstKid) === kid) return reject({ code: 'KEY_ACTIVE' });
  if (compromisedSince !== undefined && compromisedSince > at) return reject({ code: 'COMPROMISED_IN_FUTURE' });
  return accept({ type: 'SigningKeyRevoked', data });
};

/** Which key of a use signs, and which may not be trusted any more. */
export const signingKeys: Decider<SigningKeyRecord, SigningKeyCommand, SigningKeyEvent, SigningKeyRejection> = {
  category: 'signing-keys',
  initial: noKeys,
  decide: (state, command) => {
    switch (command.type) {
      case 'ActivateSigningKey':
        return activate(state, command.data);
      case 'RevokeSigningKey':
        return revoke(state, command.data);
    }
  },
  evolve: (state, { type, data }) => {
    switch (type) {
      case 'SigningKeyActivated':
        return { ...state, activated: [...state.activated, data] };
      case 'SigningKeyRevoked':
        return { ...state, revoked: [...state.revoked, data] };
    }
  },
};
