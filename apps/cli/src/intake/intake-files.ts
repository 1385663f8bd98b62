import type { OutputFiles } from '../files/output';
import type { KullClient } from '../service/client';
import type { IntakeRun } from './intake-run';

const names = ['decisions.csv', 'offers.csv', 'class-lists.csv', 'waiting-lists.csv'];

/** The files of selection.md 7. */
export const intakeFiles = async (client: KullClient, { id, rejectedRows }: IntakeRun): Promise<OutputFiles> => {
  const files = new Map([['rejected-rows.csv', rejectedRows]]);
  for (const name of names) files.set(name, (await client.download(`/v1/intakes/${id}/files/${name}`)).bytes);
  return files;
};
