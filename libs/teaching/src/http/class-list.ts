import type { ClassListContent } from '@kull/documents';
import type { Instant } from '@kull/kernel';
import { scheduledOf } from '../domain/class.state';
import { periodOf, type ScheduledGathering } from '../domain/gathering';
import type { Roster } from '../rosters';

/** The gathering as the class has it on the timetable; undefined when it is not there. */
export const gatheringOf = ({ class: state }: Roster, number: number): ScheduledGathering | undefined =>
  scheduledOf(state).find((one) => one.number === number);

/** What is printed for a gathering: the students who are there then, and its guests. Who was forgotten has a number only. */
export const classListOf = (
  { class: { plan }, students, guests }: Roster,
  { number, title, venue, sessions }: ScheduledGathering,
  madeAt: Instant,
): ClassListContent => {
  const nameOf = (one: { readonly givenNames?: string; readonly familyName?: string }): string =>
    one.familyName === undefined ? '' : `${one.familyName}, ${one.givenNames}`;
  return {
    programme: plan.programme.title,
    classCode: plan.code,
    site: plan.site,
    gathering: { number, title, venue, ...periodOf({ sessions }) },
    sessions: [...sessions]
      .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
      .map((session) => ({ title: session.title, startsAt: session.startsAt })),
    lines: [
      ...students
        .filter(({ standing }) => standing.kind === 'active')
        .map((student) => ({ name: nameOf(student), studentNo: student.studentNo })),
      ...guests
        .filter((guest) => guest.gathering === number)
        .map((guest) => ({ name: nameOf(guest), studentNo: guest.studentNo, guestFrom: guest.homeClassCode })),
    ],
    madeAt,
  };
};
