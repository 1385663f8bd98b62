import { type Holder, holderPurpose } from '@kull/credits/contracts';
import { type JwsKey, type RingKey, signEs256 } from '@kull/documents';
import { Clock } from '@kull/kernel';
import { People } from '@kull/people';
import type { JWK } from 'jose';
import { issuerDid, openBadge } from './domain/open-badge';
import { encodedList, listOf, statusIndexes } from './domain/status-list';
import { statusListCredential } from './domain/status-list-credential';
import type { CertificateRecord } from './read-models/certificate.query';
import { IssuedVersionQueries } from './read-models/issued-version.query';
import { SigningKeyRings } from './signing-key-rings';

/** What credentials are made with besides the keys. */
export interface CredentialOptions {
  /** The key of the certificate numbers: places in status lists and salts are made with it too, under names of their own. */
  readonly secret: Uint8Array;
  readonly publicUrl: string;
}

/** A key as the document of a `did:web` names it. */
interface VerificationMethod {
  readonly id: string;
  readonly type: 'JsonWebKey';
  readonly controller: string;
  readonly publicKeyJwk: JWK;
  readonly revoked?: string;
}

/** Makes what holders of certificates carry in wallets, and what tells whether it still holds. Stores nothing. */
export class Credentials {
  private readonly did: string;
  private readonly indexes = new Map<number, (place: number) => number>();

  constructor(
    private readonly versions: IssuedVersionQueries,
    private readonly keys: SigningKeyRings,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly options: CredentialOptions,
  ) {
    this.did = issuerDid(options.publicUrl);
  }

  /**
   * The certificate's last version as an Open Badge. The same version has the same bytes, until the key that was active
   * at its date is revoked. Undefined when nothing is kept of the holder any more.
   */
  async openBadge({ number, statement }: CertificateRecord): Promise<string | undefined> {
    const version = await this.versions.latest(number);
    const [holder] = await this.people.open<Holder>([{ sealed: statement.holder, purpose: holderPurpose }]);
    if (!version || !holder?.hprNumber) return undefined;
    const { list, place } = listOf(version.seq);
    const payload = openBadge({
      ...version,
      ...this.options,
      statement,
      hprNumber: holder.hprNumber,
      status: { list, index: this.indexesOf(list)(place) },
    });
    return this.signed(payload, await this.keys.keyFor('BADGE', version.issuedAt));
  }

  /** A status list, signed; undefined when there is no such list. The first one is there from the beginning. */
  async statusList(list: number): Promise<string | undefined> {
    const lists = Math.max(1, listOf(Math.max(1, await this.versions.highest())).list);
    if (!Number.isInteger(list) || list < 1 || list > lists) return undefined;
    const ended = await this.versions.endedIn(list);
    const encoded = encodedList(ended.map(this.indexesOf(list)));
    const payload = statusListCredential(this.options.publicUrl, list, encoded, this.clock.now());
    return this.signed(payload, await this.keys.active('BADGE'));
  }

  /** The document of the issuer's `did:web`: every key that ever signed; for new trust, those that are not revoked. */
  async issuerDocument(): Promise<object> {
    const known = (await this.keys.list()).filter(({ standing }) => standing.use === 'BADGE');
    const methods = known.map(({ standing: { kid, revokedAt }, ringKey }): VerificationMethod => {
      const { key } = ringKey as RingKey<JwsKey>;
      const publicKeyJwk = { ...key.publicJwk, kid, alg: 'ES256', use: 'sig' };
      const method = { id: `${this.did}#${kid}`, type: 'JsonWebKey', controller: this.did, publicKeyJwk } as const;
      return revokedAt === undefined ? method : { ...method, revoked: revokedAt };
    });
    return {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
      id: this.did,
      verificationMethod: methods,
      assertionMethod: methods.filter(({ revoked }) => revoked === undefined).map(({ id }) => id),
    };
  }

  private signed(payload: object, { kid, key }: RingKey<JwsKey>): string {
    return signEs256(payload, key, { typ: 'vc+jwt', cty: 'vc', kid: `${this.did}#${kid}` });
  }

  private indexesOf(list: number): (place: number) => number {
    const known = this.indexes.get(list) ?? statusIndexes(this.options.secret, list);
    this.indexes.set(list, known);
    return known;
  }
}
