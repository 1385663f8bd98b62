import { type Expected, endOf, type Slot } from './model-facts';
import { peopleSleep, whenAwake } from './oslo-clock';
import type { Conduct } from './scenario';

/** Minutes until a letter that was not accepted is tried again (README of reminders). */
const PATIENCE = [5, 30, 120, 360];

/** What waits to be told, and what becomes of it when its time has come: by what is said of letters, whatever they are about. */
export class Letters {
  readonly expected: Expected[] = [];
  private readonly declined = new Set<string>();
  private readonly deadAddresses: Set<string>;
  private readonly letters = new Map<string, number>();
  private pending: Slot[] = [];

  constructor(
    /** By recipient. */
    private readonly conducts: ReadonlyMap<string, Conduct>,
    withoutAddress: readonly string[],
  ) {
    this.deadAddresses = new Set(withoutAddress);
  }

  add(slot: Omit<Slot, 'attempts'>): void {
    this.pending.push({ ...slot, attempts: 0 });
  }

  decline(subject: string, no: string): void {
    this.declined.add(`${subject} ${no}`);
  }

  /** What may go at this time goes, in one letter for each recipient. */
  deliver(now: number): void {
    const letters = new Map<string, Slot[]>();
    for (const slot of this.pending.filter(({ sendAt }) => sendAt <= now)) {
      const reason = this.reasonNot(slot, now);
      if (reason !== undefined) this.end(slot, now, `CANCELLED ${reason}`, 0);
      else if (peopleSleep(now)) slot.sendAt = whenAwake(now);
      else {
        const letter = `${slot.to} ${slot.letter ?? 'new'}`;
        letters.set(letter, [...(letters.get(letter) ?? []), slot]);
      }
    }
    for (const slots of letters.values()) this.attempt(slots, now);
  }

  private reasonNot({ gone, subject, to, validUntil }: Slot, now: number): string | undefined {
    const reason = gone();
    if (reason !== undefined) return reason;
    if (this.declined.has(`${subject} ${to}`)) return 'DECLINED';
    if (now >= validUntil) return 'TOO_LATE';
    return this.deadAddresses.has(to) ? 'NO_ADDRESS' : undefined;
  }

  private attempt(slots: readonly Slot[], now: number): void {
    const { to, slot: letter } = slots[0]!;
    const nth = (this.letters.get(to) ?? 0) + 1;
    this.letters.set(to, nth);
    const conduct = this.conducts.get(to);
    if (conduct === 'GREYLISTED' && nth <= 3) {
      for (const slot of slots) {
        slot.letter = letter;
        slot.attempts++;
        slot.sendAt = whenAwake(now + PATIENCE[slot.attempts - 1]! * 60_000 + 1);
      }
      return;
    }
    if (conduct === 'NO_SUCH_MAILBOX') this.deadAddresses.add(to);
    const [outcome, inSink] = endOf(conduct, nth);
    for (const slot of slots) this.end(slot, now, outcome, inSink);
  }

  private end(slot: Slot, now: number, outcome: Expected['outcome'], inSink: 0 | 1): void {
    this.pending = this.pending.filter((one) => one !== slot);
    this.expected.push({
      slot: slot.slot,
      outcome,
      hour: new Date(now).toISOString(),
      deferred: slot.attempts,
      inSink,
    });
  }
}
