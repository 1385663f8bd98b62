import {
  accept,
  type Command,
  type Decider,
  type DomainEvent,
  isSame,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import { areUsableKeys, type PublicKey } from './public-keys';

/** A program of another organisation may log in from now on. */
export type MachineClientRegistered = DomainEvent<
  'MachineClientRegistered',
  {
    readonly clientId: string;
    /** The organisation that it acts for. */
    readonly orgNumber: string;
    readonly scopes: readonly string[];
    readonly jwks: readonly PublicKey[];
  }
>;

/** These keys count from now on, and no others. */
export type MachineClientKeyReplaced = DomainEvent<
  'MachineClientKeyReplaced',
  { readonly clientId: string; readonly jwks: readonly PublicKey[] }
>;

/** It may not log in any more, and the tokens that it has are good for nothing. */
export type MachineClientSuspended = DomainEvent<'MachineClientSuspended', { readonly clientId: string }>;

export type MachineClientEvent = MachineClientRegistered | MachineClientKeyReplaced | MachineClientSuspended;

export type RegisterMachineClient = Command<'RegisterMachineClient', MachineClientRegistered['data']>;
export type ReplaceMachineClientKeys = Command<'ReplaceMachineClientKeys', MachineClientKeyReplaced['data']>;
export type SuspendMachineClient = Command<'SuspendMachineClient', MachineClientSuspended['data']>;
export type MachineClientCommand = RegisterMachineClient | ReplaceMachineClientKeys | SuspendMachineClient;

/**
 * - `MACHINE_CLIENT_UNKNOWN`: nobody was registered under that id.
 * - `MACHINE_CLIENT_SUSPENDED`: for good; a new client is registered instead.
 * - `KEYS_UNUSABLE`: no key, two of one name, or one that is not P-256, Ed25519 or RSA of 2048 bits.
 */
export type MachineClientRejection = Rejection<'MACHINE_CLIENT_UNKNOWN' | 'MACHINE_CLIENT_SUSPENDED' | 'KEYS_UNUSABLE'>;

export type MachineClientState =
  | { readonly status: 'unknown' }
  | { readonly status: 'active'; readonly jwks: readonly PublicKey[] }
  | { readonly status: 'suspended' };

/** A program that logs in by a key of its own. */
export const machineClient: Decider<
  MachineClientState,
  MachineClientCommand,
  MachineClientEvent,
  MachineClientRejection
> = {
  category: 'machine-client',
  initial: { status: 'unknown' },

  decide: (state, command) => {
    if (command.type === 'RegisterMachineClient') {
      if (state.status !== 'unknown') return nothing;
      if (!areUsableKeys(command.data.jwks)) return reject({ code: 'KEYS_UNUSABLE' });
      return accept({ type: 'MachineClientRegistered', data: command.data });
    }
    if (state.status === 'unknown') return reject({ code: 'MACHINE_CLIENT_UNKNOWN' });
    switch (command.type) {
      case 'ReplaceMachineClientKeys':
        if (state.status === 'suspended') return reject({ code: 'MACHINE_CLIENT_SUSPENDED' });
        if (!areUsableKeys(command.data.jwks)) return reject({ code: 'KEYS_UNUSABLE' });
        if (isSame(state.jwks, command.data.jwks)) return nothing;
        return accept({ type: 'MachineClientKeyReplaced', data: command.data });
      case 'SuspendMachineClient':
        return state.status === 'suspended' ? nothing : accept({ type: 'MachineClientSuspended', data: command.data });
    }
  },

  evolve: (_, { type, data }) => {
    switch (type) {
      case 'MachineClientRegistered':
      case 'MachineClientKeyReplaced':
        return { status: 'active', jwks: data.jwks };
      case 'MachineClientSuspended':
        return { status: 'suspended' };
    }
  },
};
