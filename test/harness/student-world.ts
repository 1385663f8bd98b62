import { Clock, newUuid } from '@kull/kernel';
import { People } from '@kull/people';
import type { CourseRequirement } from '@kull/teaching/contracts';
import { CourseClient } from '../rules/course-client';
import { createTestApi, type TestApi } from './api';
import { type CohortClass, planCohort } from './filled-cohort';
import { loggedInPerson } from './logged-in';

/** What is graded and done in the national programme. */
export const programmeRequirements: readonly CourseRequirement[] = [
  {
    kind: 'ASSESSMENT',
    code: 'TAKE_HOME_EXAM',
    title: 'Hjemmeeksamen',
    scale: 'A_TO_F',
    handInBy: '2027-06-03T12:00:00.000Z',
    gradingWeeks: 3,
  },
];

/** A service with two classes of the national programme, for the pages of their students. */
export class StudentWorld {
  private constructor(
    readonly api: TestApi,
    readonly origin: string,
    readonly classes: readonly CohortClass[],
    readonly client: CourseClient,
  ) {}

  static async start(requirements?: readonly CourseRequirement[], students = 3): Promise<StudentWorld> {
    const api = await createTestApi();
    await api.app.listen(0, '127.0.0.1');
    const classes = await planCohort(api.app, 'NLP-2026', { classes: 2, students, requirements });
    const client = new CourseClient(api);
    for (const { id } of classes) await client.post(`/classes/${id}/student-courses`, {});
    return new StudentWorld(api, await api.app.getUrl(), classes, client);
  }

  close(): Promise<void> {
    return this.api.close();
  }

  moveClock(now: string): Promise<void> {
    return (this.api.app.get(Clock) as unknown as { set(now: string): Promise<void> }).set(now);
  }

  /** The person of a student number. */
  async personOf(studentNo: string): Promise<string> {
    return (await this.api.app.get(People).withNationalId(studentNo))!;
  }

  /** The cookie of a student who is logged in. */
  async cookieOf(studentNo: string): Promise<string> {
    return loggedInPerson(this.api, await this.personOf(studentNo));
  }

  /** Marks a student in the first sessions of the class: so many missed, and then so many attended. */
  async mark({ id, sessions }: CohortClass, studentNo: string, missed: number, attended: number): Promise<void> {
    const marks = sessions.slice(0, missed + attended).map(({ code, startsAt }, at) => ({
      id: newUuid(),
      session: code,
      studentNo,
      presence: at < missed ? 'ABSENT' : 'PRESENT',
      observedAt: startsAt,
    }));
    const { status } = await this.client.post(`/classes/${id}/mark-batches`, { observedBy: 'teacher-1', marks });
    if (status !== 200) throw new Error(`marks were answered with ${status}`);
  }
}
