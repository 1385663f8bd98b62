import type { ReadModel, Recorded } from '@kull/event-store';
import type { PersonsRead } from './persons-read';

/** Who has looked at whom: the extract of a person, and the auditor's list. */
export const personReadModel: ReadModel = {
  name: 'person-read',
  version: 1,
  mode: 'inline',
  handles: ['PersonsRead'],
  tables: ['person_read_v1'],
  whose: { person_read_v1: { person: 'person_id' } },
  create: `
    create table person_read_v1 (
      person_id text not null,
      position  bigint not null,
      read_at   timestamptz not null,
      reader    text not null,
      role      text not null,
      operation text not null,
      primary key (person_id, position)
    );
    create index person_read_v1_by_position on person_read_v1 (position);`,
  apply: async (events, tx) => {
    const rows = (events as readonly Recorded<PersonsRead>[]).flatMap(({ data, position, occurredAt }) =>
      data.persons.map((person) => ({ ...data, person, position: String(position), at: occurredAt })),
    );
    await tx.query(
      `insert into person_read_v1 (person_id, position, read_at, reader, role, operation)
       select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])`,
      [
        rows.map(({ person }) => person),
        rows.map(({ position }) => position),
        rows.map(({ at }) => at),
        rows.map(({ reader }) => reader),
        rows.map(({ role }) => role),
        rows.map(({ operation }) => operation),
      ],
    );
  },
};
