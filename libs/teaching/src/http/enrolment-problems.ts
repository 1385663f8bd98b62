import { type ProblemsFor, said } from '@kull/http';
import type { EntryRejection } from '../commands/enrol-participant';
import type { EnrolmentRejection } from '../domain/enrolment';
import type { MakeUpRejection } from '../domain/make-up-options';
import type { TransferRejection } from '../domain/transfer';
import type { UndoRejection } from '../domain/undone-transfer';
import { problems } from './problems';

/** How each refusal about a student's place is said over HTTP. */
export const enrolmentProblems = {
  CLASS_FULL: {
    status: 409,
    title: said('Klassen er full', 'Klassen er full', 'The class is full'),
    detail: said(
      'Ingenting er endret. Velg en annen klasse, eller gi klassen flere plasser først.',
      'Ingenting er endra. Vel ein annan klasse, eller gi klassen fleire plassar først.',
      'Nothing has been changed. Choose another class, or give the class more places first.',
    ),
  },
  ALREADY_ENROLLED: {
    status: 409,
    title: said(
      'Personen har plass i en klasse i samme program og opptak',
      'Personen har plass i ein klasse i same program og opptak',
      'The person has a place in a class of the same programme and intake',
    ),
    detail: said(
      'Flytt studenten mellom klassene i stedet.',
      'Flytt studenten mellom klassane i staden.',
      'Move the student between the classes instead.',
    ),
  },
  ENROLMENT_DIFFERS: {
    status: 409,
    title: said(
      'Studentnummeret er meldt opp med andre opplysninger',
      'Studentnummeret er meldt opp med andre opplysningar',
      'The student number is enrolled with other data',
    ),
    detail: said(
      'Se hvem som har nummeret på klasselisten.',
      'Sjå kven som har nummeret på klasselista.',
      'See who has the number on the class list.',
    ),
  },
  STUDENT_NO_TAKEN: {
    status: 409,
    title: said(
      'Studentnummeret tilhører en annen i kullet',
      'Studentnummeret høyrer til ein annan i kullet',
      'The student number belongs to somebody else in the cohort',
    ),
    detail: said(
      'Gi personen et annet studentnummer.',
      'Gi personen eit anna studentnummer.',
      'Give the person another student number.',
    ),
  },
  NOT_ENROLLED: {
    status: 404,
    title: said('Studenten går ikke i klassen', 'Studenten går ikkje i klassen', 'The student is not in this class'),
    detail: said(
      'Klasselisten viser hvem som går der nå, og hvem som har sluttet eller byttet klasse.',
      'Klasselista viser kven som går der no, og kven som har slutta eller bytt klasse.',
      'The class list shows who is there now, and who has left or changed class.',
    ),
  },
  ON_LEAVE: {
    status: 409,
    title: said(
      'Studenten har permisjon da, eller senere',
      'Studenten har permisjon då, eller seinare',
      'The student is on leave then, or later',
    ),
    detail: said(
      'Avslutt permisjonen først, og flytt studenten så.',
      'Avslutt permisjonen først, og flytt studenten så.',
      'End the leave first, and then move the student.',
    ),
  },
  ALREADY_ON_LEAVE: {
    status: 409,
    title: said(
      'Studenten har permisjon noen av dagene',
      'Studenten har permisjon nokre av dagane',
      'The student is on leave on some of the days',
    ),
    detail: said(
      'Velg dager som ikke overlapper, eller avslutt den andre permisjonen først.',
      'Vel dagar som ikkje overlappar, eller avslutt den andre permisjonen først.',
      'Choose days that do not overlap, or end the other leave first.',
    ),
  },
  NOT_ON_LEAVE: {
    status: 409,
    title: said(
      'Studenten har ikke permisjon den dagen',
      'Studenten har ikkje permisjon den dagen',
      'The student is not on leave on that day',
    ),
    detail: said('Velg en dag i permisjonen.', 'Vel ein dag i permisjonen.', 'Choose a day within the leave.'),
  },
  NOT_MOVED: {
    status: 409,
    title: said(
      'Studenten er ikke flyttet fra klassen, eller er flyttet tilbake alt',
      'Studenten er ikkje flytta frå klassen, eller er flytta tilbake alt',
      'The student was not moved from the class, or is moved back already',
    ),
    detail: said(
      'Ingenting er endret. Klasselisten viser hvor studenten går nå.',
      'Ingenting er endra. Klasselista viser kvar studenten går no.',
      'Nothing has been changed. The class list shows where the student is now.',
    ),
  },
  MOVED_SINCE: {
    status: 409,
    title: said(
      'Noe har hendt med plassen etter flyttingen',
      'Noko har hendt med plassen etter flyttinga',
      'Something has become of the place since the move',
    ),
    detail: said(
      'Studenten er flyttet videre, har fått permisjon eller har sluttet. Ingenting er endret. Flytt studenten fra klassen de går i nå.',
      'Studenten er flytta vidare, har fått permisjon eller har slutta. Ingenting er endra. Flytt studenten frå klassen dei går i no.',
      'The student was moved on, is on leave or has withdrawn. Nothing has been changed. Move the student from the class that they are in now.',
    ),
  },
  INVALID_PERIOD: {
    status: 422,
    title: said('Dagene kan ikke stemme', 'Dagane kan ikkje stemme', 'The days cannot be right'),
    detail: said(
      'De slutter før de begynner, eller ligger før studenten begynte eller etter at klassen er ferdig.',
      'Dei sluttar før dei byrjar, eller ligg før studenten byrja eller etter at klassen er ferdig.',
      'They end before they begin, or lie before the student began or after the class is over.',
    ),
  },
} as const satisfies ProblemsFor<EnrolmentRejection>;

