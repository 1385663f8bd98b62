/**
 * Jobs run in company, except those that are suspected of having crashed a process: such a one runs alone, so that a
 * crash is nobody's but its own. Who waits to be alone goes before who comes later, but not for ever: when the others
 * do not come to an end, it runs among them.
 */
export class Company {
  private inside = 0;
  private lonely = false;
  private readonly arriving: (() => void)[] = [];
  private readonly waitingToBeAlone: (() => void)[] = [];

  constructor(private readonly patienceMs = 5_000) {}

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

  /** The work is told whether it is alone. */
  async alone<T>(work: (alone: boolean) => Promise<T>): Promise<T> {
    if ((this.lonely || this.inside > 0) && !(await this.turn())) return this.join(() => work(false));
    this.lonely = true;
    try {
      return await work(true);
    } finally {
      this.lonely = false;
      this.next();
    }
  }

  private turn(): Promise<boolean> {
    return new Promise((resolve) => {
      const enter = () => {
        clearTimeout(patience);
        resolve(true);
      };
      const patience = setTimeout(() => {
        this.waitingToBeAlone.splice(this.waitingToBeAlone.indexOf(enter), 1);
        resolve(false);
        this.next();
      }, this.patienceMs);
      this.waitingToBeAlone.push(enter);
    });
  }

  private next(): void {
    if (this.lonely) return;
    if (this.inside === 0) {
      const loner = this.waitingToBeAlone.shift();
      if (loner) {
        this.lonely = true;
        loner();
        return;
      }
    }
    if (this.waitingToBeAlone.length > 0) return;
    for (const enter of this.arriving.splice(0)) enter();
  }
}
