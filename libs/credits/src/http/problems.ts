import type { ProblemsFor } from '@kull/http';
import type { AttestationCode } from '../commands/attest-results';
import type { CorrectionCode } from '../commands/import-corrections';
import type { Unanswered } from '../domain/hpr';
import type { PartRowCode } from '../domain/part-rows';
import type { ResultRowCode } from '../domain/result-rows';
import type { StatementRefusal } from '../domain/stated-credits';
import type { StudentCourseRejection } from '../domain/student-course.commands';
import type { CourseRefusal } from '../student-courses';

/** How each refusal about the credits of a class is said over HTTP. */
export const problems = {
  CLASS_NOT_PLANNED: { status: 404, title: 'Klassen finnes ikke' },
  COURSE_NOT_PLANNED: {
    status: 409,
    title: 'Klassen har ikke noe kurs med økter og regler ennå',
    detail: 'Planlegg kurset før resultater og poeng.',
  },
  STUDENT_COURSE_NOT_OPEN: { status: 404, title: 'Studenten tar ikke dette kurset' },
  ECTS_CREDITS_NOT_AWARDED: {
    status: 409,
    title: 'Studenten har ikke fått studiepoeng for dette kurset',
    detail: 'En bekreftelse viser bare det som er tildelt. Forklaringen sier hva som mangler.',
  },
  AWARDS_NOT_JUDGED: {
    status: 409,
    title: 'Poengene er ikke vurdert ennå',
    detail: 'Rettelser gjelder det som er vurdert. Vurder poengene først.',
  },
  HOLDER_CHANGED: { status: 409, title: 'Navn eller HPR-nummer er rettet imens' },
  ALREADY_RECORDED: {
    status: 409,
    title: 'Dette er ført før, på en annen måte',
    detail: 'Se hva som er ført. Kommer det fra en fil, send filen en gang til.',
  },
  SAME_PERSON_GRADED_AND_ATTESTED: { status: 422, title: 'Sensur og attestering er gjort av samme person' },
  UNKNOWN_SESSION: { status: 422, title: 'Økten finnes ikke i kurset' },
  UNKNOWN_ASSESSMENT: { status: 422, title: 'Vurderingen hører ikke til kurset' },
  INVALID_RESULT: { status: 422, title: 'Resultatet er ikke en karakter på skalaen til vurderingen' },
  RESULT_NOT_REGISTERED: {
    status: 409,
    title: 'Det er ikke ført noe resultat',
    detail: 'Før resultatet før det attesteres.',
  },
  ALREADY_ATTESTED: { status: 409, title: 'Resultatet er attestert av en annen' },
  RESULT_NOT_ATTESTED: {
    status: 409,
    title: 'Det er ikke noe attestert resultat å begrunne',
    detail: 'Begrunnelse gis når resultatet er attestert.',
  },
  REASONS_ALREADY_GIVEN: { status: 409, title: 'Begrunnelsen er gitt før, av en annen eller til en annen tid' },
  UNKNOWN_PART: { status: 422, title: 'Kurset har ikke noen slik obligatorisk del' },
  WRONG_WAY: { status: 422, title: 'Denne delen fullføres på en annen måte' },
  ECTS_CREDITS_AWARDED: {
    status: 409,
    title: 'Studiepoengene er tildelt',
    detail: 'Delen regnes med i en tildeling som står, og kan ikke trekkes.',
  },
  ECTS_ALREADY_AWARDED: { status: 409, title: 'Personen har allerede studiepoeng for dette emnet' },
  HOURS_EXCEED_SESSION: { status: 422, title: 'Timene er flere enn økten varer' },
  REASONS_TOO_LATE: { status: 409, title: 'Fristen for å be om begrunnelse er ute' },
  REASONS_ALREADY_ASKED: { status: 409, title: 'Studenten har alt bedt om begrunnelse for resultatet' },
  RESULT_APPEAL_TOO_LATE: { status: 409, title: 'Klagefristen er ute' },
  RESULT_ALREADY_APPEALED: { status: 409, title: 'Studenten har alt klaget på resultatet' },
  RESULT_NOT_APPEALED: { status: 404, title: 'Ingen har klaget på resultatet' },
  GROUNDS_MISSING: { status: 422, title: 'Klagen sier ikke hvorfor' },
  GROUNDS_TOO_LONG: { status: 422, title: 'Begrunnelsen for klagen er for lang' },
  SECOND_APPROVER_REQUIRED: {
    status: 422,
    title: 'En annen må godkjenne',
    detail: 'Den som godkjenner færre poeng eller et HPR-nummer, kan ikke være den som foreslo det.',
  },
  HPR_NOT_ASKED_FOR: {
    status: 422,
    title: 'HPR-nummer trengs ikke her',
    detail: 'Kurspoeng gis bare til leger, i kurs som er godkjent for det.',
  },
  HPR_MISSING: {
    status: 409,
    title: 'Studenten har ikke oppgitt noe HPR-nummer',
    detail: 'Rett HPR-nummeret først. Så kan det bekreftes.',
  },
  HPR_ALREADY_VERIFIED: { status: 409, title: 'HPR-nummeret er bekreftet, og kurspoengene er tildelt' },
  VERIFICATION_NOT_PROPOSED: {
    status: 404,
    title: 'Ingen slik bekreftelse venter på godkjenning',
    detail: 'Den finnes ikke, eller en annen er foreslått siden.',
  },
  HPR_NUMBER_CHANGED: {
    status: 409,
    title: 'Studenten har fått et annet HPR-nummer',
    detail: 'Bekreftelsen gjelder nummeret som var. Foreslå en ny.',
  },
} as const satisfies ProblemsFor<CourseRefusal | StatementRefusal | StudentCourseRejection>;

