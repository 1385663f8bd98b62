import { clockTime, shortDay } from '../kit/dates';
import type { DoorState } from './door-store';
import type { Holder, Place, PresenceKind } from './orders';

/** Marks of one student that disagree. */
export interface Dispute {
  readonly place: Place;
  /** Of which session. */
  readonly title: string;
  readonly studentNo: string;
  readonly name: string;
  readonly marks: readonly {
    readonly id: string;
    readonly by: string;
    readonly isOwn: boolean;
    readonly presence: PresenceKind;
    readonly observedAt: string;
  }[];
  /** What is said, each once. */
  readonly presences: readonly PresenceKind[];
  /** What was chosen here already. */
  readonly settled?: PresenceKind;
}

/** What is disputed in the registers that this device holds. */
export const disputesOf = (
  { registers, rosters, orders }: Pick<DoorState, 'registers' | 'rosters' | 'orders'>,
  { actor, device }: Holder,
): readonly Dispute[] => {
  const names = new Map(
    [...rosters.values()].flatMap(({ expected }) => expected.map((one) => [one.studentNo, one.listName])),
  );
  return [...registers].flatMap(([key, { session, startsAt, students }]) => {
    const place = { classId: key.slice(0, key.indexOf('/')), session };
    const code = [...rosters.values()].find((roster) => roster.class.id === place.classId)?.class.code ?? '';
    return students.flatMap(({ studentNo, conflict, marks }): Dispute[] => {
      if (!conflict) return [];
      const said = marks.filter(({ id }) => conflict.includes(id));
      const settled = orders.findLast(
        (one) => one.kind === 'settlement' && one.studentNo === studentNo && one.session === session,
      );
      return [
        {
          place,
          title: `${code} ${shortDay(startsAt.slice(0, 10))} ${clockTime(startsAt)}`,
          studentNo,
          name: names.get(studentNo) ?? studentNo,
          marks: said.map((mark) => ({
            id: mark.id,
            by: mark.observedBy,
            isOwn: mark.observedBy === actor && mark.device === device,
            presence: mark.presence,
            observedAt: mark.observedAt,
          })),
          presences: [...new Set(said.map(({ presence }) => presence))],
          ...(settled?.kind === 'settlement' && settled.progress.at !== 'refused' && { settled: settled.presence }),
        },
      ];
    });
  });
};
