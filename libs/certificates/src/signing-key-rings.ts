import { type KeyByUse, type KeyRings, type KeyUse, keyRingsIn, keyUses, type RingKey } from '@kull/documents';
import { EventStore, type Recorded } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import type { KeyStanding, SigningKeys } from './contracts';
import { activeKid, kidFor, revocationOf, type SigningKeyRecord, signingKeys } from './domain/signing-key';
import type { SigningKeyRevoked } from './domain/signing-key.events';
import type { DoubtfulSince } from './read-models/issued-version.query';

/** A key with how it stands. */
export interface KnownKey {
  readonly standing: KeyStanding;
  readonly ringKey: RingKey<unknown>;
  readonly isFirst: boolean;
}

const standingOf = (
  use: KeyUse,
  { kid, fingerprint }: RingKey<unknown>,
  record: SigningKeyRecord,
  firstKid: string,
): KeyStanding => {
  const activatedAt = record.activated.find((one) => one.kid === kid)?.at;
  const revoked = revocationOf(record, kid);
  const unrevoked = activeKid(record, firstKid) === kid ? 'ACTIVE' : 'RETIRED';
  return {
    use,
    kid,
    fingerprint,
    state: revoked ? 'REVOKED' : unrevoked,
    ...(activatedAt !== undefined && { activatedAt }),
    ...(revoked && {
      revokedAt: revoked.at,
      reasonCode: revoked.reasonCode,
      ...(revoked.compromisedSince !== undefined && { compromisedSince: revoked.compromisedSince }),
    }),
  };
};

/** The keys of the folder, and what the log says of them: the folder holds secrets, the log decides which one signs. */
export class SigningKeyRings implements SigningKeys {
  private readonly rings: KeyRings;

  constructor(
    private readonly events: EventStore,
    keysFolder: string,
  ) {
    this.rings = keyRingsIn(keysFolder);
  }

  async active<Use extends KeyUse>(use: Use): Promise<RingKey<KeyByUse[Use]>> {
    const [first, record] = await this.stateOf(use);
    return this.found(use, activeKid(record, first.kid));
  }

  /** The key that something dated then is signed with, whenever it is asked for. */
  async keyFor<Use extends KeyUse>(use: Use, dated: Instant): Promise<RingKey<KeyByUse[Use]>> {
    const [first, record] = await this.stateOf(use);
    return this.found(use, kidFor(record, first.kid, dated));
  }

  all<Use extends KeyUse>(use: Use): Promise<readonly RingKey<KeyByUse[Use]>[]> {
    return this.rings[use].all();
  }

  /** Adds a key to the ring; the same name is the same key. It signs nothing before it is activated. */
  add(use: KeyUse, name: string): Promise<RingKey<unknown>> {
    return this.rings[use].add(name);
  }

  async keyStanding(fingerprint: string): Promise<KeyStanding | undefined> {
    return (await this.find(fingerprint))?.standing;
  }

  /** The key with this fingerprint or kid, of whatever use. */
  async find(name: string): Promise<KnownKey | undefined> {
    return (await this.list()).find(({ standing }) => standing.fingerprint === name || standing.kid === name);
  }

  /** Every key of every use, the oldest of each use first. A key that was added and never activated is none yet. */
  async list(): Promise<readonly KnownKey[]> {
    const known = await Promise.all(
      keyUses.map(async (use) => {
        const [first, record] = await this.stateOf(use);
        const activated = new Set([first.kid, ...record.activated.map(({ kid }) => kid)]);
        return (await this.all(use))
          .filter(({ kid }) => activated.has(kid))
          .map((ringKey) => ({
            standing: standingOf(use, ringKey, record, first.kid),
            ringKey,
            isFirst: ringKey.kid === first.kid,
          }))
          .sort((a, b) => (a.standing.activatedAt ?? '').localeCompare(b.standing.activatedAt ?? ''));
      }),
    );
    return known.flat();
  }

  /** From where in the log on what the key signed is doubtful; undefined while it is trusted. */
  async doubtfulSince({ use, kid }: KeyStanding): Promise<DoubtfulSince | undefined> {
    const stream = await this.events.readStream(`${signingKeys.category}-${use}`);
    const revoked = stream.find(
      (event): event is Recorded<SigningKeyRevoked> =>
        event.type === 'SigningKeyRevoked' && (event.data as SigningKeyRevoked['data']).kid === kid,
    );
    if (!revoked) return undefined;
    const { compromisedSince } = revoked.data;
    return { position: revoked.position, ...(compromisedSince !== undefined && { recordedAt: compromisedSince }) };
  }

  private async stateOf<Use extends KeyUse>(use: Use): Promise<[RingKey<unknown>, SigningKeyRecord]> {
    const [first, { state }] = await Promise.all([this.rings[use].first(), this.events.load(signingKeys, use)]);
    return [first, state];
  }

  private async found<Use extends KeyUse>(use: Use, kid: string): Promise<RingKey<KeyByUse[Use]>> {
    const key = await this.rings[use].find(kid);
    if (!key) throw new Error(`the key ${kid} (${use}) is not in the folder of this process`);
    return key;
  }
}