/** What is said of a row of results that was not taken in. */
export const resultMessages = {
  UNKNOWN_STUDENT: 'Studenten er ikke i klassen',
  ALREADY_RECORDED: 'Studenten har et resultat; en endring er en rettelse',
  SAME_PERSON_GRADED_AND_ATTESTED: 'Sensur og attestering er gjort av samme person',
  INVALID_GRADER: 'Det står ikke hvem som satte eller attesterte resultatet',
  INVALID_RESULT: 'Resultatet er ikke en karakter på skalaen til vurderingen',
  UNKNOWN_ASSESSMENT: 'Vurderingen hører ikke til kurset',
  INVALID_TIMESTAMP: 'Det står ikke når resultatet ble attestert',
} as const satisfies Record<ResultRowCode, string>;

/** What is said of a correction that led to nothing. */
export const correctionMessages = {
  UNKNOWN_STUDENT: 'Studenten er ikke i klassen',
  INVALID_CORRECTION: 'Rettelsens type, verdi, tid eller signatur kan ikke leses',
  UNKNOWN_SESSION: 'Økten finnes ikke i kurset',
  INVALID_HOURS: 'Timene er ikke et tall fra 0 i steg på 0,5',
  HOURS_EXCEED_SESSION: 'Timene er flere enn økten varer',
  SECOND_APPROVER_REQUIRED: 'Rettelsen gir færre poeng og må godkjennes av en annen',
  AWARDS_NOT_JUDGED: 'Poengene er ikke vurdert ennå',
  NOT_RECORDED:
    'Den som står i recorded_by, har ikke ført rettelsen selv. Når vedkommende har gjort det, kan en annen godkjenne',
  HPR_REGISTER_NOT_ANSWERING: 'HPR svarer ikke nå. Ingenting er endret; send rettelsen igjen senere',
} as const satisfies Record<CorrectionCode, string>;

/** Why somebody has not been judged: the register of health personnel gave no answer. */
export const unansweredMessages = {
  REFUSED: 'HPR slipper oss ikke inn. Kursadministrasjonen må rette oppsettet, og så vurdere poengene igjen',
  UNAVAILABLE: 'HPR svarer ikke nå. Studenten er ikke vurdert; det blir spurt igjen av seg selv',
  UNREADABLE: 'HPR svarte noe vi ikke kan lese. Studenten er ikke vurdert; det blir spurt igjen av seg selv',
} as const satisfies Record<Unanswered, string>;

/** What is said of a row about a mandatory part that was not taken in. */
export const partMessages = {
  UNKNOWN_STUDENT: 'Studenten er ikke i klassen',
  UNKNOWN_PART: problems.UNKNOWN_PART.title,
  INVALID_TIMESTAMP: 'Det står ikke når delen ble fullført',
  INVALID_REPORTER: 'Det står ikke hvem som meldte delen fullført',
  ALREADY_RECORDED: 'Delen er meldt fullført før, av en annen eller til en annen tid',
} as const satisfies Record<PartRowCode, string>;

/** What is said of a result that was not attested. */
export const attestationMessage = (code: AttestationCode): string =>
  code === 'UNKNOWN_STUDENT' ? partMessages.UNKNOWN_STUDENT : problems[code].title;
