import type { ExplainedCourse } from '@kull/credits';
import type { Evidence, Instant, LocalDate } from '@kull/kernel';

/** An exam or a paper, as its student is told of it. */
export interface ToldAssessment {
  readonly code: string;
  readonly title: string;
  readonly handInBy?: Instant;
  readonly gradingDeadline?: LocalDate;
  /** Once somebody stands by it: before that nobody is told. */
  readonly result?: { readonly grade: string; readonly at: Instant };
  readonly isPassed: boolean;
  readonly reasonsDeadline?: LocalDate;
  readonly reasonsGivenAt?: Instant;
  readonly appealDeadline?: LocalDate;
  readonly reasonsAskedAt?: Instant;
  readonly appealedAt?: Instant;
  /** The office has taken the appeal to where it is decided. */
  readonly appealHandledAt?: Instant;
}

const CODES = new Set(['ASSESSMENT', 'ASSESSMENT_MISSING', 'ASSESSMENT_NOT_PASSED']);

const resultIn = (find: (record: string) => Evidence | undefined): ToldAssessment['result'] => {
  const corrected = find('CORRECTED_RESULT');
  const [registered, attested] = [find('RESULT'), find('ATTESTATION')];
  if (corrected?.at) return { grade: String(corrected.value), at: corrected.at };
  return registered && attested?.at ? { grade: String(registered.value), at: attested.at } : undefined;
};

/** The assessments of a course that lists them, in its order. */
export const assessmentsIn = ({ ectsCredits }: Pick<ExplainedCourse, 'ectsCredits'>): readonly ToldAssessment[] =>
  ectsCredits.requirements
    .filter(({ code }) => CODES.has(code))
    .flatMap(({ status, evidence }) => {
      const find = (record: string) => evidence.find((one) => one.record === record);
      const at = (record: string) => find(record)?.at;
      const [code, title] = [find('ASSESSMENT')?.value, find('TITLE')?.value];
      if (code === undefined || title === undefined) return [];
      const result = resultIn(find);
      const known = {
        handInBy: at('HAND_IN_BY'),
        gradingDeadline: at('GRADING_DEADLINE'),
        reasonsDeadline: at('REASONS_DEADLINE'),
        reasonsGivenAt: at('REASONS_GIVEN'),
        appealDeadline: at('APPEAL_DEADLINE'),
        reasonsAskedAt: at('REASONS_ASKED'),
        appealedAt: at('APPEALED'),
        appealHandledAt: at('APPEAL_HANDLED'),
      };
      return [
        {
          code: String(code),
          title: String(title),
          isPassed: status === 'met',
          ...(result && { result }),
          ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
        },
      ];
    });
