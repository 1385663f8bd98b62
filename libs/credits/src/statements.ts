import type { StatementContent, StatementLanguage } from '@kull/documents';
import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { type StatementRefusal, statedCredits } from './domain/stated-credits';
import { studentCourse } from './domain/student-course';
import { Holders } from './holders';

/** `bi.no`: the organiser's domain, by which EMREX knows it. */
export const ORGANISER_DOMAIN = Symbol('organiser domain');

/** Statements of ectsCredits, made from what stands when they are asked for. */
@Injectable()
export class Statements {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly holders: Holders,
    @Inject(ORGANISER_DOMAIN) private readonly domain: string,
  ) {}

  /** @param language absent: the student's own */
  async of(
    studentCourseId: string,
    { language, madeAt }: { readonly language?: StatementLanguage; readonly madeAt: Instant },
  ): Promise<{ readonly studentNo: string; readonly content: StatementContent } | StatementRefusal> {
    const { state } = await this.events.load(studentCourse, studentCourseId);
    const stated = statedCredits(state);
    if ('code' in stated) return stated;
    if (state.status === 'none') return { code: 'STUDENT_COURSE_NOT_OPEN' };
    const planned = await this.classes.find(state.classId);
    const [holder] = await this.holders.open([state.holder]);
    const { programme, startsOn, course } = planned!.plan;
    const { familyName, givenNames, birthDate } = holder!;
    const { code, title, level } = programme;
    return {
      studentNo: state.studentNo,
      content: {
        ...stated,
        language: language ?? holder!.language,
        student: { familyName, givenNames, birthDate },
        programme: { code, title, level },
        startsOn,
        organiser: { ...course!.organiser, domain: this.domain },
        madeAt,
      },
    };
  }
}
