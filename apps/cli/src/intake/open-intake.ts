import { z } from 'zod';
import type { Folder, FolderForm } from '../files/folder';
import type { KullClient } from '../service/client';
import { type IntakeDocument, intakeFolder } from './intake-folder';

const opened = z.looseObject({ id: z.string(), code: z.string(), status: z.string() });
const entries = z.looseObject({ entries: z.number() });
const [register, municipalities] = ['hpr-register.csv', 'municipalities.csv'];

/** An intake that is to be applied to here: what it is decided by, and no applications yet. */
export const openIntakeFolder: FolderForm<IntakeDocument> = {
  document: intakeFolder.document,
  tables: { [register]: intakeFolder.tables[register]!, [municipalities]: intakeFolder.tables[municipalities]! },
};

/** Opens the intake, for people to apply to. Again: changes nothing. */
export const openIntake = async (client: KullClient, folder: Folder<IntakeDocument>): Promise<void> => {
  const { id } = await client.post('/v1/intakes', { json: folder.documentText }, '', opened);
  await client.put(`/v1/intakes/${id}/hpr-register`, { csv: folder.table(register) }, entries);
  await client.put(`/v1/intakes/${id}/municipalities`, { csv: folder.table(municipalities) }, entries);
};
