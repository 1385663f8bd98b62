import type { Instant, Language } from '@kull/kernel';
import type { Profile } from '@kull/people';
import type { ClassPlan } from '@kull/teaching/contracts';
import type { Standing } from '../domain/attendance-standing';
import { type CountedIn, countedInOf } from '../domain/counted-in';
import type { StudentAtRisk } from '../domain/risk-list';
import type { StandingOption } from '../domain/standing-options';
import type { OptionView, StudentView } from './attendance-risk.dto';
import { leftInWords, optionInWords } from './standing-texts';

/** What a student's line on the list is made of besides the standings. */
export interface ShownWith {
  readonly plan: ClassPlan;
  readonly profile: Profile | undefined;
  readonly language: Language;
  /** When it was last said that the student stands so; undefined when it was not said yet. */
  readonly sinceOf: (standing: Standing) => Instant | undefined;
}

const optionView = (option: StandingOption, countedIn: CountedIn, language: Language): OptionView => {
  const text = optionInWords(option, countedIn, language);
  if (option.kind !== 'MAKE_UP') return { ...option, text };
  const { regained, ...makeUp } = option;
  return { ...makeUp, regainedHours: regained / 2, text };
};

/** A student's line on the list. */
export const studentView = (
  { classId, studentNo, status, sessions, standings, options }: StudentAtRisk,
  { plan, profile, sinceOf, language }: ShownWith,
): StudentView => {
  const countedIn = countedInOf(plan);
  return {
    classId,
    classCode: plan.code,
    studentNo,
    name: profile ? { familyName: profile.familyName, givenNames: profile.givenNames } : null,
    status,
    attendance: standings.map((standing) => {
      const { award, total, required, attended, open, leftToLose, sessionsLeftToLose } = standing;
      const { numerator, denominator } = standing.minAttendance;
      return {
        award,
        status: standing.status,
        since: sinceOf(standing) ?? null,
        minAttendance: numerator / denominator,
        hours: {
          total: total / 2,
          required: required / 2,
          attended: attended / 2,
          open: open / 2,
          leftToLose: leftToLose / 2,
        },
        sessions: { ...sessions, leftToLose: sessionsLeftToLose },
        countedIn,
        text: leftInWords(standing, countedIn, language),
      };
    }),
    options: options.map((option) => optionView(option, countedIn, language)),
  };
};
