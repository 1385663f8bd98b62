import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { readOrCreateSecret } from './kept-file';

/** What anybody may know of a key: enough to verify with. */
export type PublicPart = { readonly jwk: JWK } | { readonly x5c: readonly string[] };

/** A key of a ring, and what it is known by. `key` is secret: never log it. */
export interface RingKey<K> {
  /** Thumbprint (RFC 7638) of a key that signs JSON; of one that signs PDF, its fingerprint. */
  readonly kid: string;
  /** SHA-256, hex: of the certificate where there is one, else the thumbprint. */
  readonly fingerprint: string;
  readonly publicPart: PublicPart;
  readonly key: K;
}

/** How the keys of a ring are kept: the first in `<name><ending>`, as before there were rings, each later one beside it. */
export interface KeyKind<K> {
  readonly name: string;
  readonly ending: '.pem' | '.json';
  make(): Promise<string>;
  read(text: string): Promise<RingKey<K>>;
}

/**
 * All keys of one use in a folder. Keys are added and never taken away: what one of them signed is verified with it for
 * ever. Which of them is active is not for the folder to say.
 */
export class KeyRing<K> {
  private readonly known = new Map<string, Promise<RingKey<K>>>();

  constructor(
    private readonly folder: string,
    private readonly kind: KeyKind<K>,
  ) {}

  /** The oldest key; made at first use. */
  first(): Promise<RingKey<K>> {
    return this.kept(`${this.kind.name}${this.kind.ending}`);
  }

  /** One more key, kept under this name: the same name is the same key. */
  add(name: string): Promise<RingKey<K>> {
    if (!/^[\w-]{1,64}$/.test(name)) throw new Error('The name of a key has letters, digits and hyphens only');
    return this.kept(`${this.kind.name}.${name}${this.kind.ending}`);
  }

  /** The key with this id, also when another process added it meanwhile; undefined when the folder has none. */
  async find(kid: string): Promise<RingKey<K> | undefined> {
    const known = await Promise.all(this.known.values());
    return known.find((one) => one.kid === kid) ?? (await this.all()).find((one) => one.kid === kid);
  }

  /** Every key, the first one first. */
  async all(): Promise<readonly RingKey<K>[]> {
    const { name, ending } = this.kind;
    const first = await this.first();
    const files = (await readdir(this.folder)).filter((file) => file.startsWith(`${name}.`) && file.endsWith(ending));
    const others = files.filter((file) => file !== `${name}${ending}`).sort();
    return [first, ...(await Promise.all(others.map((file) => this.read(file))))];
  }

  private kept(file: string): Promise<RingKey<K>> {
    return this.remembered(file, () => readOrCreateSecret(this.folder, file, () => this.kind.make()));
  }

  private read(file: string): Promise<RingKey<K>> {
    return this.remembered(file, () => readFile(join(this.folder, file), 'utf8'));
  }

  private remembered(file: string, text: () => Promise<string>): Promise<RingKey<K>> {
    const known = this.known.get(file);
    if (known) return known;
    const reading = text().then((read) => this.kind.read(read));
    this.known.set(file, reading);
    // What could not be read is tried again by the next who asks.
    reading.catch(() => this.known.delete(file));
    return reading;
  }
}
