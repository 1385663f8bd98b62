import type { ProblemsFor } from '@kull/http';
import type { ParticipantCode } from '../commands/import-participants';
import type { ClassRejection } from '../domain/class';

/** How each refusal about a class is said over HTTP. */
export const problems = {
  CLASS_NOT_PLANNED: { status: 404, title: 'Klassen finnes ikke' },
  CLASS_DIFFERS: {
    status: 409,
    title: 'Klassen finnes med et annet innhold',
    detail: 'Koden er brukt. Gi klassen en annen kode, eller send innholdet som det var.',
  },
  CAPACITY_NOT_RAISED: {
    status: 409,
    title: 'Klassen har flere plasser enn det',
    detail: 'Plasser kan legges til, ikke tas bort.',
  },
} as const satisfies ProblemsFor<ClassRejection>;

/** What is said of a row of a class list that was not taken in. */
export const participantMessages = {
  INVALID_STUDENT_NO: 'Studentnummeret mangler eller er for langt',
  DUPLICATE_STUDENT_NO: 'Studentnummeret står på en tidligere rad',
  MISSING_NAME: 'Navnet mangler',
  INVALID_NATIONAL_ID: 'Fødselsnummeret er ikke gyldig',
  INVALID_PARTICIPANT_STATUS: 'Deltakerstatus mangler eller er for lang',
  CLASS_FULL: 'Klassen er full',
  ALREADY_ENROLLED: 'Personen har plass i en klasse i samme program og opptak',
  ENROLMENT_DIFFERS: 'Studentnummeret er meldt opp med andre opplysninger',
} as const satisfies Record<ParticipantCode, string>;
