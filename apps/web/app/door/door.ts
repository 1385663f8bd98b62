import { offsetOf, rightTime } from './clock';
import { type DoorState, DoorStore } from './door-store';
import { readKept, registerKey, rosterKey } from './kept';
import {
  canTakeBack,
  type Holder,
  type Made,
  type Order,
  type Place,
  type PresenceKind,
  saying,
  scanned,
  standingOf,
  takenBack,
} from './orders';
import { rosterIn } from './roster';
import { answered, isToBeSent, type Shipment, shipments, tried, withoutKnown } from './sending';
import { doorKeys, type Reply, registerOf, rosterOf, sent, sessionsOfDay, staffNames } from './service';
import { Vault } from './vault';

/** What was said last is held so long, so that it can still be changed or taken back without a trace. */
const HOLD_MS = 4_000;
const TICK_MS = 1_000;
/** Marks of other devices are asked for so often while a list is open. */
const LOOK_MS = 12_000;
const LONGEST_REST_MS = 30_000;

/**
 * The door: what is said here is kept on this device first and sent when there is a network, as often as it takes.
 * Everything about who said what is decided in orders.ts and sending.ts; here are the clock, the disk and the network.
 */
export class Door {
  private rest = 0;
  private nextTryAt = 0;
  private place: Place | undefined;
  private lookedAt = 0;

  private constructor(
    private readonly actor: string,
    private readonly store: DoorStore,
  ) {
    if (!navigator.onLine) this.wentOffline();
  }

  static async open(actor: string): Promise<Door> {
    const vault = await Vault.open(actor);
    const kept = await readKept(vault, (offset) => rightTime(offset));
    const door = new Door(actor, new DoorStore(vault, kept));
    door.listen();
    return door;
  }

  get now(): DoorState {
    return this.store.now;
  }

  get holder(): Holder {
    return { actor: this.actor, device: this.now.device };
  }

  subscribe(listener: () => void): () => void {
    return this.store.subscribe(listener);
  }

  /** One student was, or was not, there. */
  say(place: Place, studentNo: string, presence: PresenceKind): void {
    const { orders } = this.now;
    this.store.change(
      saying(orders, this.store.register(place), this.holder, { ...place, studentNo, presence }, this.made()),
    );
  }

  /** All of these were there. */
  sayAll(place: Place, studentNos: readonly string[], presence: PresenceKind): void {
    const said = studentNos.reduce(
      (orders, studentNo) =>
        saying(orders, this.store.register(place), this.holder, { ...place, studentNo, presence }, this.made()),
      this.now.orders,
    );
    this.store.change(said);
  }

  canTakeBack(place: Place, studentNo: string, before: PresenceKind | undefined): boolean {
    return canTakeBack(this.now.orders, place, studentNo, before);
  }

  /** What was said last of these students is taken back; `before`: what stood before it. */
  takeBack(
    place: Place,
    all: readonly { readonly studentNo: string; readonly before: PresenceKind | undefined }[],
  ): void {
    const left = all.reduce(
      (orders, one) => takenBack(orders, this.store.register(place), this.holder, { ...place, ...one }, this.made()),
      this.now.orders,
    );
    this.store.change(left);
  }

  /** A code was read; `studentNo`: whose it is, when this device knows. */
  scan(place: Place, code: string, studentNo?: string): void {
    const told = { ...place, code, ...(studentNo !== undefined && { studentNo }) };
    this.store.change(scanned(this.now.orders, this.store.register(place), this.holder, told, this.made()));
    void this.send();
  }

  settle(place: Place, studentNo: string, presence: PresenceKind, marks: readonly string[]): void {
    const order: Order = {
      kind: 'settlement',
      ...place,
      ...this.made(),
      studentNo,
      presence,
      marks,
      progress: { at: 'waiting' },
    };
    const others = this.now.orders.filter(
      (one) => !(one.kind === 'settlement' && one.studentNo === studentNo && one.progress.at === 'waiting'),
    );
    this.store.change([...others, order]);
    void this.send({ isUrgent: true });
  }

  lock(place: Place, notBefore: string): void {
    const others = this.now.orders.filter(
      (one) => !(one.kind === 'lock' && one.classId === place.classId && one.session === place.session),
    );
    this.store.change([...others, { kind: 'lock', ...place, ...this.made(), notBefore, progress: { at: 'waiting' } }]);
    void this.send({ isUrgent: true });
  }

  /** An order that was refused, and seen to be. */
  forget(id: string): void {
    this.store.change(this.now.orders.filter((one) => one.id !== id));
  }

  standing(place: Place, studentNo: string) {
    return standingOf(this.now.orders, this.store.register(place), this.holder, place, studentNo);
  }

  /** Somebody looks at this list: it is fetched, and kept up to date. */
  async watch(place: Place | undefined): Promise<void> {
    this.place = place;
    if (place) await this.fetchPlace(place);
  }

  /** The sessions of a day, and whatever their doors need without a network. */
  async fetchDay(on?: string): Promise<void> {
    const before = Date.now();
    const reply = this.noted(await sessionsOfDay(on));
    if (!('body' in reply)) return;
    const offset = offsetOf(reply.body.now, (before + Date.now()) / 2);
    this.store.set({ day: reply.body, offset });
    await this.store.keep(['about:day', reply.body], ['about:offset', offset]);
    await this.fetchStaff();
    for (const {
      class: { id },
      session,
    } of reply.body.data.slice(0, 8))
      await this.fetchPlace({ classId: id, session });
  }

