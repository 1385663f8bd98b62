import type { ReadModel, Recorded } from '@kull/event-store';
import type { ApplicationDraftSaved } from '../domain/draft.events';
import { lastOfEach } from './rows';

/** Applications that were begun. Whether one was sent since, `application_v1` says. */
export const applicationDraftReadModel: ReadModel = {
  name: 'application-draft',
  version: 1,
  mode: 'inline',
  handles: ['ApplicationDraftSaved'],
  tables: ['application_draft_v1'],
  whose: { application_draft_v1: { person: 'person' } },
  create: `create table application_draft_v1 (
    id text primary key,
    intake text not null,
    person text not null,
    saved_at timestamptz not null
  );
  create index application_draft_v1_intake on application_draft_v1 (intake)`,
  apply: async (events, tx) => {
    const last = lastOfEach(events as readonly Recorded<ApplicationDraftSaved>[], idOfDraft);
    await tx.query(
      `insert into application_draft_v1 (id, intake, person, saved_at)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
       on conflict (id) do update set saved_at = excluded.saved_at`,
      [
        last.map(idOfDraft),
        last.map(({ data }) => data.intake),
        last.map(({ data }) => data.personId),
        last.map(({ occurredAt }) => occurredAt),
      ],
    );
  },
};

/** `application-draft-dra_…` is `dra_…`. */
const idOfDraft = ({ stream }: Pick<Recorded, 'stream'>): string => stream.slice('application-draft-'.length);
