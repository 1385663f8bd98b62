import type { DeskDelivery, DeskFilter } from '@kull/deliveries';
import type { TableDefinition } from '@kull/tables';
import type { InLanguages, Language } from '../kit/language';

interface Words {
  readonly name: string;
  readonly titles: Readonly<
    Record<
      | 'number'
      | 'delivered'
      | 'course'
      | 'lines'
      | 'added'
      | 'corrected'
      | 'revoked'
      | 'newPoints'
      | 'received'
      | 'rejected'
      | 'waiting'
      | 'fetched'
      | 'fetchedBy'
      | 'file',
      string
    >
  >;
  readonly to: (orgNumber: string) => string;
  readonly allYears: string;
}

const words: InLanguages<Words> = {
  nb: {
    name: 'Leveringer',
    titles: {
      number: 'Nr.',
      delivered: 'Levert',
      course: 'Kurs',
      lines: 'Linjer',
      added: 'Nye',
      corrected: 'Rettet',
      revoked: 'Trukket',
      newPoints: 'Nye poeng',
      received: 'Mottatt',
      rejected: 'Avvist',
      waiting: 'Uten kvittering',
      fetched: 'Hentet',
      fetchedBy: 'Hentet av',
      file: 'Fil',
    },
    to: (orgNumber) => `Leveringer til ${orgNumber}`,
    allYears: 'alle år',
  },
  nn: {
    name: 'Leveringar',
    titles: {
      number: 'Nr.',
      delivered: 'Levert',
      course: 'Kurs',
      lines: 'Linjer',
      added: 'Nye',
      corrected: 'Retta',
      revoked: 'Trekte',
      newPoints: 'Nye poeng',
      received: 'Mottekne',
      rejected: 'Avviste',
      waiting: 'Utan kvittering',
      fetched: 'Henta',
      fetchedBy: 'Henta av',
      file: 'Fil',
    },
    to: (orgNumber) => `Leveringar til ${orgNumber}`,
    allYears: 'alle år',
  },
  en: {
    name: 'Deliveries',
    titles: {
      number: 'No.',
      delivered: 'Delivered',
      course: 'Course',
      lines: 'Lines',
      added: 'New',
      corrected: 'Corrected',
      revoked: 'Revoked',
      newPoints: 'New points',
      received: 'Received',
      rejected: 'Rejected',
      waiting: 'Without receipt',
      fetched: 'Fetched',
      fetchedBy: 'Fetched by',
      file: 'File',
    },
    to: (orgNumber) => `Deliveries to ${orgNumber}`,
    allYears: 'all years',
  },
};

/** What the list was made from, in words. */
export const deliveryQuery = (language: Language, orgNumber: string, { year, text }: DeskFilter): string => {
  const { to, allYears } = words[language];
  return `${to(orgNumber)}: ${[year ?? allYears, ...(text === undefined ? [] : [`«${text}»`])].join(', ')}`;
};

/** The list of deliveries as it goes out. */
export const deliveryTable = (language: Language, nameOf: (actor: string) => string): TableDefinition<DeskDelivery> => {
  const { name, titles } = words[language];
  return {
    name,
    columns: [
      { key: 'batch_seq', title: titles.number, type: 'integer', value: ({ batchSeq }) => batchSeq },
      { key: 'created_at', title: titles.delivered, type: 'instant', value: ({ createdAt }) => createdAt },
      { key: 'class_code', title: titles.course, type: 'text', value: ({ classCode }) => classCode },
      { key: 'record_count', title: titles.lines, type: 'integer', value: ({ recordCount }) => recordCount },
      { key: 'add_count', title: titles.added, type: 'integer', value: ({ addCount }) => addCount },
      { key: 'correct_count', title: titles.corrected, type: 'integer', value: ({ correctCount }) => correctCount },
      { key: 'revoke_count', title: titles.revoked, type: 'integer', value: ({ revokeCount }) => revokeCount },
      {
        key: 'points_total_add',
        title: titles.newPoints,
        type: 'decimal',
        value: ({ pointsTotalAdd }) => pointsTotalAdd,
      },
      { key: 'received', title: titles.received, type: 'integer', value: ({ receipts }) => receipts.received },
      { key: 'rejected', title: titles.rejected, type: 'integer', value: ({ receipts }) => receipts.rejected },
      { key: 'waiting', title: titles.waiting, type: 'integer', value: ({ receipts }) => receipts.waiting },
      { key: 'fetched_at', title: titles.fetched, type: 'instant', value: ({ fetched }) => fetched?.at },
      {
        key: 'fetched_by',
        title: titles.fetchedBy,
        type: 'text',
        value: ({ fetched }) => fetched && nameOf(fetched.by),
      },
      { key: 'file_name', title: titles.file, type: 'text', width: 44, value: ({ fileName }) => fileName },
      { key: 'file_sha256', title: 'SHA-256', type: 'text', width: 66, value: ({ fileSha256 }) => fileSha256 },
    ],
  };
};
