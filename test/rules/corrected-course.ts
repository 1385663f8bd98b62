import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JudgeAttendanceStanding } from '@kull/attendance/reactions/judge-attendance-standing';
import { SettleCertificate } from '@kull/certificates/reactions/settle-certificate';
import { CertificateWorkQueries } from '@kull/certificates/read-models/certificate-work.query';
import { EventStore, type Recorded } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { stringify } from 'csv-stringify/sync';
import { Chance } from '../data/chance';
import { generateCourse } from '../data/generate-course';
import type { TestApi } from '../harness/api';
import type { CourseClient } from './course-client';
import { birthDateIn, type CourseFolder, type Row, readFolder } from './course-folder';

const csv = (rows: readonly Row[]): Buffer =>
  Buffer.from(stringify([...rows], { header: true, delimiter: ';', record_delimiter: '\r\n' }));

/** A number that the register knows the student by as well: an HPR number that was mistyped and can be put right. */
const rightNumber = (hprNumber: string): string => String(Number(hprNumber) + 500);

const registerOf = ({ participants, register }: CourseFolder): Row[] => {
  const more = participants
    .filter(({ hpr_number }) => hpr_number !== '')
    .map(
      (one): Row => ({
        hpr_number: rightNumber(one.hpr_number!),
        family_name: one.family_name!,
        given_names: one.given_names!,
        birth_date: birthDateIn(one.national_id!),
        profession: 'PHYSICIAN',
        authorised_from: '2010-01-01',
        authorised_to: '',
      }),
    );
  return [...register, ...more];
};

const correctionOf = (chance: Chance, { student_no, hpr_number }: Row): Row => {
  const [kind, value] = chance.oneOf([
    ['NAME_CHANGE', 'Testesen Prøve'],
    ['NAME_CHANGE', '=Testesen'],
    ['ATTENDANCE', 'M1=0.0,M4=0.0'],
    ['ATTENDANCE', 'M1=7.5,M2=6.0,M3=7.5,M4=8.0,M5=7.5,M6=3.5'],
    ['ATTENDANCE', 'M1=99.0'],
    ['ATTENDANCE', 'M9=1.0'],
    ['RESULT', 'FAILED'],
    ['RESULT', 'PASSED'],
    ['RESULT', 'PASSED'],
    ['HPR_NUMBER', rightNumber(hpr_number || '9000000')],
    ['HPR_NUMBER', rightNumber(hpr_number || '9000000')],
    ['HPR_NUMBER', ''],
    ['HPR_NUMBER', '1'],
  ] as const);
  return {
    at: `2026-07-${String(chance.between(1, 9)).padStart(2, '0')}T09:00:00+02:00`,
    kind,
    student_no: student_no!,
    value,
    reason: chance.oneOf(['', 'Skrevet feil']),
    recorded_by: 'admin-1',
    approved_by: chance.oneOf(['', 'admin-1', 'admin-2', 'admin-2', 'admin-2', 'admin-2']),
  };
};

/** Corrections of an invented course: several of the same student, some that are refused, one that is about nobody. */
const correctionsOf = (chance: Chance, { participants }: CourseFolder): Row[] => {
  const often = chance.shuffled(participants).slice(0, 6);
  const about = [...chance.shuffled(participants).slice(0, 20), ...often, ...often];
  const rows = about.map((one) => correctionOf(chance, one));
  const renamedTwice = chance
    .shuffled(participants)
    .slice(0, 5)
    .flatMap((one) =>
      ['Prøvesen', 'Testesen'].map((value, i) => {
        const signed = { recorded_by: 'admin-1', approved_by: 'admin-2' };
        return {
          ...correctionOf(chance, one),
          ...signed,
          kind: 'NAME_CHANGE',
          value,
          at: `2026-07-0${i + 7}T12:00:00Z`,
        };
      }),
    );
  return [...rows, ...renamedTwice, { ...rows[0]!, student_no: 'S999999' }, { ...rows[1]!, kind: 'OTHER' }, rows[2]!];
};

/** An invented course with its awards given, some certificates delivered and some issued since. */
export class CorrectedCourse {
  /** The certificates that have left. */
  readonly delivered = new Set<string>();

  private constructor(
    readonly id: string,
    private readonly rows: readonly Row[],
    private readonly api: TestApi,
    private readonly client: CourseClient,
  ) {}

  /** The file of corrections. */
  get corrections(): Buffer {
    return csv(this.rows);
  }

  /** What is said of the rows, in the order in which the rows are applied. */
  inOrderOfTime<T extends { readonly row: number }>(said: readonly T[]): readonly T[] {
    const at = ({ row }: T): string => this.rows[row - 1]!.at!;
    return [...said].sort((one, other) => at(one).localeCompare(at(other)) || one.row - other.row);
  }

