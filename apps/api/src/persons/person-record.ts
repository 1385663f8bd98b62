import type { AttendanceFigures } from '@kull/attendance';
import type { AddressFault, Profile } from '@kull/people';
import { type DirectoryApplication, type DirectoryStudent } from './directory';
import type { ExplainedLedgers } from './explained';
import { masked } from './masked';

/** A person's time in one class, and what came of it. */
export interface PersonCourse extends Omit<DirectoryStudent, 'attendance'> {
  readonly site: string;
  readonly title: string;
  /** Counted just now, in whichever class it was. Absent: the student is in no class, or nothing counts yet. */
  readonly attendance?: AttendanceFigures;
  /** Absent: the course is not open, so that nothing is judged. */
  readonly credits?: ExplainedLedgers & { readonly studentCourseId: string };
}

export interface PersonApplication extends DirectoryApplication {
  readonly id: string;
}

/** How somebody is reached, and whether that works. */
export interface PersonContact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Profile['language'];
  readonly emailFault: AddressFault | null;
  /** As they say it themselves. */
  readonly workplace: string | null;
}

/** What the service knows of one person. */
export interface PersonRecord {
  readonly personId: string;
  /** All null: the person was forgotten. */
  readonly name: { readonly familyName: string; readonly givenNames: string } | null;
  /** The day of birth and a mask: the national id itself is not kept in a form that can be shown. */
  readonly nationalId: string | null;
  /** Masked: enough to compare by telephone. */
  readonly hprNumber: string | null;
  readonly contact: PersonContact | null;
  /** Where the person is a student now comes first. */
  readonly courses: readonly PersonCourse[];
  readonly applications: readonly PersonApplication[];
}

/** What of a profile the record shows. */
export const profileParts = (
  profile: Profile | undefined,
): Pick<PersonRecord, 'name' | 'nationalId' | 'hprNumber' | 'contact'> => {
  if (!profile) return { name: null, nationalId: null, hprNumber: null, contact: null };
  const { familyName, givenNames, birthDate, hprNumber, email, phone, language, emailFault, workplace } = profile;
  return {
    name: { familyName, givenNames },
    nationalId: masked.nationalId(birthDate),
    hprNumber: hprNumber === undefined ? null : masked.hprNumber(hprNumber),
    contact: {
      email: email ?? null,
      phone: phone ?? null,
      language,
      emailFault: emailFault ?? null,
      workplace: workplace ?? null,
    },
  };
};

export const exampleRecord: PersonRecord = {
  personId: 'per_01h2v9t4x7q3m8k5n6p0r1s2t3',
  name: { familyName: 'Nordmann', givenNames: 'Kari' },
  nationalId: '010180 *****',
  hprNumber: '9144***',
  contact: {
    email: 'kari@example.no',
    phone: '+4790000000',
    language: 'nb',
    emailFault: null,
    workplace: 'Bærum kommune',
  },
  courses: [
    {
      studentNo: 'A26-000439',
      classId: 'cls_01h2v9t4x7q3m8k5n6p0r1s2t3',
      classCode: 'OSLO-2',
      cohort: 'NLP-2026',
      site: 'Oslo',
      title: 'Nasjonal lederutdanning for primærhelsetjenesten',
      participantStatus: 'PHYSICIAN',
      standing: 'enrolled',
      attendance: { status: 'SAFE', countedIn: 'HALF_DAYS', attended: 15, of: 44, leftToLose: 4 },
    },
  ],
  applications: [
    {
      id: 'app_01h2v9t4x7q3m8k5n6p0r1s2t3',
      applicationNo: 'A26-000439',
      intake: 'NLP-2026',
      outcome: 'PLACE_HELD',
      class: 'OSLO-2',
    },
  ],
};
