import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PatientClient } from './patient-client';

const file = (folder: string, name: string): Buffer => readFileSync(join(folder, name));
const key = (folder: string, step: string, round: string): string => `${folder.split('/').at(-1)}.${step}.${round}`;

/** Everything of a course before its awards. Said again under another `round`, each step is a new request. */
export const holdCourse = async (client: PatientClient, folder: string, round: string): Promise<string> => {
  const plan = JSON.parse(file(folder, 'course.json').toString('utf8')) as object;
  const { id } = await client.post<{ id: string }>('/classes', plan, key(folder, 'class', round));
  await client.put(`/classes/${id}/hpr-register`, file(folder, 'hpr-register.csv'));
  for (const [name, step] of [
    ['participants.csv', 'participant-imports'],
    ['attendance.csv', 'attendance-imports'],
    ['results.csv', 'result-imports'],
  ] as const) {
    await client.post(`/classes/${id}/${step}`, file(folder, name), key(folder, step, round));
  }
  return id;
};

/** The awards of a course, and what was corrected afterwards: what the workers issue certificates for. */
export const award = async (client: PatientClient, id: string, folder: string, round: string): Promise<void> => {
  await client.post(`/classes/${id}/award-runs`, {}, key(folder, 'award-runs', round));
  const corrections = file(folder, 'corrections.csv');
  await client.post(`/classes/${id}/correction-imports`, corrections, key(folder, 'correction-imports', round));
};
