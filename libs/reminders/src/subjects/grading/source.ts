import { type GradingToDo, OpenMatters } from '@kull/credits/contracts/open-matters';
import { addDays, type Instant, instantInOslo } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { OccasionSource } from '../../occasion-source';
import { datesSearched, dueAmong, type Matter, standingsAmong } from '../due-times';
import { staffOrOffice } from '../staff';
import type { GradingFacts } from './texts';

const mattersOf = (grading: GradingToDo): readonly Matter[] => {
  const { classId, classCode, programme, assessment, title, gradingDeadline, students, missing, graders } = grading;
  if (missing === 0) return [];
  const facts: GradingFacts = { classCode, title, gradingDeadline, students, missing };
  return staffOrOffice(graders).map((recipient) => ({
    subject: 'GRADING_DEADLINE',
    recipient,
    about: `${classId}.${assessment}`,
    version: gradingDeadline,
    programmeCode: programme.code,
    facts,
    date: gradingDeadline,
    endsAt: instantInOslo(addDays(gradingDeadline, 1)),
  }));
};

/** Assessments of which results are missing, by the last day to grade. To who has graded others; nobody has: the office. */
@Injectable()
export class GradingDeadlines implements OccasionSource {
  readonly subject = 'GRADING_DEADLINE';

  constructor(private readonly matters: OpenMatters) {}

  async between(plan: Plan, from: Instant, to: Instant) {
    const searched = datesSearched(plan, from, to);
    if (!searched) return [];
    const due = await this.matters.gradingDue(plan.programmeCode, searched.first, searched.last);
    return dueAmong(plan, due.flatMap(mattersOf), from, to);
  }

  async standing(plan: Plan, names: readonly OccasionName[]) {
    const classIds = [...new Set(names.map(({ about }) => about.slice(0, about.indexOf('.'))))];
    const grading = await this.matters.gradingIn(classIds);
    const open = new Set(
      grading.filter(({ missing }) => missing > 0).map(({ classId, assessment }) => `${classId}.${assessment}`),
    );
    // Results have come, so somebody else is known to grade: they are told instead.
    return standingsAmong(plan, names, grading.flatMap(mattersOf), ({ about }) =>
      open.has(about) ? 'MOVED' : 'SETTLED',
    );
  }
}
