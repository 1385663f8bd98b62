import type { DeskDelivery } from '@kull/deliveries';
import type { TableDefinition } from '@kull/tables';

/** The list of deliveries as it goes out. */
export const deliveryTable = (nameOf: (actor: string) => string): TableDefinition<DeskDelivery> => ({
  name: 'Leveringer',
  columns: [
    { key: 'batch_seq', title: 'Nr.', type: 'integer', value: ({ batchSeq }) => batchSeq },
    { key: 'created_at', title: 'Levert', type: 'instant', value: ({ createdAt }) => createdAt },
    { key: 'class_code', title: 'Kurs', type: 'text', value: ({ classCode }) => classCode },
    { key: 'record_count', title: 'Linjer', type: 'integer', value: ({ recordCount }) => recordCount },
    { key: 'add_count', title: 'Nye', type: 'integer', value: ({ addCount }) => addCount },
    { key: 'correct_count', title: 'Rettet', type: 'integer', value: ({ correctCount }) => correctCount },
    { key: 'revoke_count', title: 'Trukket', type: 'integer', value: ({ revokeCount }) => revokeCount },
    { key: 'points_total_add', title: 'Nye poeng', type: 'decimal', value: ({ pointsTotalAdd }) => pointsTotalAdd },
    { key: 'received', title: 'Mottatt', type: 'integer', value: ({ receipts }) => receipts.received },
    { key: 'rejected', title: 'Avvist', type: 'integer', value: ({ receipts }) => receipts.rejected },
    { key: 'waiting', title: 'Uten kvittering', type: 'integer', value: ({ receipts }) => receipts.waiting },
    { key: 'fetched_at', title: 'Hentet', type: 'instant', value: ({ fetched }) => fetched?.at },
    { key: 'fetched_by', title: 'Hentet av', type: 'text', value: ({ fetched }) => fetched && nameOf(fetched.by) },
    { key: 'file_name', title: 'Fil', type: 'text', width: 44, value: ({ fileName }) => fileName },
    { key: 'file_sha256', title: 'SHA-256', type: 'text', width: 66, value: ({ fileSha256 }) => fileSha256 },
  ],
});
