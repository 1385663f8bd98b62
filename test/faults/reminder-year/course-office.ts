import type { TestApi } from '../../harness/api';
import { CourseClient } from '../../rules/course-client';
import { attendanceFile, correctionsFile, planOf, registerFile, resultsFile } from './course-files';
import type { CourseWish, OnlineCourse, Physician, Receipt } from './online-course';
import { participantsFile } from './written-files';

interface SentLine {
  readonly certificateNo: string;
  readonly lineNo: number;
  readonly version: number;
}

interface Listed<T> {
  readonly data: readonly T[];
}

/** Does in the service what the office does in the online course, and what the association answers. */
export class CourseOffice {
  /** By place of the course in the scenario. */
  private readonly ids: string[] = [];
  /** By the same, the ids of its deliveries. */
  private readonly deliveries: string[][] = [];
  private readonly knownSince = new Set<string>();
  private readonly client: CourseClient;

  constructor(
    private readonly courses: readonly OnlineCourse[],
    private readonly physicians: readonly Physician[],
    api: TestApi,
  ) {
    this.client = new CourseClient(api);
  }

  /** Each class, with everybody in it. */
  async plan(): Promise<void> {
    for (const [at, course] of this.courses.entries()) {
      const { id } = await this.said<{ id: string }>(201, '/classes', planOf(course));
      this.ids.push(id);
      this.deliveries.push([]);
      await this.readRegister(at);
      await this.said(200, `/classes/${id}/participant-imports`, participantsFile(this.of(at)));
    }
  }

  /** Everything that is wished for in a course can be done: what is refused is refused in the answer. */
  async carryOut(wish: CourseWish): Promise<void> {
    const { course } = wish;
    const path = `/classes/${this.ids[course]}`;
    switch (wish.kind) {
      case 'judge':
        await this.said(200, `${path}/attendance-imports`, attendanceFile(this.courses[course]!, this.of(course)));
        await this.said(200, `${path}/result-imports`, resultsFile(this.of(course)));
        await this.said(200, `${path}/award-runs`, {});
        return;
      case 'correct':
        await this.said(200, `${path}/correction-imports`, correctionsFile(wish));
        return;
      case 'read register':
        for (const no of wish.now) this.knownSince.add(no);
        return this.readRegister(course);
      case 'export': {
        const { id } = await this.said<{ id: string }>(201, '/exports', { class: this.ids[course] });
        this.deliveries[course]!.push(id);
        return;
      }
      case 'receive': {
        const id = this.deliveries[course]![wish.delivery - 1]!;
        const records = await Promise.all(wish.receipts.map((one) => this.recordOf(id, one)));
        await this.said(200, `/exports/${id}/acknowledgements`, { records });
        return;
      }
      case 'requeue': {
        const id = this.deliveries[course]![wish.delivery - 1]!;
        const { certificateNo, lineNo } = await this.lineOf(id, wish);
        await this.said(200, `/exports/${id}/requeues`, { lines: [{ certificateNo, lineNo }] });
        return;
      }
    }
  }

  private async recordOf(id: string, receipt: Receipt) {
    const { certificateNo, lineNo, version } = await this.lineOf(id, receipt);
    const { result, receivedAt } = receipt;
    const code = result === 'REJECTED' ? { code: 'E999' } : {};
    return { certificateId: certificateNo, lineNo, version, result, ...code, receivedAt };
  }

  /** A physician has at most one certificate in a delivery that is answered. */
  private async lineOf(id: string, { no }: { readonly no: string }): Promise<SentLine> {
    const { lines } = (await this.client.get<{ lines: readonly SentLine[] }>(`/exports/${id}`)).json();
    const issued = await Promise.all(
      this.ids.map((classId) =>
        this.client.get<Listed<{ studentNo: string; certificateNo: string }>>(
          `/certificates?class=${classId}&limit=200`,
        ),
      ),
    );
    const own = issued.flatMap((answer) => answer.json().data).filter(({ studentNo }) => studentNo === no);
    const line = lines.find((one) => own.some(({ certificateNo }) => certificateNo === one.certificateNo));
    if (!line) throw new Error(`nothing of ${no} has left`);
    return line;
  }

  private async readRegister(course: number): Promise<void> {
    const file = registerFile(this.of(course), this.knownSince);
    const { status } = await this.client.put(`/classes/${this.ids[course]}/hpr-register`, file);
    if (status !== 200) throw new Error(`the register was not read: ${status}`);
  }

  private async said<T>(status: number, path: string, body: Buffer | object): Promise<T> {
    const answer = await this.client.post<T>(path, body);
    if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.json();
  }

  private of(course: number): readonly Physician[] {
    return this.physicians.filter((one) => one.course === course);
  }
}
