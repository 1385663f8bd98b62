import type { ReadModel, Recorded, Tx } from './contracts';

/** The read models that are brought up to date in the transaction of the append (design.md 5). */
export class InlineReadModels {
  private readonly models: readonly ReadModel[];
  private readonly handled: ReadonlySet<string>;

  constructor(models: readonly ReadModel[]) {
    this.models = models.filter(({ mode }) => mode === 'inline');
    this.handled = new Set(this.models.flatMap(({ handles }) => handles));
  }

  handles(type: string): boolean {
    return this.handled.has(type);
  }

  async apply(events: readonly Recorded[], tx: Tx): Promise<void> {
    for (const model of this.models) {
      const mine = events.filter(({ type }) => model.handles.includes(type));
      if (mine.length > 0) await model.apply(mine, tx);
    }
  }
}
