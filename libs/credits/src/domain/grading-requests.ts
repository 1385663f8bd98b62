import type { Sealed } from '@kull/event-store/contracts';
import { accept, type Command, type Decision, type Instant, localDateInOslo, nothing, reject } from '@kull/kernel';
import { assessmentNamed } from './course-terms';
import { appealDeadlineOf, reasonsDeadlineOf } from './deadlines';
import type { GradingRequestEvent, ResultAppealHandled } from './grading-request.events';
import { type Assessment, type JudgedCourse, type OpenCourse, resultKnownAt } from './student-course.state';

export type AskForGradingReasons = Command<
  'AskForGradingReasons',
  { readonly assessment: string; readonly at: Instant }
>;

/** `sealed`: the grounds under the student's key. */
export type AppealResult = Command<
  'AppealResult',
  { readonly assessment: string; readonly at: Instant; readonly grounds: string; readonly sealed: Sealed }
>;

export type HandleResultAppeal = Command<'HandleResultAppeal', ResultAppealHandled['data']>;

export type GradingRequestCommand = AskForGradingReasons | AppealResult | HandleResultAppeal;

/**
 * - `REASONS_TOO_LATE`, `RESULT_APPEAL_TOO_LATE`: the last day is over.
 * - `REASONS_ALREADY_ASKED`, `RESULT_ALREADY_APPEALED`: about the result that counts; a corrected one is another.
 * - `GROUNDS_MISSING`, `GROUNDS_TOO_LONG`: an appeal says why.
 * - `RESULT_NOT_APPEALED`: there is nothing to handle.
 */
export type GradingRequestCode =
  | 'REASONS_TOO_LATE'
  | 'REASONS_ALREADY_ASKED'
  | 'RESULT_APPEAL_TOO_LATE'
  | 'RESULT_ALREADY_APPEALED'
  | 'RESULT_NOT_APPEALED'
  | 'GROUNDS_MISSING'
  | 'GROUNDS_TOO_LONG';

type Code = GradingRequestCode | 'UNKNOWN_ASSESSMENT' | 'RESULT_NOT_ATTESTED' | 'REASONS_ALREADY_GIVEN';

type Decided = Decision<GradingRequestEvent, { readonly code: Code }>;

export const longestGrounds = 3_000;

/** What was asked and answered about the result that counts now: a corrected result is asked about anew. */
export const aboutResult = (assessment: Assessment): Pick<Assessment, 'reasonsAsked' | 'reasonsGiven' | 'appealed'> => {
  const knownAt = resultKnownAt(assessment);
  if (knownAt === undefined) return {};
  const { reasonsAsked, reasonsGiven, appealed } = assessment;
  return {
    ...(reasonsAsked && reasonsAsked.at >= knownAt && { reasonsAsked }),
    ...(reasonsGiven && reasonsGiven.at >= knownAt && { reasonsGiven }),
    ...(appealed && appealed.at >= knownAt && { appealed }),
  };
};

const named = (
  { terms, assessments }: OpenCourse | JudgedCourse,
  code: string,
): { readonly assessment: Assessment; readonly knownAt: Instant } | { readonly refused: Code } => {
  if (!assessmentNamed(terms, code)) return { refused: 'UNKNOWN_ASSESSMENT' };
  const assessment = assessments.get(code) ?? {};
  const knownAt = resultKnownAt(assessment);
  return knownAt === undefined ? { refused: 'RESULT_NOT_ATTESTED' } : { assessment, knownAt };
};

/** A student asks for the reasons of a result, within a week. */
export const askForReasons = (
  course: OpenCourse | JudgedCourse,
  { assessment: code, at }: AskForGradingReasons['data'],
): Decided => {
  const found = named(course, code);
  if ('refused' in found) return reject({ code: found.refused });
  const { reasonsAsked, reasonsGiven } = aboutResult(found.assessment);
  if (reasonsGiven) return reject({ code: 'REASONS_ALREADY_GIVEN' });
  if (reasonsAsked) return reject({ code: 'REASONS_ALREADY_ASKED' });
  if (localDateInOslo(at) > reasonsDeadlineOf(found.knownAt)) return reject({ code: 'REASONS_TOO_LATE' });
  return accept({ type: 'GradingReasonsAsked', data: { assessment: code, askedAt: at } });
};

/** A student appeals a result, within three weeks of it or of its reasons. */
export const appealResult = (
  course: OpenCourse | JudgedCourse,
  { assessment: code, at, grounds, sealed }: AppealResult['data'],
): Decided => {
  const found = named(course, code);
  if ('refused' in found) return reject({ code: found.refused });
  const { appealed, reasonsGiven } = aboutResult(found.assessment);
  if (appealed) return reject({ code: 'RESULT_ALREADY_APPEALED' });
  if (localDateInOslo(at) > appealDeadlineOf(found.knownAt, reasonsGiven?.at))
    return reject({ code: 'RESULT_APPEAL_TOO_LATE' });
  if (grounds.trim() === '') return reject({ code: 'GROUNDS_MISSING' });
  if (grounds.length > longestGrounds) return reject({ code: 'GROUNDS_TOO_LONG' });
  return accept({ type: 'ResultAppealed', data: { assessment: code, appealedAt: at, grounds: sealed } });
};

/** The office has taken an appeal to where it is decided, also when the result was corrected in the meantime. */
export const handleAppeal = (
  { terms, assessments }: OpenCourse | JudgedCourse,
  data: HandleResultAppeal['data'],
): Decided => {
  if (!assessmentNamed(terms, data.assessment)) return reject({ code: 'UNKNOWN_ASSESSMENT' });
  const appealed = assessments.get(data.assessment)?.appealed;
  if (!appealed) return reject({ code: 'RESULT_NOT_APPEALED' });
  return appealed.handledAt === undefined ? accept({ type: 'ResultAppealHandled', data }) : nothing;
};
