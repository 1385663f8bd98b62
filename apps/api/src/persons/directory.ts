import type { ListedApplicant } from '@kull/admissions';
import type { ListedStanding } from '@kull/attendance';
import type { Profile } from '@kull/people';
import type { ListedStudent } from '@kull/teaching';

/** A person's time in one class, as a list of hits shows it. */
export interface DirectoryStudent
  extends Pick<ListedStudent, 'studentNo' | 'classId' | 'classCode' | 'participantStatus' | 'standing'> {
  /** The intake that fills the class; a class that no intake fills is a cohort of its own. */
  readonly cohort: string;
  /** Absent: nobody has judged it yet. */
  readonly attendance?: Pick<ListedStanding, 'status' | 'countedIn' | 'attended' | 'of' | 'leftToLose'>;
}

/** What has become of an application, in one word. */
export type ApplicationOutcome =
  | 'RECEIVED'
  | 'SUPERSEDED'
  | 'NOT_QUALIFIED'
  | 'NEEDS_MORE'
  | 'QUALIFIED'
  | 'OFFER_OPEN'
  | 'PLACE_HELD'
  | 'WAITING'
  | 'NO_PLACE';

export interface DirectoryApplication extends Pick<ListedApplicant, 'applicationNo' | 'intake'> {
  readonly outcome: ApplicationOutcome;
  /** The class of the place, the offer, or the best place on a waiting list. */
  readonly class?: string;
  /** On the waiting list of that class. */
  readonly position?: number;
}

/** Somebody that the service knows, as the search of the administrators finds them. */
export interface DirectoryEntry {
  readonly personId: string;
  /** Null: the person was forgotten. */
  readonly name: { readonly familyName: string; readonly givenNames: string } | null;
  /** Absent: nothing is known against the address. */
  readonly hasAddressFault?: true;
  readonly students: readonly DirectoryStudent[];
  readonly applications: readonly DirectoryApplication[];
}

/** Everybody, by opaque id. */
export interface Directory {
  readonly data: readonly DirectoryEntry[];
}

export const applicationOf = (application: ListedApplicant): DirectoryApplication => {
  const { applicationNo, intake, status, place, offer, waiting, isDecided } = application;
  const of = { applicationNo, intake };
  if (offer) return { ...of, outcome: 'OFFER_OPEN', class: offer.class };
  if (place) return { ...of, outcome: 'PLACE_HELD', class: place.class };
  const [best] = waiting;
  if (best) return { ...of, outcome: 'WAITING', class: best.class, position: best.position };
  if (isDecided && status === 'QUALIFIED') return { ...of, outcome: 'NO_PLACE' };
  return { ...of, outcome: status ?? 'RECEIVED' };
};

export const cohortOf = ({ intake, classCode }: Pick<ListedStudent, 'intake' | 'classCode'>): string =>
  intake ?? classCode;

const groupsOf = <T extends { readonly personId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.personId, [...(groups.get(row.personId) ?? []), row]);
  return groups;
};

const figuresOf = ({ status, countedIn, attended, of, leftToLose }: ListedStanding) => ({
  status,
  countedIn,
  attended,
  of,
  leftToLose,
});

/** What a directory is put together from. */
export interface DirectoryParts {
  readonly students: readonly ListedStudent[];
  readonly applicants: readonly ListedApplicant[];
  readonly standings: readonly ListedStanding[];
  readonly profiles: ReadonlyMap<string, Pick<Profile, 'familyName' | 'givenNames' | 'emailFault'>>;
}

/** Everybody once, with all that they are here. */
export const directoryOf = ({ students, applicants, standings, profiles }: DirectoryParts): Directory => {
  const standingOf = new Map(standings.map((one) => [`${one.classId} ${one.studentNo}`, one] as const));
  const studentsOf = groupsOf(students);
  const applicationsOf = groupsOf(applicants);
  const personIds = [...new Set([...studentsOf.keys(), ...applicationsOf.keys()])].sort();
  const studentOf = (student: ListedStudent): DirectoryStudent => {
    const { studentNo, classId, classCode, participantStatus, standing } = student;
    const attendance = standingOf.get(`${classId} ${studentNo}`);
    return {
      studentNo,
      classId,
      classCode,
      cohort: cohortOf(student),
      participantStatus,
      standing,
      ...(attendance && { attendance: figuresOf(attendance) }),
    };
  };
  return {
    data: personIds.map((personId) => {
      const profile = profiles.get(personId);
      return {
        personId,
        name: profile ? { familyName: profile.familyName, givenNames: profile.givenNames } : null,
        ...(profile?.emailFault && { hasAddressFault: true as const }),
        students: (studentsOf.get(personId) ?? []).map(studentOf),
        applications: (applicationsOf.get(personId) ?? []).map(applicationOf),
      };
    }),
  };
};

export const exampleDirectory: Directory = {
  data: [
    {
      personId: 'per_01h2v9t4x7q3m8k5n6p0r1s2t3',
      name: { familyName: 'Nordmann', givenNames: 'Kari' },
      students: [
        {
          studentNo: 'A26-000439',
          classId: 'cls_01h2v9t4x7q3m8k5n6p0r1s2t3',
          classCode: 'OSLO-2',
          cohort: 'NLP-2026',
          participantStatus: 'PHYSICIAN',
          standing: 'enrolled',
          attendance: { status: 'SAFE', countedIn: 'HALF_DAYS', attended: 15, of: 44, leftToLose: 4 },
        },
      ],
      applications: [{ applicationNo: 'A26-000439', intake: 'NLP-2026', outcome: 'PLACE_HELD', class: 'OSLO-2' }],
    },
    {
      personId: 'per_01h2v9t4x7q3m8k5n6p0r1s2t4',
      name: { familyName: 'Aas', givenNames: 'Karim' },
      students: [],
      applications: [
        { applicationNo: 'A26-000261', intake: 'NLP-2026', outcome: 'WAITING', class: 'OSLO-1', position: 3 },
      ],
    },
  ],
};
