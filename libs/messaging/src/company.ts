/**
 * Jobs run in company, except those that are suspected of having crashed a process: such a one runs alone, so that a
 * crash is nobody's but its own. Who waits to be alone goes before who comes later.
 */
export class Company {
  private inside = 0;
  private lonely = false;
  private readonly arriving: (() => void)[] = [];
  private readonly waitingToBeAlone: (() => void)[] = [];

  async join<T>(work: () => Promise<T>): Promise<T> {
    while (this.lonely || this.waitingToBeAlone.length > 0) {
      await new Promise<void>((resolve) => this.arriving.push(resolve));
    }
    this.inside++;
    try {
      return await work();
    } finally {
      this.inside--;
      this.next();
    }
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.lonely || this.inside > 0) {
      await new Promise<void>((resolve) => this.waitingToBeAlone.push(resolve));
    }
    this.lonely = true;
    try {
      return await work();
    } finally {
      this.lonely = false;
      this.next();
    }
  }

  private next(): void {
    if (this.inside > 0 || this.lonely) return;
    const loner = this.waitingToBeAlone.shift();
    if (loner) {
      this.lonely = true;
      loner();
      return;
    }
    for (const enter of this.arriving.splice(0)) enter();
  }
}
