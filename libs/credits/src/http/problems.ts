import type { ProblemsFor } from '@kull/http';
import type { CorrectionCode } from '../commands/import-corrections';
import type { ResultRowCode } from '../domain/result-rows';
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
  AWARDS_NOT_JUDGED: {
    status: 409,
    title: 'Poengene er ikke vurdert ennå',
    detail: 'Rettelser gjelder det som er vurdert. Vurder poengene først.',
  },
  HOLDER_CHANGED: { status: 409, title: 'Navn eller HPR-nummer er rettet imens' },
  ALREADY_RECORDED: { status: 409, title: 'Resultatet er ført imens', detail: 'Send filen en gang til.' },
  SAME_PERSON_GRADED_AND_ATTESTED: { status: 422, title: 'Sensur og attestering er gjort av samme person' },
  UNKNOWN_SESSION: { status: 422, title: 'Økten finnes ikke i kurset' },
  HOURS_EXCEED_SESSION: { status: 422, title: 'Timene er flere enn økten varer' },
  SECOND_APPROVER_REQUIRED: {
    status: 422,
    title: 'En annen må godkjenne',
    detail: 'Rettelsen gir færre studiepoeng eller kurspoeng.',
  },
} as const satisfies ProblemsFor<CourseRefusal | StudentCourseRejection>;

/** What is said of a row of results that was not taken in. */
export const resultMessages = {
  UNKNOWN_STUDENT: 'Studenten er ikke i klassen',
  ALREADY_RECORDED: 'Studenten har et resultat; en endring er en rettelse',
  SAME_PERSON_GRADED_AND_ATTESTED: 'Sensur og attestering er gjort av samme person',
  INVALID_GRADER: 'Det står ikke hvem som satte eller attesterte resultatet',
  INVALID_RESULT: 'Resultatet er verken PASSED eller FAILED',
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
} as const satisfies Record<CorrectionCode, string>;
