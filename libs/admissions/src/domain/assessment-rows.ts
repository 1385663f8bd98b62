import { type Assessment, oneOfEachAssessor } from './assessments';

/** The columns of `assessments.csv`. */
export const assessmentColumns = ['application_no', 'assessor', 'score'] as const;

export type AssessmentRecord = Readonly<Record<(typeof assessmentColumns)[number], string>>;

/** What the rows of `assessments.csv` say, one assessment per assessor and application. */
export interface ReadAssessments {
  readonly byApplication: ReadonlyMap<string, readonly Assessment[]>;
  /** Rows that say nothing: for an unknown application, a second one of the same assessor, no whole score. */
  readonly passedOver: number;
}

const assessmentOf = ({ assessor, score }: AssessmentRecord): Assessment | undefined =>
  /^\P{Cc}{1,64}$/u.test(assessor) && /^\d{1,4}$/.test(score) ? { assessor, score: Number(score) } : undefined;

/** Reads `assessments.csv`; rows for applications that were not taken in are passed over (selection.md 1). */
export const readAssessments = (
  records: readonly AssessmentRecord[],
  isTakenIn: (applicationNo: string) => boolean,
): ReadAssessments => {
  const given = new Map<string, Assessment[]>();
  for (const record of records) {
    const assessment = assessmentOf(record);
    if (!assessment || !isTakenIn(record.application_no)) continue;
    const others = given.get(record.application_no);
    if (others) others.push(assessment);
    else given.set(record.application_no, [assessment]);
  }
  const byApplication = new Map([...given].map(([applicationNo, all]) => [applicationNo, oneOfEachAssessor(all)]));
  const counting = [...byApplication.values()].reduce((sum, { length }) => sum + length, 0);
  return { byApplication, passedOver: records.length - counting };
};
