import type { CourseFolder } from './course-folder';
import type { Known } from './course-rows';

/** One student as judged. */
export interface Judged {
  readonly studentNo: string;
  /** In half hours. */
  readonly attended: number;
  readonly ectsCredits: number;
  readonly ectsReasons: readonly string[];
  readonly status: 'AWARDED' | 'HELD' | 'NOT_MET' | 'NOT_APPLICABLE';
  readonly points: number;
  readonly pointsReasons: readonly string[];
  readonly warnings: readonly string[];
  readonly completionDate: string;
}

/** Who a student is now: names and HPR number may have been corrected. */
export interface Identity {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly hprNumber: string;
  readonly status: string;
}

/** Day of birth of a synthetic national id (month + 80, perhaps day + 40) of somebody of working age. */
export const birthDateOf = (nationalId: string): string => {
  const day = Number(nationalId.slice(0, 2)) % 40;
  const month = Number(nationalId.slice(2, 4)) % 40;
  const individual = Number(nationalId.slice(6, 9));
  const year = Number(nationalId.slice(4, 6));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${(individual < 500 || year >= 40 ? 1900 : 2000) + year}-${two(month)}-${two(day)}`;
};

const reachedShare = (attended: number, share: number, total: number): boolean =>
  attended * 1_000 >= Math.round(share * 1_000) * total;

const hprReasons = (folder: CourseFolder, who: Identity, day: string): string[] => {
  if (who.hprNumber === '') return ['HPR_MISSING'];
  const entry = folder.register.get(who.hprNumber);
  if (!entry) return ['HPR_UNKNOWN'];
  const reasons: string[] = [];
  if (entry.profession !== 'PHYSICIAN') reasons.push('HPR_NOT_PHYSICIAN');
  if (entry.birth_date !== '' && entry.birth_date !== who.birthDate) reasons.push('HPR_BIRTH_DATE_MISMATCH');
  if (day < (entry.authorised_from || '0') || day > (entry.authorised_to || '9'))
    reasons.push('HPR_NOT_AUTHORISED_AT_COMPLETION');
  return reasons;
};

const hprWarnings = (folder: CourseFolder, who: Identity): string[] => {
  const entry = folder.register.get(who.hprNumber);
  if (!entry) return [];
  const warnings: string[] = [];
  if (entry.birth_date === '') warnings.push('HPR_BIRTH_DATE_UNKNOWN');
  if (entry.family_name !== who.familyName || entry.given_names !== who.givenNames) warnings.push('HPR_NAME_DIFFERS');
  return warnings;
};

/** credits.md 2 for one student. */
export const judge = (folder: CourseFolder, studentNo: string, known: Known, who: Identity): Judged => {
  const { sessions, ectsRule, courseApproval, class: programmeClass, programme } = folder.course;
  const total = sessions.reduce((sum, { hours }) => sum + hours * 2, 0);
  const attended = [...known.hours.values()].reduce((sum, half) => sum + half, 0);
  const completionDate = known.result?.day ?? programmeClass.endsOn;
  const assessment = !known.result
    ? ['ASSESSMENT_MISSING']
    : known.result.value === 'PASSED'
      ? []
      : ['ASSESSMENT_NOT_PASSED'];
  const belowMinimum = (share: number): string[] =>
    reachedShare(attended, share, total) ? [] : ['ATTENDANCE_BELOW_MINIMUM'];

  const ectsReasons = [...belowMinimum(ectsRule.minAttendance), ...assessment].sort();
  const valid = courseApproval.validFrom <= completionDate && completionDate <= courseApproval.validTo;
  const unmet = [
    ...belowMinimum(courseApproval.minAttendance),
    ...(courseApproval.assessmentRequired ? assessment : []),
    ...(valid ? [] : ['APPROVAL_NOT_VALID_AT_COMPLETION']),
  ];
  const hpr = hprReasons(folder, who, completionDate);
  const outcome: Pick<Judged, 'status' | 'pointsReasons'> =
    who.status !== 'PHYSICIAN'
      ? { status: 'NOT_APPLICABLE', pointsReasons: ['PARTICIPANT_NOT_AUTHORISED'] }
      : unmet.length > 0
        ? { status: 'NOT_MET', pointsReasons: [...unmet, ...hpr].sort() }
        : hpr.length > 0
          ? { status: 'HELD', pointsReasons: hpr.sort() }
          : { status: 'AWARDED', pointsReasons: [] };
  return {
    studentNo,
    attended,
    ectsCredits: ectsReasons.length === 0 ? programme.ectsCredits : 0,
    ectsReasons,
    ...outcome,
    points: outcome.status === 'AWARDED' ? courseApproval.creditLines.reduce((sum, { points }) => sum + points, 0) : 0,
    warnings: outcome.status === 'AWARDED' ? hprWarnings(folder, who) : [],
    completionDate,
  };
};
