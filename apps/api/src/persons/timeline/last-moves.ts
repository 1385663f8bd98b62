import type { Recorded } from '@kull/event-store';
import type { EnrolmentEvent } from '@kull/teaching';
import type { StudentOfClass } from './timeline-view';

type Moved = Recorded<Extract<EnrolmentEvent, { type: 'StudentTransferred' }>>;
type Came = Recorded<Extract<EnrolmentEvent, { type: 'StudentEnrolled' }>>;

const isMove = (event: Recorded): event is Moved =>
  event.type === 'StudentTransferred' && (event.data as Moved['data']).restores === undefined;

const isArrivalOf =
  ({ position, data: { classId, studentNo, to } }: Moved) =>
  (event: Recorded): event is Came => {
    if (event.type !== 'StudentEnrolled' || event.position < position) return false;
    const { data } = event as Came;
    return data.classId === to.classId && data.studentNo === studentNo && data.transferredFrom?.classId === classId;
  };

/** The transfers after which nothing has become of the place, by position: those that may still be undone. */
export const lastMovesIn = (events: readonly Recorded[]): ReadonlyMap<number, StudentOfClass> =>
  new Map(
    events.filter(isMove).flatMap((move) => {
      const arrival = events.find(isArrivalOf(move));
      const isLast =
        arrival !== undefined &&
        !events.some(
          (one) =>
            one.position > move.position &&
            one.position !== arrival.position &&
            (one.stream === move.stream || one.stream === arrival.stream),
        );
      const { classId, studentNo } = move.data;
      return isLast ? [[move.position, { classId, studentNo }] as const] : [];
    }),
  );
