import type { JSONWebKeySet } from 'jose';
import type { SessionsOfDay } from '../../../../libs/attendance/src/http/sessions-of-day.controller';
import type { Order, Place, RegisterAnswer } from './orders';
import type { DoorRoster } from './roster';
import { isToBeSent } from './sending';
import type { Vault } from './vault';

/** What a device knows of the doors it was at. */
export interface Kept {
  readonly device: string;
  readonly orders: readonly Order[];
  readonly registers: ReadonlyMap<string, RegisterAnswer>;
  /** Lists of doors, by class and gathering. */
  readonly rosters: ReadonlyMap<string, DoorRoster>;
  readonly day?: SessionsOfDay;
  readonly keys?: JSONWebKeySet;
  /** Names of the staff, by code. */
  readonly staff: Readonly<Record<string, string>>;
  /** How far the device's clock is from the service's. */
  readonly offset: number;
}

export const registerKey = ({ classId, session }: Place): string => `${classId}/${session}`;
export const rosterKey = (classId: string, gathering: number | undefined): string => `${classId}/${gathering ?? ''}`;

const newDevice = (): string => `phone-${crypto.randomUUID().slice(0, 8)}`;

const without = (names: Iterable<string>, prefix: string): readonly string[] =>
  [...names].map((name) => `${prefix}${name}`);

const inOrder = (one: Order, other: Order): number => (one.observedAt < other.observedAt ? -1 : 1);

/** Names of lists whose door is closed for good: the device has no business with them any more. */
export const closedRosters = (rosters: ReadonlyMap<string, DoorRoster>, now: string): readonly string[] =>
  [...rosters].flatMap(([name, { validUntil }]) => (validUntil < now ? [name] : []));

const DAY_MS = 86_400_000;

/** Orders that are settled and a day old: nobody looks for them any more. */
export const oldOrders = (orders: readonly Order[], now: string): readonly Order[] =>
  orders.filter((one) => !isToBeSent(one) && Date.parse(one.observedAt) < Date.parse(now) - DAY_MS);

/** Reads it all back; what is of no use any more is destroyed. */
export const readKept = async (vault: Vault, nowBy: (offset: number) => string): Promise<Kept> => {
  const [about, orders, registers, rosters] = await Promise.all([
    vault.all<unknown>('about:'),
    vault.all<Order>('order:'),
    vault.all<RegisterAnswer>('register:'),
    vault.all<DoorRoster>('roster:'),
  ]);
  const known = <T>(name: string): T | undefined => about.get(`about:${name}`) as T | undefined;
  const offset = known<number>('offset') ?? 0;
  const now = nowBy(offset);
  const device = known<string>('device') ?? newDevice();
  const closed = closedRosters(rosters, now);
  const closedClasses = new Set(closed.map((name) => rosters.get(name)!.class.id));
  const oldRegisters = [...registers.keys()].filter((name) => closedClasses.has(name.split(/[:/]/)[1]!));
  const old = oldOrders([...orders.values()], now);
  await vault.keep(
    [['about:device', device]],
    [
      ...closed,
      ...oldRegisters,
      ...without(
        old.map(({ id }) => id),
        'order:',
      ),
    ],
  );
  const bare = <T>(all: ReadonlyMap<string, T>, gone: readonly string[]): ReadonlyMap<string, T> =>
    new Map(
      [...all]
        .filter(([name]) => !gone.includes(name))
        .map(([name, value]) => [name.slice(name.indexOf(':') + 1), value]),
    );
  const day = known<SessionsOfDay>('day');
  const keys = known<JSONWebKeySet>('keys');
  return {
    device,
    orders: [...orders.values()].filter((one) => !old.includes(one)).sort(inOrder),
    registers: bare(registers, oldRegisters),
    rosters: bare(rosters, closed),
    ...(day && { day }),
    ...(keys && { keys }),
    staff: known<Record<string, string>>('staff') ?? {},
    offset,
  };
};
