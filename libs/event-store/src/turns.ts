/**
 * Work on the same thing, one after the other in the order of asking; work on different things at once. Holds one entry
 * per thing that somebody works on, and nothing while all rest.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** How many things somebody works on. */
  get busy(): number {
    return this.last.size;
  }

  /**
   * Works when everybody who asked earlier for one of the keys is done. The places in all queues are taken in one go, so
   * whoever waits waits only for those who came before, and no two wait for each other.
   */
  async take<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.flatMap((key) => this.last.get(key) ?? []);
    let done = (): void => {};
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    for (const key of keys) this.last.set(key, mine);
    try {
      if (before.length > 0) await Promise.all(before);
      return await work();
    } finally {
      for (const key of keys) if (this.last.get(key) === mine) this.last.delete(key);
      done();
    }
  }
}
