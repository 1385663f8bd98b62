import { type ProblemsFor, said } from '@kull/http';
import type { StatementRefusal } from '../domain/stated-credits';
import type { StudentCourseRejection } from '../domain/student-course.commands';
import type { CourseRefusal } from '../student-courses';

/** How each refusal about the credits of a class is said over HTTP. */
export const problems = {
  CLASS_NOT_PLANNED: {
    status: 404,
    title: said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there'),
  },
  COURSE_NOT_PLANNED: {
    status: 409,
    title: said(
      'Klassen har ikke noe kurs med økter og regler ennå',
      'Klassen har ikkje noko kurs med økter og reglar enno',
      'The class has no course with sessions and rules yet',
    ),
    detail: said(
      'Planlegg kurset før resultater og poeng.',
      'Planlegg kurset før resultat og poeng.',
      'Plan the course before results and points.',
    ),
  },
  STUDENT_COURSE_NOT_OPEN: {
    status: 404,
    title: said(
      'Studenten tar ikke dette kurset',
      'Studenten tek ikkje dette kurset',
      'The student does not take this course',
    ),
  },
  ECTS_CREDITS_NOT_AWARDED: {
    status: 409,
    title: said(
      'Studenten har ikke fått studiepoeng for dette kurset',
      'Studenten har ikkje fått studiepoeng for dette kurset',
      'The student has not been awarded ECTS credits for this course',
    ),
    detail: said(
      'En bekreftelse viser bare det som er tildelt. Forklaringen sier hva som mangler.',
      'Ei stadfesting viser berre det som er tildelt. Forklaringa seier kva som manglar.',
      'A statement shows only what has been awarded. The explanation says what is missing.',
    ),
  },
  AWARDS_NOT_JUDGED: {
    status: 409,
    title: said(
      'Poengene er ikke vurdert ennå',
      'Poenga er ikkje vurderte enno',
      'The points have not been judged yet',
    ),
    detail: said(
      'Rettelser gjelder det som er vurdert. Vurder poengene først.',
      'Rettingar gjeld det som er vurdert. Vurder poenga først.',
      'Corrections are about what has been judged. Judge the points first.',
    ),
  },
  HOLDER_CHANGED: {
    status: 409,
    title: said(
      'Navn eller HPR-nummer er rettet imens',
      'Namn eller HPR-nummer er retta imens',
      'The name or HPR number has been corrected meanwhile',
    ),
  },
  ALREADY_RECORDED: {
    status: 409,
    title: said(
      'Dette er ført før, på en annen måte',
      'Dette er ført før, på ein annan måte',
      'This has been recorded before, in another way',
    ),
    detail: said(
      'Se hva som er ført. Kommer det fra en fil, send filen en gang til.',
      'Sjå kva som er ført. Kjem det frå ei fil, send fila ein gong til.',
      'See what has been recorded. If it comes from a file, send the file once more.',
    ),
  },
  SAME_PERSON_GRADED_AND_ATTESTED: {
    status: 422,
    title: said(
      'Sensur og attestering er gjort av samme person',
      'Sensur og attestering er gjort av same person',
      'The same person has graded and attested',
    ),
  },
  UNKNOWN_SESSION: {
    status: 422,
    title: said('Økten finnes ikke i kurset', 'Økta finst ikkje i kurset', 'The course has no such session'),
  },
  UNKNOWN_ASSESSMENT: {
    status: 422,
    title: said(
      'Vurderingen hører ikke til kurset',
      'Vurderinga høyrer ikkje til kurset',
      'The assessment is not of this course',
    ),
  },
  INVALID_RESULT: {
    status: 422,
    title: said(
      'Resultatet er ikke en karakter på skalaen til vurderingen',
      'Resultatet er ikkje ein karakter på skalaen til vurderinga',
      'The result is not a grade on the scale of the assessment',
    ),
  },
  RESULT_NOT_REGISTERED: {
    status: 409,
    title: said('Det er ikke ført noe resultat', 'Det er ikkje ført noko resultat', 'No result has been recorded'),
    detail: said(
      'Før resultatet før det attesteres.',
      'Før resultatet før det blir attestert.',
      'Record the result before it is attested.',
    ),
  },
  ALREADY_ATTESTED: {
    status: 409,
    title: said(
      'Resultatet er attestert av en annen',
      'Resultatet er attestert av ein annan',
      'The result has been attested by somebody else',
    ),
  },
  RESULT_NOT_ATTESTED: {
    status: 409,
    title: said(
      'Det er ikke noe attestert resultat å begrunne',
      'Det er ikkje noko attestert resultat å grunngi',
      'There is no attested result to give reasons for',
    ),
    detail: said(
      'Begrunnelse gis når resultatet er attestert.',
      'Grunngiving blir gitt når resultatet er attestert.',
      'Reasons are given when the result has been attested.',
    ),
  },
  REASONS_ALREADY_GIVEN: {
    status: 409,
    title: said(
      'Begrunnelsen er gitt før, av en annen eller til en annen tid',
      'Grunngivinga er gitt før, av ein annan eller til ei anna tid',
      'The reasons have been given before, by somebody else or at another time',
    ),
  },
  UNKNOWN_PART: {
    status: 422,
    title: said(
      'Kurset har ikke noen slik obligatorisk del',
      'Kurset har ikkje nokon slik obligatorisk del',
      'The course has no such mandatory part',
    ),
  },
  WRONG_WAY: {
    status: 422,
    title: said(
      'Denne delen fullføres på en annen måte',
      'Denne delen blir fullført på ein annan måte',
      'This part is completed in another way',
    ),
  },
  ECTS_CREDITS_AWARDED: {
    status: 409,
    title: said('Studiepoengene er tildelt', 'Studiepoenga er tildelte', 'The ECTS credits have been awarded'),
    detail: said(
      'Delen regnes med i en tildeling som står, og kan ikke trekkes.',
      'Delen blir rekna med i ei tildeling som står, og kan ikkje trekkjast.',
      'The part counts in an award that stands, and cannot be withdrawn.',
    ),
  },
  ECTS_ALREADY_AWARDED: {
    status: 409,
    title: said(
      'Personen har allerede studiepoeng for dette emnet',
      'Personen har allereie studiepoeng for dette emnet',
      'The person already has ECTS credits for this course',
    ),
  },
  HOURS_EXCEED_SESSION: {
    status: 422,
    title: said(
      'Timene er flere enn økten varer',
      'Timane er fleire enn økta varer',
      'The hours are more than the session lasts',
    ),
  },
  REASONS_TOO_LATE: {
    status: 409,
    title: said(
      'Fristen for å be om begrunnelse er ute',
      'Fristen for å be om grunngiving er ute',
      'The deadline to ask for reasons has passed',
    ),
  },
  REASONS_ALREADY_ASKED: {
    status: 409,
    title: said(
      'Studenten har alt bedt om begrunnelse for resultatet',
      'Studenten har alt bede om grunngiving for resultatet',
      'The student has already asked for reasons for the result',
    ),
  },
  RESULT_APPEAL_TOO_LATE: {
    status: 409,
    title: said('Klagefristen er ute', 'Klagefristen er ute', 'The deadline to appeal has passed'),
  },
  RESULT_ALREADY_APPEALED: {
    status: 409,
    title: said(
      'Studenten har alt klaget på resultatet',
      'Studenten har alt klaga på resultatet',
      'The student has already appealed the result',
    ),
  },
  RESULT_NOT_APPEALED: {
    status: 404,
    title: said('Ingen har klaget på resultatet', 'Ingen har klaga på resultatet', 'Nobody has appealed the result'),
  },
  GROUNDS_MISSING: {
    status: 422,
    title: said('Klagen sier ikke hvorfor', 'Klaga seier ikkje kvifor', 'The appeal does not say why'),
  },
  GROUNDS_TOO_LONG: {
    status: 422,
    title: said(
      'Begrunnelsen for klagen er for lang',
      'Grunngivinga for klaga er for lang',
      'The grounds of the appeal are too long',
    ),
  },
  SECOND_APPROVER_REQUIRED: {
    status: 422,
    title: said('En annen må godkjenne', 'Ein annan må godkjenne', 'Somebody else has to approve'),
    detail: said(
      'Den som godkjenner færre poeng eller et HPR-nummer, kan ikke være den som foreslo det.',
      'Den som godkjenner færre poeng eller eit HPR-nummer, kan ikkje vere den som føreslo det.',
      'Whoever approves fewer points or an HPR number cannot be the one who proposed it.',
    ),
  },
  HPR_NOT_ASKED_FOR: {
    status: 422,
    title: said('HPR-nummer trengs ikke her', 'HPR-nummer trengst ikkje her', 'No HPR number is needed here'),
    detail: said(
      'Kurspoeng gis bare til leger, i kurs som er godkjent for det.',
      'Kurspoeng blir berre gitt til legar, i kurs som er godkjende for det.',
      'Course points are given only to physicians, in courses that are approved for it.',
    ),
  },
  HPR_MISSING: {
    status: 409,
    title: said(
      'Studenten har ikke oppgitt noe HPR-nummer',
      'Studenten har ikkje oppgitt noko HPR-nummer',
      'The student has not given an HPR number',
    ),
    detail: said(
      'Rett HPR-nummeret først. Så kan det bekreftes.',
      'Rett HPR-nummeret først. Så kan det stadfestast.',
      'Correct the HPR number first. Then it can be verified.',
    ),
  },
  HPR_ALREADY_VERIFIED: {
    status: 409,
    title: said(
      'HPR-nummeret er bekreftet, og kurspoengene er tildelt',
      'HPR-nummeret er stadfesta, og kurspoenga er tildelte',
      'The HPR number is verified, and the course points have been awarded',
    ),
  },
  VERIFICATION_NOT_PROPOSED: {
    status: 404,
    title: said(
      'Ingen slik bekreftelse venter på godkjenning',
      'Inga slik stadfesting ventar på godkjenning',
      'No such verification is waiting for approval',
    ),
    detail: said(
      'Den finnes ikke, eller en annen er foreslått siden.',
      'Ho finst ikkje, eller ei anna er føreslått sidan.',
      'It is not there, or another has been proposed since.',
    ),
  },
  HPR_NUMBER_CHANGED: {
    status: 409,
    title: said(
      'Studenten har fått et annet HPR-nummer',
      'Studenten har fått eit anna HPR-nummer',
      'The student has another HPR number now',
    ),
    detail: said(
      'Bekreftelsen gjelder nummeret som var. Foreslå en ny.',
      'Stadfestinga gjeld nummeret som var. Føreslå ei ny.',
      'The verification is of the number that was. Propose a new one.',
    ),
  },
} as const satisfies ProblemsFor<CourseRefusal | StatementRefusal | StudentCourseRejection>;
