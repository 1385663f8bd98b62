import { accept, type Command, type Decider, type DomainEvent } from '@kull/kernel';

/** Which of a batch's two files. */
export type BatchPart = 'FILE' | 'MANIFEST';

/** The recipient fetched a file. Changes nothing that can be fetched. */
export type ExportBatchDownloaded = DomainEvent<
  'ExportBatchDownloaded',
  {
    readonly batchId: string;
    readonly part: BatchPart;
    /** Fetched as a copy for people. Absent: the delivered bytes. */
    readonly form?: 'XLSX';
    readonly by: string;
    /** Of a part of the file: its first and last byte. Absent: all of it. */
    readonly firstByte?: number;
    readonly lastByte?: number;
  }
>;

export type RecordDownload = Command<'RecordDownload', ExportBatchDownloaded['data']>;

/** What happened to a batch after its release. */
export const batch: Decider<{ readonly downloads: number }, RecordDownload, ExportBatchDownloaded, never> = {
  category: 'batch',
  initial: { downloads: 0 },
  decide: (_state, { data }) => accept({ type: 'ExportBatchDownloaded', data }),
  evolve: ({ downloads }) => ({ downloads: downloads + 1 }),
};