  static async awarded(
    api: TestApi,
    client: CourseClient,
    seed: number,
    participants: number,
  ): Promise<CorrectedCourse> {
    const folder = mkdtempSync(join(tmpdir(), 'kull-corrected-'));
    try {
      generateCourse(folder, { seed, participants });
      const read = readFolder(folder);
      const file = (name: string): Buffer => readFileSync(join(folder, name));
      const planned = await client.post<{ id: string }>('/classes', read.course);
      const { id } = planned.json();
      await client.put(`/classes/${id}/hpr-register`, csv(registerOf(read)));
      for (const name of ['participant', 'attendance', 'result'])
        await client.post(`/classes/${id}/${name}-imports`, file(`${name === 'attendance' ? name : `${name}s`}.csv`));
      const ran = await client.post<{ awarded: number }>(`/classes/${id}/award-runs`, {});
      if (!(ran.json().awarded > 3)) throw new Error(`seed ${seed} awards nothing: ${ran.text}`);
      const course = new CorrectedCourse(id, correctionsOf(new Chance(seed), read), api, client);
      // A part of the file is in already: those rows change nothing any more.
      await client.post(`/classes/${id}/correction-imports`, csv(course.rows.slice(0, 3)));
      await course.settle(8);
      for (const { certificateNo } of (await course.deliver()).lines) course.delivered.add(certificateNo);
      await course.settle();
      await course.judgeAttendance();
      return course;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** What the workers do: all that is owed, or some of it. */
  async settle(most = Number.POSITIVE_INFINITY): Promise<void> {
    const { open } = await this.api.app.get(CertificateWorkQueries, { strict: false }).ofClass(this.id);
    const job = { outboxId: newUuid(), key: 'test', fence: { hold: async () => undefined } };
    for (const studentCourseId of open.slice(0, most))
      await this.api.app.get(SettleCertificate, { strict: false }).handle({ studentCourseId }, job);
  }

  /** A delivery, and what it kept out. */
  async deliver(): Promise<Delivery> {
    const answer = await this.client.post<Partial<Delivery> & { id?: string }>('/exports', { class: this.id });
    const { id, rejected = [] } = answer.json();
    if (id === undefined) return { lines: [], rejected };
    const { lines } = (await this.client.get<Pick<Delivery, 'lines'>>(`/exports/${id}`)).json();
    return { lines, rejected };
  }

  /** The student's row of the award file, by student number. */
  async ledgers(): Promise<ReadonlyMap<string, string>> {
    const { text } = await this.client.get(`/classes/${this.id}/files/awards-final.csv`);
    const rows = text.trimEnd().split('\r\n').slice(1);
    return new Map(
      rows.map((row) => {
        const [studentNo, , ects, ectsReasons, status, points, reasons] = row.split(';');
        return [studentNo!, [ects, ectsReasons, status, points, reasons].join(';')] as const;
      }),
    );
  }

  /** The certificates that hold, with their version. */
  async live(): Promise<readonly { readonly certificateNo: string; readonly version: number }[]> {
    const path = `/certificates?class=${this.id}&limit=200`;
    const { data } = (await this.client.get<{ data: readonly ListedCertificate[] }>(path)).json();
    return data
      .filter(({ state }) => state === 'VALID')
      .map(({ certificateNo, versions }) => ({ certificateNo, version: versions.at(-1)!.version }));
  }

  /** What happened to certificates after that position of the log. */
  certificateEvents(after: number): Promise<readonly Recorded[]> {
    return this.eventsOf(['CertificateIssued', 'CertificateCorrected', 'CertificateRevoked'], after);
  }

  /** Where the students stand with their attendance is judged; answers what was said that they are told of. */
  async judgeAttendance(): Promise<readonly Recorded[]> {
    const position = await this.client.events();
    const job = { outboxId: newUuid(), key: 'test', fence: { hold: async () => undefined } };
    await this.api.app.get(JudgeAttendanceStanding, { strict: false }).handle({ classId: this.id, position }, job);
    return this.eventsOf(['AttendanceThresholdAtRisk', 'AttendanceRequirementNotMet'], position);
  }

  private async eventsOf(types: readonly string[], after: number): Promise<readonly Recorded[]> {
    const events = await this.api.app.get(EventStore).reader.page(after, 10_000);
    return events.filter(({ type }) => types.includes(type));
  }
}

interface ListedCertificate {
  readonly certificateNo: string;
  readonly state: string;
  readonly versions: readonly { readonly version: number }[];
}

export interface DeliveredLine {
  readonly certificateNo: string;
  readonly lineNo: number;
  readonly version: number;
  readonly action: string;
  readonly points: number;
  readonly reasonCode?: string;
}

export interface KeptOutLine {
  readonly certificateNo: string;
  readonly lineNo: number;
  readonly version: number;
  readonly codes: readonly string[];
}

export interface Delivery {
  readonly lines: readonly DeliveredLine[];
  readonly rejected: readonly KeptOutLine[];
}
