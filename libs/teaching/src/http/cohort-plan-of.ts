import { type Instant, inOslo, parseInstant, shareText } from '@kull/kernel';
import type { z } from 'zod';
import type { CourseApproval, CourseRequirement, Session } from '../domain/class-plan';
import type { CohortPlan } from '../domain/cohort-plan';
import type { Gathering } from '../domain/gathering';
import type { cohortDocument, gathering } from './cohort-document.dto';
import { courseApprovalOf, sessionOf, shareOf } from './course-of';

type Document = z.output<typeof cohortDocument>;
type GatheringDocument = z.output<typeof gathering>;
type RequirementDocument = NonNullable<Document['course']['requirements']>[number];

/** The gathering that a checked document describes. */
export const gatheringOf = ({ sessions, ...said }: GatheringDocument): Gathering => ({
  ...said,
  sessions: sessions.map((one) => ({ ...sessionOf(one), gathering: said.number })),
});

const requirementOf = (said: RequirementDocument): CourseRequirement =>
  said.kind === 'ASSESSMENT' && said.handInBy !== undefined
    ? { ...said, handInBy: parseInstant(said.handInBy)! }
    : said;

/** The plan that a checked cohort document describes. */
export const cohortPlanOf = ({ cohort, programme, course, classes }: Document): CohortPlan => {
  const { ectsRule, requirements, courseApproval, ...said } = course;
  return {
    ...cohort,
    programme,
    course: {
      ...said,
      ectsRule: { ...ectsRule, minAttendance: shareOf(ectsRule.minAttendance) },
      ...(requirements && { requirements: requirements.map(requirementOf) }),
      ...(courseApproval && { courseApproval: courseApprovalOf(courseApproval) }),
    },
    classes: classes.map(({ gatherings, ...one }) => ({ ...one, gatherings: gatherings.map(gatheringOf) })),
  };
};

/** The instant as people in Oslo read it: `2026-09-14T09:00:00+02:00`. */
const osloText = (instant: Instant): string => {
  const { date, time } = inOslo(instant);
  const offset = (Date.parse(`${date}T${time}Z`) - Date.parse(instant)) / 3_600_000;
  return `${date}T${time}+0${Math.round(offset)}:00`;
};

const sessionDocument = ({ halfHours, startsAt, gathering: _, ...said }: Session) => ({
  ...said,
  teachers: said.teachers && [...said.teachers],
  startsAt: osloText(startsAt),
  hours: halfHours / 2,
});

/** The document that describes the gathering. */
export const gatheringDocument = ({ number, title, venue, sessions }: Gathering): GatheringDocument => ({
  number,
  title,
  venue,
  sessions: sessions.map(sessionDocument),
});

const requirementDocument = (requirement: CourseRequirement): RequirementDocument =>
  requirement.kind === 'ASSESSMENT' && requirement.handInBy !== undefined
    ? { ...requirement, handInBy: osloText(requirement.handInBy) }
    : requirement;

const approvalDocument = ({ approvalId: id, minAttendance, creditLines, ...said }: CourseApproval) => ({
  id,
  ...said,
  minAttendance: Number(shareText(minAttendance)),
  creditLines: creditLines.map(({ approvedHalfHours, ...line }) => ({ ...line, approvedHours: approvedHalfHours / 2 })),
});

/** The document that describes the plan: to be edited and sent. */
export const cohortDocumentOf = ({ course, programme, classes, ...cohort }: CohortPlan): Document => {
  const { ectsRule, requirements, courseApproval, gatherings, ...said } = course;
  return {
    cohort,
    programme,
    course: {
      ...said,
      ectsRule: { ...ectsRule, minAttendance: Number(shareText(ectsRule.minAttendance)) },
      requirements: requirements?.map(requirementDocument),
      gatherings,
      courseApproval: courseApproval && approvalDocument(courseApproval),
    },
    classes: classes.map((one) => ({ ...one, gatherings: one.gatherings.map(gatheringDocument) })),
  };
};
