import { deleteDB, type IDBPDatabase, openDB } from 'idb';

const PREFIX = 'kull-door-';
const CACHES = 'kull-door-page';

/** A value as the disk has it. */
interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

interface Shelves {
  key: { key: string; value: CryptoKey };
  kept: { key: string; value: Sealed };
}

const KEY = 'key';

const keyIn = async (db: IDBPDatabase<Shelves>): Promise<CryptoKey> => {
  const known = await db.get('key', KEY);
  if (known) return known;
  // Not extractable: nobody, this page included, can read the key itself.
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await db.put('key', made, KEY);
  return made;
};

/**
 * What this browser keeps of one account for the door, encrypted at rest. It outlives a session that ran out, so that
 * what was not sent is sent at the next log-in; logging out destroys it.
 */
export class Vault {
  private constructor(
    private readonly db: IDBPDatabase<Shelves>,
    private readonly key: CryptoKey,
  ) {}

  static async open(account: string): Promise<Vault> {
    const db = await openDB<Shelves>(`${PREFIX}${account}`, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('key');
        fresh.createObjectStore('kept');
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new Vault(db, await keyIn(db));
  }

  /** Everything whose name begins so, by its name. */
  async all<T>(prefix: string): Promise<ReadonlyMap<string, T>> {
    const names = (await this.db.getAllKeys('kept', IDBKeyRange.bound(prefix, `${prefix}\uffff`))) as string[];
    const values = await Promise.all(names.map((name) => this.one<T>(name)));
    return new Map(names.map((name, at) => [name, values[at]!] as const));
  }

  async one<T>(name: string): Promise<T | undefined> {
    const sealed = await this.db.get('kept', name);
    if (!sealed) return undefined;
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, this.key, sealed.data);
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  }

  /** Puts these in and takes those out, all or nothing; done when it is on the disk. */
  async keep(puts: readonly (readonly [string, unknown])[], gone: readonly string[] = []): Promise<void> {
    const sealed = await Promise.all(puts.map(async ([name, value]) => [name, await this.sealed(value)] as const));
    const transaction = this.db.transaction('kept', 'readwrite', { durability: 'strict' });
    for (const [name, value] of sealed) void transaction.store.put(value, name);
    for (const name of gone) void transaction.store.delete(name);
    await transaction.done;
  }

  private async sealed(value: unknown): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.key, bytes) };
  }
}

/** Destroys what the browser keeps of an account, its key first of all, and the page with its name. */
export const destroyVault = async (account: string): Promise<void> => {
  await deleteDB(`${PREFIX}${account}`);
  await caches.delete(CACHES);
};

/** How many orders of the account wait in this browser, without looking into them; 0 when it keeps nothing. */
export const waitingIn = async (account: string): Promise<number> => {
  const all = await indexedDB.databases();
  if (!all.some(({ name }) => name === `${PREFIX}${account}`)) return 0;
  const vault = await Vault.open(account);
  const orders = await vault.all<{ readonly progress: { readonly at: string } }>('order:');
  return [...orders.values()].filter(({ progress }) => progress.at === 'waiting' || progress.at === 'tried').length;
};