const { CLASS_NOT_PLANNED } = problems;

const OTHER_INTAKE = {
  status: 409,
  title: said(
    'Klassene hører ikke til samme program og opptak',
    'Klassane høyrer ikkje til same program og opptak',
    'The classes are not of the same programme and intake',
  ),
  detail: said('Velg en klasse i samme kull.', 'Vel ein klasse i same kull.', 'Choose a class in the same cohort.'),
} as const;

/** How it is said that a person cannot be enrolled. */
export const entryProblems = {
  ...enrolmentProblems,
  CLASS_NOT_PLANNED,
  INVALID_STUDENT_NO: {
    status: 422,
    title: said(
      'Studentnummeret mangler eller er for langt',
      'Studentnummeret manglar eller er for langt',
      'The student number is missing or too long',
    ),
  },
  DUPLICATE_STUDENT_NO: {
    status: 422,
    title: said(
      'Studentnummeret er nevnt to ganger',
      'Studentnummeret er nemnt to gonger',
      'The student number is given twice',
    ),
  },
  MISSING_NAME: { status: 422, title: said('Navnet mangler', 'Namnet manglar', 'The name is missing') },
  INVALID_NATIONAL_ID: {
    status: 422,
    title: said('Fødselsnummeret er ikke gyldig', 'Fødselsnummeret er ikkje gyldig', 'The national id is not valid'),
    detail: said(
      'Se etter at alle sifrene er riktige. Fiktive numre tas ikke imot i drift.',
      'Sjå etter at alle sifra er rette. Fiktive nummer blir ikkje tekne imot i drift.',
      'Check that all the digits are right. Made-up numbers are not taken in production.',
    ),
  },
  INVALID_PARTICIPANT_STATUS: {
    status: 422,
    title: said(
      'Deltakerstatus mangler eller er for lang',
      'Deltakarstatus manglar eller er for lang',
      'The participant status is missing or too long',
    ),
  },
} as const satisfies ProblemsFor<EntryRejection>;

const moveBack = said(
  'Ingenting er endret. Flytt studenten tilbake fra en dag i stedet.',
  'Ingenting er endra. Flytt studenten tilbake frå ein dag i staden.',
  'Nothing has been changed. Move the student back from a day instead.',
);

/** How it is said that a student's transfer cannot be undone. */
export const undoProblems = {
  ...enrolmentProblems,
  CLASS_NOT_PLANNED,
  CLASS_HAS_MET: {
    status: 409,
    title: said(
      'En av klassene har møttes etter flyttingen',
      'Ein av klassane har møtst etter flyttinga',
      'One of the classes has met since the move',
    ),
    detail: moveBack,
  },
  GUEST_SEAT_GIVEN_UP: {
    status: 409,
    title: said(
      'Flyttingen tok en plass som gjest fra studenten',
      'Flyttinga tok ein plass som gjest frå studenten',
      'The move took a seat as a guest from the student',
    ),
    detail: moveBack,
  },
} as const satisfies ProblemsFor<UndoRejection>;

/** How it is said that a student cannot change class. */
export const transferProblems = {
  ...enrolmentProblems,
  CLASS_NOT_PLANNED,
  OTHER_INTAKE,
  SAME_CLASS: {
    status: 422,
    title: said('Studenten går i denne klassen', 'Studenten går i denne klassen', 'The student is in this class'),
  },
} as const satisfies ProblemsFor<TransferRejection>;

/** How it is said that a student cannot attend a gathering in another class, and in a list of classes: why not. */
export const makeUpProblems = {
  ...problems,
  PLACES_TAKEN: {
    status: 409,
    title: said(
      'Det er ikke noe ledig sete på samlingen',
      'Det er ikkje noko ledig sete på samlinga',
      'There is no free seat at the gathering',
    ),
    detail: said(
      'Velg en annen klasse, eller gi klassen flere plasser først.',
      'Vel ein annan klasse, eller gi klassen fleire plassar først.',
      'Choose another class, or give the class more places first.',
    ),
  },
  NOT_ENROLLED: enrolmentProblems.NOT_ENROLLED,
  OTHER_INTAKE,
} as const satisfies ProblemsFor<MakeUpRejection>;
