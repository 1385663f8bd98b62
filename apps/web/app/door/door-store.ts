import { rightTime } from './clock';
import { type Kept, registerKey } from './kept';
import type { Order, Place, RegisterAnswer } from './orders';
import type { Vault } from './vault';

/** How the device stands with the service. */
export interface Line {
  readonly isOnline: boolean;
  /** Since when it has not been, by the right time. */
  readonly offlineSince?: string;
  readonly lastSentAt?: string;
  readonly isLoggedOut: boolean;
  readonly isSending: boolean;
}

/** What is shown: all that is kept, and how things stand. */
export interface DoorState extends Kept {
  readonly line: Line;
  /** All that was said is on the disk of this device. */
  readonly isSafe: boolean;
  /** Places that could not be had, and are not kept either. */
  readonly missing: ReadonlySet<string>;
}

/** How things stand, shown at once to whoever looks, and what of it is to last on the disk a moment later. */
export class DoorStore {
  private state: DoorState;
  private readonly listeners = new Set<() => void>();
  private unsaved = 0;
  /** Done when all orders so far are on the disk. */
  saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly vault: Vault,
    kept: Kept,
  ) {
    const line = { isOnline: navigator.onLine, isLoggedOut: false, isSending: false };
    this.state = { ...kept, line, isSafe: true, missing: new Set() };
  }

  get now(): DoorState {
    return this.state;
  }

  /** By the device's clock, set right. */
  get time(): string {
    return rightTime(this.state.offset);
  }

  register(place: Place): RegisterAnswer | undefined {
    return this.state.registers.get(registerKey(place));
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(change: Partial<DoorState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  line(change: Partial<Line>): void {
    this.set({ line: { ...this.state.line, ...change } });
  }

  /** Keeps what was fetched. */
  keep(...puts: readonly (readonly [string, unknown])[]): Promise<void> {
    return this.vault.keep(puts);
  }

  /** The orders are these now. */
  change(orders: readonly Order[]): void {
    const before = new Map(this.state.orders.map((one) => [one.id, one]));
    const puts = orders.filter((one) => before.get(one.id) !== one).map((one) => [`order:${one.id}`, one] as const);
    const left = new Set(orders.map(({ id }) => id));
    const gone = [...before.keys()].filter((id) => !left.has(id)).map((id) => `order:${id}`);
    if (puts.length + gone.length === 0) return;
    this.unsaved += 1;
    this.set({ orders, isSafe: false });
    this.saving = this.saving
      .then(() => this.vault.keep(puts, gone))
      .then(() => {
        this.unsaved -= 1;
        if (this.unsaved === 0) this.set({ isSafe: true });
      });
  }
}
