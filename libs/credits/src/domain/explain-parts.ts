import type { Evidence, LocalDate, Requirement } from '@kull/kernel';
import type { PartRequirement } from '@kull/teaching/contracts';
import { type Action, open } from './explain-requirements';
import type { Way } from './part.events';
import type { JudgedCourse, OpenCourse, Part } from './student-course.state';

/** What the student does to have the part done. */
const actions = {
  STUDENT_DECLARATION: 'DECLARE_DONE',
  LECTURE_WATCHED: 'WATCH_LECTURE',
  EVALUATION_ANSWERED: 'ANSWER_EVALUATION',
} as const satisfies Record<Way, Action>;

const reported = ({ fulfilled, withdrawn }: Part): Evidence[] => [
  ...withdrawn.flatMap(({ fulfilment, reasonClass, by }) => [
    { record: 'REPORTED', value: fulfilment.by, who: fulfilment.reportedBy, at: fulfilment.at },
    { record: 'WITHDRAWN', value: reasonClass, who: by },
  ]),
  ...(fulfilled ? [{ record: 'FULFILLED', value: fulfilled.by, who: fulfilled.reportedBy, at: fulfilled.at }] : []),
];

/** A mandatory part: done, or what the student has to do by when. Done late is done. */
export const partRequirement = (
  { parts }: OpenCourse | JudgedCourse,
  { code, title, fulfilledBy, dueOn }: PartRequirement,
  dueAt: LocalDate,
): Requirement => {
  const part = parts.get(code) ?? { withdrawn: [] };
  const evidence: Evidence[] = [
    { record: 'PART', value: code },
    { record: 'TITLE', value: title },
    ...(dueOn === undefined ? [] : [{ record: 'DUE_ON', at: dueOn }]),
    ...reported(part),
  ];
  return part.fulfilled
    ? { code: 'PART', status: 'met', evidence }
    : open('PART_MISSING', 'waiting', evidence, {
        actor: 'STUDENT',
        action: actions[fulfilledBy],
        dueAt: dueOn ?? dueAt,
      });
};
