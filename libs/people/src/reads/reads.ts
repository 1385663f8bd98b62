import { EventStore } from '@kull/event-store';
import type { Caller } from '@kull/http';
import { type Instant, idOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { personsRead } from './persons-read';

/** Somebody has looked at a person. */
export interface PersonRead {
  readonly personId: string;
  readonly at: Instant;
  /** The account, or the machine. */
  readonly reader: string;
  /** As what they looked. */
  readonly role: string;
  /** The operation by which it was read: what, and why. */
  readonly operation: string;
}

interface Row extends Omit<PersonRead, 'at'> {
  readonly at: Date;
  readonly position: string;
}

/** Position and person of the last one seen. */
export type ReadCursor = readonly [position: string, personId: string];

interface ReadsAsked {
  /** Of this person only. */
  readonly personId?: string;
  /** By this reader only. */
  readonly reader?: string;
  readonly after?: ReadCursor;
  readonly limit: number;
}

const PAGE = `
  select person_id as "personId", position::text as position, read_at as at, reader, role, operation from person_read_v1
   where ($1::text is null or person_id = $1) and ($2::text is null or reader = $2)
     and ($3::bigint is null or (position, person_id) < ($3, $4))
   order by position desc, person_id desc limit $5`;

/** Who has looked at whom (reliability.md S29): noted in the log, told to the person and to the auditor. */
@Injectable()
export class Reads {
  constructor(private readonly events: EventStore) {}

  /**
   * Notes that the caller reads what is others', before it is answered: what cannot be noted is not shown. Nothing is
   * noted of one's own. The operator's token is not a person, and whoever has it has the database.
   */
  async note(caller: Caller, operation: string, persons: readonly string[]): Promise<void> {
    const others = persons.filter((person) => person !== caller.actor);
    if (caller.isOperator || others.length === 0) return;
    const context = caller.context({ source: 'read' });
    const [role = 'none'] = caller.allowedAs;
    const data = { reader: caller.actor, role, operation, persons: others };
    const hour = context.occurredAt.slice(0, 13);
    const id = idOf('rd', caller.actor, operation, hour, others.length === 1 ? others[0]! : 'list');
    await this.events.execute(personsRead, id, { type: 'NoteRead', data }, context);
  }

  /** Who has looked, the newest first; one more than the page may hold. */
  async page({ personId, reader, after, limit }: ReadsAsked): Promise<(PersonRead & { readonly position: string })[]> {
    const rows = await this.events.query<Row>(PAGE, [
      personId ?? null,
      reader ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
