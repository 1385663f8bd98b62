import type { Instant, LocalDate } from '@kull/kernel';
import { classIdOf } from '../domain/ids';
import type { NamedGuest, NamedStudent, Roster, RosterAsOf } from '../rosters';
import { classRefOf, type StandingView, standingViewOf } from './student-view';

interface Person {
  readonly studentNo: string;
  /** Null: the person was forgotten. */
  readonly familyName: string | null;
  readonly givenNames: string | null;
  readonly language: 'nb' | 'nn' | 'en' | null;
}

export interface RosterStudentView extends Person {
  readonly participantStatus: string;
  readonly enteredOn?: LocalDate;
  readonly transferredFrom?: { readonly id: string; readonly code: string };
  readonly standing: StandingView;
}

export interface RosterGuestView extends Person {
  readonly homeClass: { readonly id: string; readonly code: string };
}

/** A class list: students by name, and the guests of each gathering. */
export interface RosterView {
  readonly class: { readonly id: string; readonly code: string; readonly site: string; readonly capacity: number };
  /** What the log knew by then. Null: all that is known now. */
  readonly knownAt: Instant | null;
  readonly validOn: LocalDate;
  readonly students: readonly RosterStudentView[];
  /** As known, whatever the day: a gathering has days of its own. */
  readonly guests: readonly { readonly gathering: number; readonly guests: readonly RosterGuestView[] }[];
}

const personOf = ({ studentNo, familyName, givenNames, language }: NamedStudent | NamedGuest): Person => ({
  studentNo,
  familyName: familyName ?? null,
  givenNames: givenNames ?? null,
  language: language ?? null,
});

const studentOf = (student: NamedStudent): RosterStudentView => ({
  ...personOf(student),
  participantStatus: student.participantStatus,
  ...(student.enteredOn !== undefined && { enteredOn: student.enteredOn }),
  ...(student.transferredFrom && { transferredFrom: classRefOf(student.transferredFrom) }),
  standing: standingViewOf(student.standing),
});

/** A list without why somebody is away, which may be illness: whoever teaches sees that they are (domain.md 6). */
export const withoutReasons = (view: RosterView): RosterView => ({
  ...view,
  students: view.students.map((student) => {
    const { reasonClass: _, ...standing } = student.standing as StandingView & { readonly reasonClass?: string };
    return { ...student, standing: standing as StandingView };
  }),
});

const guestOf = (guest: NamedGuest): RosterGuestView => ({
  ...personOf(guest),
  homeClass: { id: guest.homeClassId, code: guest.homeClassCode },
});

export const rosterViewOf = (
  id: string,
  { class: { plan, capacity }, students, guests }: Roster,
  { knownAt, validOn }: RosterAsOf,
): RosterView => ({
  class: { id, code: plan.code, site: plan.site, capacity },
  knownAt: knownAt ?? null,
  validOn,
  students: students.map(studentOf),
  guests: [...new Set(guests.map(({ gathering }) => gathering))]
    .sort((one, other) => one - other)
    .map((gathering) => ({ gathering, guests: guests.filter((one) => one.gathering === gathering).map(guestOf) })),
});

const [oslo1, oslo2] = ['OSLO-1', 'OSLO-2'].map((code) => ({
  id: classIdOf({ code, intake: 'NLP-2026' }),
  code,
}));

export const exampleRoster: RosterView = {
  class: { ...oslo1!, site: 'Oslo', capacity: 54 },
  knownAt: null,
  validOn: '2026-11-02',
  students: [
    {
      studentNo: 'A26-000439',
      familyName: 'Nordmann',
      givenNames: 'Kari',
      language: 'nb',
      participantStatus: 'PHYSICIAN',
      enteredOn: '2026-10-19',
      transferredFrom: oslo2!,
      standing: { kind: 'on_leave', from: '2026-11-01', until: '2026-12-01', reasonClass: 'ILLNESS' },
    },
  ],
  guests: [
    {
      gathering: 3,
      guests: [{ studentNo: 'A26-000261', familyName: 'Aas', givenNames: 'Karim', language: 'nb', homeClass: oslo2! }],
    },
  ],
};
