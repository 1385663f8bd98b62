import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

/** A gathering of a class, or a session of a course, that is not over. */
export interface ComingTeaching {
  readonly classId: string;
  readonly classCode: string;
  /** Null: no intake fills the class. */
  readonly intake: string | null;
  /** Null: a session of a course. */
  readonly gathering: number | null;
  /** The code of its first session. */
  readonly session: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly rooms: readonly string[];
}

/** What is taught between two instants, gathering by gathering, in the order in which it begins. */
export class ListComingTeaching extends Query<readonly ComingTeaching[]> {
  constructor(
    readonly from: Instant,
    readonly until: Instant,
  ) {
    super();
  }
}

type Row = Omit<ComingTeaching, 'startsAt' | 'endsAt'> & { readonly startsAt: Date; readonly endsAt: Date };

const COMING = `
  select t.class_id as "classId", c.code as "classCode", c.intake, t.gathering,
         (array_agg(t.code order by t.starts_at, t.code))[1] as session,
         min(t.starts_at) as "startsAt", max(t.ends_at) as "endsAt",
         coalesce(array_agg(distinct t.room) filter (where t.room is not null), '{}') as rooms
    from timetable_v1 t join class_v2 c on c.class_id = t.class_id
   where t.status = 'scheduled' and t.ends_at > $1 and t.starts_at < $2
   group by t.class_id, c.code, c.intake, t.gathering, case when t.gathering is null then t.code end
   order by min(t.starts_at), c.code, t.class_id`;

@QueryHandler(ListComingTeaching)
export class ListComingTeachingHandler implements IQueryHandler<ListComingTeaching> {
  constructor(private readonly events: EventStore) {}

  async execute({ from, until }: ListComingTeaching): Promise<readonly ComingTeaching[]> {
    const rows = await this.events.query<Row>(COMING, [from, until]);
    return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }));
  }
}
