import { EventStore } from '@kull/event-store';
import { addDays, type Instant, instantInOslo, newUuid } from '@kull/kernel';
import type { ClassPlan } from '@kull/teaching/contracts';
import { programmeClass } from '@kull/teaching/domain/class';
import { classIdOf } from '@kull/teaching/domain/ids';
import type { TestApi } from '../../harness/api';
import { CourseClient } from '../../rules/course-client';
import {
  dayOf,
  type GradedClass,
  type GradedWish,
  graders,
  gradingWeeks,
  halfDays,
  LEADERSHIP,
  type Pupil,
  seenAt,
} from './graded-class';
import { by } from './office';
import { onTheWall } from './oslo-clock';
import { csv, participantsFile } from './written-files';

const planOf = (graded: GradedClass): ClassPlan => ({
  code: graded.code,
  site: 'Oslo',
  capacity: 10,
  startsOn: addDays(graded.handInOn, -60),
  endsOn: addDays(graded.handInOn, 60),
  programme: LEADERSHIP,
  course: {
    ectsCredits: 30,
    sessions: halfDays.map((code) => ({
      code,
      title: code,
      startsAt: instantInOslo(dayOf(graded, code), '09:00:00'),
      halfHours: 8,
    })),
    ectsRule: { minAttendance: { numerator: 3, denominator: 4 } },
    requirements: [
      {
        kind: 'ASSESSMENT',
        code: 'EXAM',
        title: 'Hjemmeeksamen',
        scale: 'A_TO_F',
        handInBy: instantInOslo(graded.handInOn, '14:00:00'),
        gradingWeeks,
      },
    ],
    organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  },
});

/** Does in the service what teachers, those who grade, and the office do in a class that is marked and graded. */
export class GradedOffice {
  private readonly gone = new Set<string>();
  private readonly client: CourseClient;

  constructor(
    private readonly graded: GradedClass | undefined,
    private readonly pupils: readonly Pupil[],
    private readonly api: TestApi,
  ) {
    this.client = new CourseClient(api);
  }

  /** The id of the class, if there is one. */
  get classId(): string | undefined {
    return this.graded && classIdOf(planOf(this.graded));
  }

  async plan(at: Instant): Promise<void> {
    if (!this.graded) return;
    const events = this.api.app.get(EventStore);
    for (const command of [
      { type: 'PlanClass', data: planOf(this.graded) },
      { type: 'OpenClass', data: {} },
    ] as const)
      await events.execute(programmeClass, this.classId!, command, by(at));
    await this.said(
      '/staff-imports',
      csv(graders.map(({ code, email }) => ({ code, name: code, email, phone: '', language: 'nb' }))),
    );
    await this.said(
      `${this.path}/participant-imports`,
      participantsFile(this.pupils.map((one) => ({ ...one, language: 'nb', hprNumber: '', status: 'OTHER' }))),
    );
  }

  async carryOut(wish: GradedWish): Promise<void> {
    switch (wish.kind) {
      case 'mark': {
        const marks = this.pupils
          .filter(({ no }) => !this.gone.has(no))
          .map(({ no }) => ({
            id: newUuid(),
            session: wish.session,
            studentNo: no,
            presence: wish.absent.includes(no) ? 'ABSENT' : 'PRESENT',
            observedAt: seenAt(this.graded!, wish.session),
          }));
        const body = { device: 'phone-1', observedBy: 'teacher-1', marks };
        const { recorded } = await this.said<{ recorded: number }>(`${this.path}/mark-batches`, body);
        if (recorded !== marks.length) throw new Error(`${wish.session} was not marked`);
        return;
      }
      case 'set right': {
        const right = { studentNo: wish.no, presence: 'PRESENT', reasonClass: 'WRONG_MARK' };
        await this.said(`${this.path}/registers/${wish.session}/corrections`, right);
        return;
      }
      case 'leave class': {
        this.gone.add(wish.no);
        const on = onTheWall(wish.at).date;
        await this.said(`${this.path}/students/${wish.no}/withdrawals`, { on, reasonClass: 'OTHER' });
        return;
      }
      case 'grade': {
        const rows = wish.nos.map((no) => ({
          student_no: no,
          assessment: 'EXAM',
          result: 'B',
          graded_by: wish.by,
          attested_by: '',
          attested_at: '',
        }));
        await this.said(`${this.path}/result-imports`, csv(rows));
        return;
      }
    }
  }

  private get path(): string {
    return `/classes/${this.classId}`;
  }

  private async said<T>(path: string, body: Buffer | object): Promise<T> {
    const answer = await this.client.post<T & { rejected?: unknown }>(path, body);
    const { rejected } = answer.json();
    const isTaken = answer.status === 200 && (Array.isArray(rejected) ? rejected.length === 0 : !rejected);
    if (!isTaken) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.json();
  }
}
