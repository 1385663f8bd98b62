import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseClient } from './course-client';

/** What an import answers. */
export interface Imported {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly row: number; readonly studentNo: string; readonly code: string }[];
}

/** Takes a course folder through the service in the order in which the command line does. */
export const runCourseFolder = async (client: CourseClient, folder: string) => {
  const file = (name: string): Buffer => readFileSync(join(folder, name));
  const planned = await client.post<{ id: string }>('/classes', JSON.parse(file('course.json').toString('utf8')));
  const { id } = planned.json();
  const record = async <T = Imported>(name: string, operation: string): Promise<T> => {
    const answer = await client.post<T>(`/classes/${id}/${operation}`, file(name));
    expect([name, answer.status]).toEqual([name, 200]);
    return answer.json();
  };
  const textOf = async (name: string): Promise<string> => (await client.get(`/classes/${id}/files/${name}`)).text;

  const register = await client.put(`/classes/${id}/hpr-register`, file('hpr-register.csv'));
  const participants = await record<Imported & { enrolled: number }>('participants.csv', 'participant-imports');
  const attendance = await record('attendance.csv', 'attendance-imports');
  const results = await record('results.csv', 'result-imports');
  const ran = await client.post(`/classes/${id}/award-runs`, {});
  const awards = await textOf('awards.csv');
  const corrections = await record('corrections.csv', 'correction-imports');
  const awardsFinal = await textOf('awards-final.csv');
  const rejected = Object.entries({ attendance, corrections, results }).flatMap(([name, imported]) =>
    imported.rejected.map(({ row, studentNo, code }) => `${name}.csv;${row};${studentNo};${code}`),
  );
  return { planned, id, register, participants, attendance, results, ran, awards, corrections, awardsFinal, rejected };
};

export type CourseRun = Awaited<ReturnType<typeof runCourseFolder>>;
