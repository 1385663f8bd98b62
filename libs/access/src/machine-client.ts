import type { JWK } from 'jose';

/** A program of another organisation that may log in. */
export interface MachineClient {
  readonly clientId: string;
  /** The organisation that it acts for: nine digits. */
  readonly orgNumber: string;
  readonly scopes: readonly string[];
  /** The public keys that its assertions are checked with. */
  readonly keys: readonly JWK[];
  readonly suspended: boolean;
}

/** Who may log in as a machine. Held by a context: access keeps no log. */
export abstract class MachineClientDirectory {
  abstract find(clientId: string): Promise<MachineClient | undefined>;
}
