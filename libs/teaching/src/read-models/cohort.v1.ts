import type { ReadModel, Recorded } from '@kull/event-store';
import type { CohortPlanned, CommissionedPlacesRaised } from '../domain/cohort';

type CohortFact = Recorded<CohortPlanned> | Recorded<CommissionedPlacesRaised>;

const idOf = ({ stream }: CohortFact): string => stream.slice('cohort-'.length);

/** Every cohort as lists show it. Its classes are those of `class_v2` with its code as their intake. */
export const cohortReadModel: ReadModel = {
  name: 'cohort',
  version: 1,
  mode: 'inline',
  handles: ['CohortPlanned', 'CommissionedPlacesRaised'],
  tables: ['cohort_v1'],
  whose: { cohort_v1: { everybody: 'what a cohort is called' } },
  create: `
    create table cohort_v1 (
      cohort_id           text primary key,
      code                text collate "C" not null,
      programme           text not null,
      title               text not null,
      basis               text not null,
      commissioned_places integer not null
    );
    create unique index cohort_v1_code on cohort_v1 (code);
  `,
  apply: async (events, tx) => {
    const facts = events as readonly CohortFact[];
    const planned = facts.flatMap((fact) =>
      fact.type === 'CohortPlanned'
        ? [
            {
              cohort_id: idOf(fact),
              code: fact.data.code,
              programme: fact.data.programme.code,
              title: fact.data.programme.title,
              basis: fact.data.basis.kind,
              commissioned_places: fact.data.commissionedPlaces,
            },
          ]
        : [],
    );
    await tx.query(
      `insert into cohort_v1 (cohort_id, code, programme, title, basis, commissioned_places)
       select cohort_id, code, programme, title, basis, commissioned_places
         from jsonb_to_recordset($1::jsonb) as n
              (cohort_id text, code text, programme text, title text, basis text, commissioned_places integer)`,
      [JSON.stringify(planned)],
    );
    const raised = new Map(
      facts.flatMap((fact) =>
        fact.type === 'CommissionedPlacesRaised' ? [[idOf(fact), fact.data.places] as const] : [],
      ),
    );
    await tx.query(
      `update cohort_v1 c set commissioned_places = n.places
         from unnest($1::text[], $2::integer[]) as n (cohort_id, places) where c.cohort_id = n.cohort_id`,
      [[...raised.keys()], [...raised.values()]],
    );
  },
};
