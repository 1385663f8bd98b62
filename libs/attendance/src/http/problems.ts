import { type ProblemsFor, said } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { RegisterRejection } from '../domain/register.commands';
import type { SessionRejection } from '../session-registers';

/** How each refusal about a register is said over HTTP. */
export const problems = {
  CLASS_NOT_PLANNED: {
    status: 404,
    title: said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there'),
  },
  UNKNOWN_SESSION: {
    status: 404,
    title: said('Økten finnes ikke i klassen', 'Økta finst ikkje i klassen', 'The class has no such session'),
    detail: said(
      'Se etter koden i klassens timeplan. En avlyst samling har ingen økter.',
      'Sjå etter koden i timeplanen til klassen. Ei avlyst samling har ingen økter.',
      'Look for the code in the timetable of the class. A cancelled gathering has no sessions.',
    ),
  },
  REGISTER_NOT_OPEN: {
    status: 409,
    title: said(
      'Økten er ikke åpnet for oppmøte',
      'Økta er ikkje opna for oppmøte',
      'The session has not been opened for attendance',
    ),
  },
  SESSION_DIFFERS: {
    status: 409,
    title: said(
      'Økten er åpnet med en annen lengde eller tid',
      'Økta er opna med ei anna lengd eller tid',
      'The session has been opened with another length or time',
    ),
  },
  SESSION_NOT_STARTED: {
    status: 409,
    title: said('Økten har ikke begynt', 'Økta har ikkje byrja', 'The session has not begun'),
    detail: said(
      'Oppmøte kan føres fra en time før økten begynner.',
      'Oppmøte kan førast frå ein time før økta byrjar.',
      'Attendance can be recorded from one hour before the session begins.',
    ),
  },
  SESSION_NOT_OVER: {
    status: 409,
    title: said('Økten er ikke over', 'Økta er ikkje over', 'The session is not over'),
    detail: said(
      'Lås oppmøtet når økten er slutt. Den som ikke er merket da, regnes som fraværende.',
      'Lås oppmøtet når økta er slutt. Den som ikkje er merkt då, blir rekna som fråverande.',
      'Lock the register when the session is over. Whoever has no mark then counts as absent.',
    ),
  },
  UNKNOWN_STUDENT: {
    status: 422,
    title: said('Studenten er ikke i klassen', 'Studenten er ikkje i klassen', 'The student is not in the class'),
  },
  HOURS_EXCEED_SESSION: {
    status: 422,
    title: said(
      'Timene er flere enn økten varer',
      'Timane er fleire enn økta varer',
      'The hours are more than the session lasts',
    ),
  },
  ALREADY_RECORDED: {
    status: 409,
    title: said('Oppmøtet er ført imens', 'Oppmøtet er ført imens', 'The attendance has been recorded meanwhile'),
    detail: said(
      'Noen andre førte oppmøte for de samme studentene. Send filen en gang til.',
      'Nokon andre førte oppmøte for dei same studentane. Send fila ein gong til.',
      'Somebody else recorded attendance for the same students. Send the file once more.',
    ),
  },
  REGISTER_LOCKED: {
    status: 409,
    title: said('Oppmøtet er låst', 'Oppmøtet er låst', 'The register is locked'),
    detail: said(
      'Poengene er vurdert. Endre oppmøtet med en rettelse.',
      'Poenga er vurderte. Endre oppmøtet med ei retting.',
      'The points have been judged. Change the attendance with a correction.',
    ),
  },
  AWARDS_JUDGED: {
    status: 409,
    title: said('Poengene er vurdert', 'Poenga er vurderte', 'The points have been judged'),
    detail: said(
      'Oppmøtet kan ikke endres her lenger. Bruk en rettelse av poengene: da vurderes de på nytt.',
      'Oppmøtet kan ikkje endrast her lenger. Bruk ei retting av poenga: då blir dei vurderte på nytt.',
      'The attendance can no longer be changed here. Use a correction of the points: then they are judged anew.',
    ),
  },
  NO_CONFLICT: {
    status: 409,
    title: said('Merkene er ikke uenige', 'Merka er ikkje usamde', 'The marks do not disagree'),
    detail: said(
      'Uenigheten er avgjort eller rettet. Hent oppmøtet på nytt.',
      'Usemja er avgjord eller retta. Hent oppmøtet på nytt.',
      'The disagreement has been settled or corrected. Fetch the register again.',
    ),
  },
  UNKNOWN_MARK: {
    status: 422,
    title: said('Et av merkene finnes ikke', 'Eitt av merka finst ikkje', 'One of the marks is not there'),
    detail: said(
      'Hent uenighetene på nytt, og avgjør dem du ser.',
      'Hent usemjene på nytt, og avgjer dei du ser.',
      'Fetch the disagreements again, and settle those that you see.',
    ),
  },
} as const satisfies ProblemsFor<RegisterRejection | SessionRejection | Rejection<'CLASS_NOT_PLANNED'>>;
