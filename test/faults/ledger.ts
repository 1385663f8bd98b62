/** What a client knows about a command that it sent. `unknown`: the answer never came. */
export type Fate = 'ack' | 'reject' | 'unknown';

/** What clients were told; it is held against what is stored (I1). */
export class Ledger {
  private readonly fates = new Map<string, Fate>();

  write(commandId: string, fate: Fate): void {
    const known = this.fates.get(commandId);
    if (known && known !== 'unknown' && known !== fate) throw new Error(`${commandId} was told ${known}, then ${fate}`);
    this.fates.set(commandId, fate);
  }

  of(fate: Fate): readonly string[] {
    return [...this.fates].filter(([, told]) => told === fate).map(([commandId]) => commandId);
  }
}
