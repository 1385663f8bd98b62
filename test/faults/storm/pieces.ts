import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCourse } from '../../data/generate-course';
import type { PatientClient } from '../patient-client';

/** A file in pieces of so many rows, each with the header: many requests instead of one, to be interrupted in. */
const inPieces = (file: string, rows: number): readonly Buffer[] => {
  const [header, ...lines] = readFileSync(file, 'utf8')
    .split('\r\n')
    .filter((line) => line !== '');
  const pieces: Buffer[] = [];
  for (let at = 0; at < lines.length; at += rows)
    pieces.push(Buffer.from(`${[header, ...lines.slice(at, at + rows)].join('\r\n')}\r\n`));
  return pieces;
};

const steps = [
  ['participants.csv', 'participant-imports', 20],
  ['attendance.csv', 'attendance-imports', 100],
  ['results.csv', 'result-imports', 20],
] as const;

/** One course, said to the service in small requests. Said again under another round, each is a new request. */
export class CourseInPieces {
  private id = '';

  constructor(
    private readonly client: PatientClient,
    private readonly folder: string,
    size: { readonly seed: number; readonly participants: number },
  ) {
    generateCourse(folder, size);
  }

  /** Everything before the awards. */
  async takeIn(round: string): Promise<void> {
    const plan = JSON.parse(readFileSync(join(this.folder, 'course.json'), 'utf8')) as object;
    this.id = (await this.client.post<{ id: string }>('/classes', plan, this.key('class', 0, round))).id;
    await this.client.put(`/classes/${this.id}/hpr-register`, readFileSync(join(this.folder, 'hpr-register.csv')));
    for (const [file, operation, rows] of steps) await this.send(file, operation, rows, round);
  }

  /** @returns how many certificates are owed for it */
  async award(round: string): Promise<number> {
    const path = `/classes/${this.id}/award-runs`;
    return (await this.client.post<{ certificatesDue: number }>(path, {}, this.key('award-runs', 0, round)))
      .certificatesDue;
  }

  async correct(round: string): Promise<void> {
    await this.send('corrections.csv', 'correction-imports', 5, round);
  }

  async deliver(round: string): Promise<void> {
    await this.client.post('/exports', { class: this.id }, this.key('exports', 0, round));
  }

  private async send(file: string, operation: string, rows: number, round: string): Promise<void> {
    for (const [n, piece] of inPieces(join(this.folder, file), rows).entries())
      await this.client.post(`/classes/${this.id}/${operation}`, piece, this.key(operation, n, round));
  }

  private key(operation: string, n: number, round: string): string {
    return `${this.folder.split('/').at(-1)}.${operation}.${n}.${round}`;
  }
}
