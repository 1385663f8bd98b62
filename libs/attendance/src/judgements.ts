import { EventStore, type Fence } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { StudentStandings } from './domain/student-standings';

/** Somebody else has begun to judge the cohort, and sees more: what was found here is old. */
export class JudgementOvertaken extends Error {
  override readonly name = 'JudgementOvertaken';
}

/** The right to judge a cohort, as long as nobody begins after. */
export interface Judgement {
  /** The end of the log when it began: what was stored up to here is seen. */
  readonly position: number;
  readonly fence: Fence;
}

/** Where everybody in a cohort stood, and up to which position of the log that holds. */
export interface JudgedCohort {
  readonly position: number;
  readonly students: readonly StudentStandings[];
}

const BEGIN = `insert into attendance.standing_judgement as j (cohort, claim, judged) values ($1, 1, 0)
  on conflict (cohort) do update set claim = j.claim + 1
  returning claim, (select position::float8 from log.head) as position`;

const KEEP = `with found as (
    select n.stands->>'classId' as class_id, n.stands->>'studentNo' as student_no, n.stands
      from jsonb_array_elements($2::jsonb) as n (stands)
  ), gone as (
    delete from attendance.judged_student s where s.cohort = $1
       and not exists (select from found f where f.class_id = s.class_id and f.student_no = s.student_no)
  )
  insert into attendance.judged_student as s (cohort, class_id, student_no, stands)
  select $1, class_id, student_no, stands from found
  on conflict (cohort, class_id, student_no) do update set stands = excluded.stands where s.stands <> excluded.stands`;

/** Lets the newest judgement of a cohort stand, whatever runs at once, and remembers what it found and how far it saw. */
@Injectable()
export class Judgements {
  constructor(private readonly events: EventStore) {}

  /** Whether what happened at that position, and all before it, has been judged. */
  async reaches(cohort: string, position: number): Promise<boolean> {
    const found = await this.events.query(
      'select from attendance.standing_judgement where cohort = $1 and judged >= $2',
      [cohort, position],
    );
    return found.length > 0;
  }

  /** Begins to judge: whoever began before can write no more. */
  async begin(cohort: string, job: Fence): Promise<Judgement> {
    const [begun] = await this.events.query<{ claim: number; position: number }>(BEGIN, [cohort]);
    const { claim, position } = begun!;
    const hold: Fence['hold'] = async (tx) => {
      await job.hold(tx);
      const held = await tx.query(
        'select from attendance.standing_judgement where cohort = $1 and claim = $2 for update',
        [cohort, claim],
      );
      if (held.length === 0) throw new JudgementOvertaken(`judgement ${claim} of ${cohort}`);
    };
    return { position, fence: { hold } };
  }

  /** Ends a judgement: what it found is what is known of the cohort. */
  async end(cohort: string, { position, fence }: Judgement, students: readonly StudentStandings[]): Promise<void> {
    await this.events.transaction(async (tx) => {
      await fence.hold(tx);
      await tx.query(KEEP, [cohort, JSON.stringify(students)]);
      await tx.query('update attendance.standing_judgement set judged = greatest(judged, $2) where cohort = $1', [
        cohort,
        position,
      ]);
    });
  }

  /** What the last judgement found; undefined when there was none. */
  async last(cohort: string): Promise<JudgedCohort | undefined> {
    const rows = await this.events.query<{ position: number; stands: StudentStandings | null }>(
      `select j.judged::float8 as position, s.stands from attendance.standing_judgement j
         left join attendance.judged_student s on s.cohort = j.cohort
        where j.cohort = $1 and j.judged > 0 order by s.class_id, s.student_no`,
      [cohort],
    );
    const [first] = rows;
    return first && { position: first.position, students: rows.flatMap(({ stands }) => stands ?? []) };
  }
}
