import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type {
  ExportDraftAbandoned,
  ExportDraftApproved,
  ExportDraftPrepared,
  ExportDraftReleased,
} from '../domain/draft.events';

type DraftEvent =
  | Recorded<ExportDraftPrepared>
  | Recorded<ExportDraftApproved>
  | Recorded<ExportDraftAbandoned>
  | Recorded<ExportDraftReleased>;

const PREPARED = `insert into export_draft_v1 (draft_id, organiser_org, recipient_org, prepared_by, prepared_at, lines, two_people, status)
  select draft_id, organiser_org, recipient_org, prepared_by, prepared_at, lines, two_people, 'PREPARED'
    from jsonb_to_recordset($1::jsonb) as r (draft_id text, organiser_org text, recipient_org text, prepared_by text,
      prepared_at timestamptz, lines integer, two_people boolean)`;

const MOVED = `update export_draft_v1 d set status = r.status, batch_id = r.batch_id
    from (select distinct on (draft_id) draft_id, status, batch_id
            from jsonb_to_recordset($1::jsonb) as r (draft_id text, position bigint, status text, batch_id text)
           order by draft_id, position desc) as r
   where d.draft_id = r.draft_id`;

const statuses = {
  ExportDraftApproved: 'APPROVED',
  ExportDraftAbandoned: 'ABANDONED',
  ExportDraftReleased: 'RELEASED',
} as const;

const apply = async (page: readonly Recorded[], tx: Tx): Promise<void> => {
  const events = page as readonly DraftEvent[];
  const prepared = events.flatMap((event) =>
    event.type === 'ExportDraftPrepared'
      ? [
          {
            draft_id: event.data.draftId,
            organiser_org: event.data.organiserOrgNumber,
            recipient_org: event.data.recipientOrgNumber,
            prepared_by: event.data.preparedBy,
            prepared_at: event.occurredAt,
            lines: event.data.lines.length,
            two_people: event.data.twoPeople,
          },
        ]
      : [],
  );
  const moved = events.flatMap(({ type, position, data }) =>
    type === 'ExportDraftPrepared'
      ? []
      : [
          {
            draft_id: data.draftId,
            position,
            status: statuses[type],
            batch_id: 'batchId' in data ? data.batchId : null,
          },
        ],
  );
  await tx.query(PREPARED, [JSON.stringify(prepared)]);
  await tx.query(MOVED, [JSON.stringify(moved)]);
};

/** Drafts of batches and how far they have come. */
export const exportDraftReadModel: ReadModel = {
  name: 'export-draft',
  version: 1,
  mode: 'inline',
  handles: ['ExportDraftPrepared', 'ExportDraftApproved', 'ExportDraftAbandoned', 'ExportDraftReleased'],
  tables: ['export_draft_v1'],
  whose: { export_draft_v1: { staff: 'deliveries that have not left' } },
  create: `
    create table export_draft_v1 (
      draft_id      text primary key,
      organiser_org text not null,
      recipient_org text not null,
      prepared_by   text not null,
      prepared_at   timestamptz not null,
      lines         integer not null,
      two_people    boolean not null,
      status        text not null,
      batch_id      text
    );
    create index export_draft_v1_order on export_draft_v1 (prepared_at, draft_id);`,
  apply,
};