  /** Sends what is due. `isUrgent`: also what is held, and without waiting after a failure. */
  async send({ isUrgent = false } = {}): Promise<void> {
    if (this.now.line.isSending || !navigator.onLine) return;
    if ((!isUrgent && Date.now() < this.nextTryAt) || !this.next(isUrgent)) return;
    this.store.line({ isSending: true });
    const touched = new Map<string, Place>();
    const shipped = new Set<string>();
    // Asked anew each time: what was taken back meanwhile is not sent.
    for (let next = this.next(isUrgent); next; next = this.next(isUrgent)) {
      if (next.orders.every(({ id }) => shipped.has(id)) || !(await this.ship(next))) break;
      for (const { id, classId, session } of next.orders) {
        shipped.add(id);
        touched.set(registerKey({ classId, session }), { classId, session });
      }
    }
    this.store.line({ isSending: false });
    for (const place of touched.values()) await this.fetchRegister(place);
  }

  private next(isUrgent: boolean): Shipment | undefined {
    const { offset, orders } = this.now;
    return shipments(orders, rightTime(offset), rightTime(offset, Date.now() - (isUrgent ? 0 : HOLD_MS)))[0];
  }

  private async ship(shipment: Shipment): Promise<boolean> {
    this.store.change(tried(this.now.orders, shipment.orders));
    await this.store.saving;
    const reply = this.noted(await sent(shipment, this.holder));
    if (!('body' in reply)) return false;
    this.store.change(answered(this.now.orders, reply.body));
    this.store.line({ lastSentAt: this.store.time });
    return true;
  }

  /** The register and the list of a door; the list says when it was signed, by the service's clock. */
  private async fetchPlace(place: Place): Promise<void> {
    const register = await this.fetchRegister(place);
    const gathering = (register ?? this.store.register(place))?.gathering;
    if (!register) return this.miss(place);
    if (!this.now.keys) await this.fetchKeys();
    const before = Date.now();
    const reply = this.noted(await rosterOf(place.classId, gathering));
    if (!('body' in reply)) return;
    const roster = rosterIn(reply.body.roster);
    const name = rosterKey(place.classId, gathering);
    const offset = offsetOf(roster.issuedAt, (before + Date.now()) / 2);
    this.store.set({ rosters: new Map([...this.now.rosters, [name, roster]]), offset });
    await this.store.keep([`roster:${name}`, roster], ['about:offset', offset]);
  }

  private async fetchRegister(place: Place) {
    const reply = this.noted(await registerOf(place.classId, place.session));
    if (!('body' in reply)) return undefined;
    const register = reply.body;
    const name = registerKey(place);
    this.store.set({ registers: new Map([...this.now.registers, [name, register]]) });
    this.store.change(withoutKnown(this.now.orders, { classId: place.classId, register }));
    await this.store.keep([`register:${name}`, register]);
    return register;
  }

  private async fetchKeys(): Promise<void> {
    const reply = this.noted(await doorKeys());
    if (!('body' in reply)) return;
    this.store.set({ keys: reply.body });
    await this.store.keep(['about:keys', reply.body]);
  }

  /** Their names are shown where marks disagree; without them their codes are. */
  private async fetchStaff(): Promise<void> {
    const reply = await staffNames();
    if (!('body' in reply)) return;
    const staff = Object.fromEntries(reply.body.data.map(({ code, name }) => [code, name]));
    this.store.set({ staff });
    await this.store.keep(['about:staff', staff]);
  }

  private miss(place: Place): void {
    if (!this.store.register(place)) this.store.set({ missing: new Set([...this.now.missing, registerKey(place)]) });
  }

  private made(): Made {
    return { id: crypto.randomUUID(), observedAt: this.store.time };
  }

  /** Notes how the line is by what became of a request. */
  private noted<T>(reply: Reply<T>): Reply<T> {
    if ('failed' in reply && reply.failed === 'no-answer') {
      this.rest = Math.min(LONGEST_REST_MS, Math.max(1_000, this.rest * 2));
      this.nextTryAt = Date.now() + this.rest;
      this.wentOffline();
      return reply;
    }
    this.rest = 0;
    this.nextTryAt = 0;
    this.store.line({
      isOnline: true,
      offlineSince: undefined,
      isLoggedOut: 'failed' in reply && reply.failed === 'logged-out',
    });
    return reply;
  }

  private wentOffline(): void {
    const { offlineSince = this.store.time } = this.now.line;
    this.store.line({ isOnline: false, offlineSince });
  }

  private listen(): void {
    addEventListener('online', () => {
      this.store.line({ isOnline: true, offlineSince: undefined });
      void this.send({ isUrgent: true }).then(() => this.look());
    });
    addEventListener('offline', () => this.wentOffline());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.send({ isUrgent: true });
      else this.lookedAt = 0;
    });
    setInterval(() => {
      void this.send();
      const isWatched = document.visibilityState === 'visible' && Date.now() - this.lookedAt > LOOK_MS;
      if (isWatched && Date.now() > this.nextTryAt) this.look();
    }, TICK_MS);
  }

  private look(): void {
    this.lookedAt = Date.now();
    if (this.place && navigator.onLine) void this.fetchRegister(this.place);
  }
}

/** How many of what was said here the service has not got. */
export const waitingOf = ({ orders }: Pick<DoorState, 'orders'>): number => orders.filter(isToBeSent).length;
