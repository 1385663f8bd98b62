import type { ProblemsFor } from '@kull/http';
import type { EntryRejection } from '../commands/enrol-participant';
import type { EnrolmentRejection } from '../domain/enrolment';
import type { MakeUpRejection } from '../domain/make-up-options';
import type { TransferRejection } from '../domain/transfer';
import { problems } from './problems';

/** How each refusal about a student's place is said over HTTP. */
export const enrolmentProblems = {
  CLASS_FULL: {
    status: 409,
    title: 'Klassen er full',
    detail: 'Ingenting er endret. Velg en annen klasse, eller gi klassen flere plasser først.',
  },
  ALREADY_ENROLLED: {
    status: 409,
    title: 'Personen har plass i en klasse i samme program og opptak',
    detail: 'Flytt studenten mellom klassene i stedet.',
  },
  ENROLMENT_DIFFERS: {
    status: 409,
    title: 'Studentnummeret er meldt opp med andre opplysninger',
    detail: 'Se hvem som har nummeret på klasselisten.',
  },
  STUDENT_NO_TAKEN: {
    status: 409,
    title: 'Studentnummeret tilhører en annen i kullet',
    detail: 'Gi personen et annet studentnummer.',
  },
  NOT_ENROLLED: {
    status: 404,
    title: 'Studenten går ikke i klassen',
    detail: 'Klasselisten viser hvem som går der nå, og hvem som har sluttet eller byttet klasse.',
  },
  ON_LEAVE: {
    status: 409,
    title: 'Studenten har permisjon da, eller senere',
    detail: 'Avslutt permisjonen først, og flytt studenten så.',
  },
  ALREADY_ON_LEAVE: {
    status: 409,
    title: 'Studenten har permisjon noen av dagene',
    detail: 'Velg dager som ikke overlapper, eller avslutt den andre permisjonen først.',
  },
  NOT_ON_LEAVE: {
    status: 409,
    title: 'Studenten har ikke permisjon den dagen',
    detail: 'Velg en dag i permisjonen.',
  },
  INVALID_PERIOD: {
    status: 422,
    title: 'Dagene kan ikke stemme',
    detail: 'De slutter før de begynner, eller ligger før studenten begynte eller etter at klassen er ferdig.',
  },
} as const satisfies ProblemsFor<EnrolmentRejection>;

const { CLASS_NOT_PLANNED } = problems;

const OTHER_INTAKE = {
  status: 409,
  title: 'Klassene hører ikke til samme program og opptak',
  detail: 'Velg en klasse i samme kull.',
} as const;

/** How it is said that a person cannot be enrolled. */
export const entryProblems = {
  ...enrolmentProblems,
  CLASS_NOT_PLANNED,
  INVALID_STUDENT_NO: { status: 422, title: 'Studentnummeret mangler eller er for langt' },
  DUPLICATE_STUDENT_NO: { status: 422, title: 'Studentnummeret er nevnt to ganger' },
  MISSING_NAME: { status: 422, title: 'Navnet mangler' },
  INVALID_NATIONAL_ID: {
    status: 422,
    title: 'Fødselsnummeret er ikke gyldig',
    detail: 'Se etter at alle sifrene er riktige. Fiktive numre tas ikke imot i drift.',
  },
  INVALID_PARTICIPANT_STATUS: { status: 422, title: 'Deltakerstatus mangler eller er for lang' },
} as const satisfies ProblemsFor<EntryRejection>;

/** How it is said that a student cannot change class. */
export const transferProblems = {
  ...enrolmentProblems,
  CLASS_NOT_PLANNED,
  OTHER_INTAKE,
  SAME_CLASS: { status: 422, title: 'Studenten går i denne klassen' },
} as const satisfies ProblemsFor<TransferRejection>;

/** How it is said that a student cannot attend a gathering in another class, and in a list of classes: why not. */
export const makeUpProblems = {
  ...problems,
  PLACES_TAKEN: {
    status: 409,
    title: 'Det er ikke noe ledig sete på samlingen',
    detail: 'Velg en annen klasse, eller gi klassen flere plasser først.',
  },
  NOT_ENROLLED: enrolmentProblems.NOT_ENROLLED,
  OTHER_INTAKE,
} as const satisfies ProblemsFor<MakeUpRejection>;
