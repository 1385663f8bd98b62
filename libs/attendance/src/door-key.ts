import { type JwsKey, loadOrCreateJwsKey, signJws } from '@kull/documents';
import type { JSONWebKeySet } from 'jose';
import type { DoorCodePayload } from './domain/door-decision';
import type { DoorRoster } from './domain/door-roster';
import { signedAs } from './domain/door-roster';

/** The key that signs door codes and the rosters of the door. */
export class DoorKey {
  constructor(private readonly key: JwsKey) {}

  /** What codes and rosters are checked with. */
  get jwks(): JSONWebKeySet {
    return { keys: [{ ...this.key.publicJwk, kid: this.key.kid, alg: 'EdDSA', use: 'sig' }] };
  }

  /** The code as compact JWS: the same every time, so that none is kept. */
  signCode({ s, n }: DoorCodePayload): Promise<string> {
    return signJws({ s, n }, this.key, signedAs.code);
  }

  signRoster(roster: DoorRoster): Promise<string> {
    return signJws(roster, this.key, signedAs.roster);
  }
}

/** The door's key kept in `door-key.json` of the folder; made at first use. */
export const loadOrCreateDoorKey = async (folder: string): Promise<DoorKey> =>
  new DoorKey(await loadOrCreateJwsKey(folder, 'door-key.json'));
