interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (fault: unknown) => void;
}

/** Calls that arrive while a statement is under way form the next one: one statement for many jobs. */
export class Grouped<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private busy = false;

  /** `answerAll` answers in the order of the items. */
  constructor(
    private readonly answerAll: (items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly largest = 500,
  ) {}

  ask(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.busy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.busy = true;
    // Let everybody who is about to ask do so before the first group closes.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, this.largest);
      try {
        const answers = await this.answerAll(group.map(({ item }) => item));
        group.forEach(({ resolve }, i) => {
          resolve(answers[i]!);
        });
      } catch (fault) {
        for (const { reject } of group) reject(fault);
      }
    }
    this.busy = false;
  }
}
