import type { ProblemsFor } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { AttendanceRowCode } from '../domain/attendance-rows';
import type { MarkCode } from '../domain/mark-answers';
import type { RegisterRejection } from '../domain/register.commands';
import type { SessionRejection } from '../session-registers';

/** How each refusal about a register is said over HTTP. */
export const problems = {
  CLASS_NOT_PLANNED: { status: 404, title: 'Klassen finnes ikke' },
  UNKNOWN_SESSION: {
    status: 404,
    title: 'Økten finnes ikke i klassen',
    detail: 'Se etter koden i klassens timeplan. En avlyst samling har ingen økter.',
  },
  REGISTER_NOT_OPEN: { status: 409, title: 'Økten er ikke åpnet for oppmøte' },
  SESSION_DIFFERS: { status: 409, title: 'Økten er åpnet med en annen lengde eller tid' },
  SESSION_NOT_STARTED: {
    status: 409,
    title: 'Økten har ikke begynt',
    detail: 'Oppmøte kan føres fra en time før økten begynner.',
  },
  SESSION_NOT_OVER: {
    status: 409,
    title: 'Økten er ikke over',
    detail: 'Lås oppmøtet når økten er slutt. Den som ikke er merket da, regnes som fraværende.',
  },
  UNKNOWN_STUDENT: { status: 422, title: 'Studenten er ikke i klassen' },
  HOURS_EXCEED_SESSION: { status: 422, title: 'Timene er flere enn økten varer' },
  ALREADY_RECORDED: {
    status: 409,
    title: 'Oppmøtet er ført imens',
    detail: 'Noen andre førte oppmøte for de samme studentene. Send filen en gang til.',
  },
  REGISTER_LOCKED: {
    status: 409,
    title: 'Oppmøtet er låst',
    detail: 'Poengene er vurdert. Endre oppmøtet med en rettelse.',
  },
  AWARDS_JUDGED: {
    status: 409,
    title: 'Poengene er vurdert',
    detail: 'Oppmøtet kan ikke endres her lenger. Bruk en rettelse av poengene: da vurderes de på nytt.',
  },
  NO_CONFLICT: {
    status: 409,
    title: 'Merkene er ikke uenige',
    detail: 'Uenigheten er avgjort eller rettet. Hent oppmøtet på nytt.',
  },
  UNKNOWN_MARK: {
    status: 422,
    title: 'Et av merkene finnes ikke',
    detail: 'Hent uenighetene på nytt, og avgjør dem du ser.',
  },
} as const satisfies ProblemsFor<RegisterRejection | SessionRejection | Rejection<'CLASS_NOT_PLANNED'>>;

/** What is said of a row of attendance that was not taken in. */
export const attendanceMessages = {
  UNKNOWN_SESSION: 'Økten finnes ikke i klassen',
  UNKNOWN_STUDENT: 'Studenten er ikke i klassen',
  INVALID_HOURS: 'Timene er ikke et tall fra 0 i steg på 0,5',
  HOURS_EXCEED_SESSION: 'Timene er flere enn økten varer',
  ALREADY_RECORDED: 'Oppmøtet er ført før; en endring er en rettelse',
  INVALID_OBSERVER: 'Det står ikke hvem som så studenten',
  INVALID_TIMESTAMP: 'Det står ikke når studenten ble sett',
  REGISTER_LOCKED: 'Oppmøtet er låst; en endring er en rettelse',
} as const satisfies Record<AttendanceRowCode, string>;

/** What is said of a mark that was not taken. */
export const markMessages = {
  UNKNOWN_SESSION: 'Økten finnes ikke i klassen',
  UNKNOWN_STUDENT: 'Studenten er ikke i klassen',
  OTHER_CLASS: 'Studenten hører til en annen klasse; merk der',
  INVALID_MARK: 'Merket har feil form; les det inn på nytt',
  INVALID_HOURS: 'Sen ankomst og tidlig avgang føres i halve timer, og bare for den som var til stede',
  INVALID_OBSERVER: 'Det står ikke hvem som så studenten',
  INVALID_TIMESTAMP: 'Det står ikke når studenten ble sett',
  MARK_DIFFERS: 'Et annet merke har samme id; lag et nytt',
  HOURS_EXCEED_SESSION: 'Sen ankomst og tidlig avgang er mer enn økten varer',
  SESSION_NOT_STARTED: 'Økten har ikke begynt; merk fra en time før',
  OBSERVED_IN_FUTURE: 'Klokken på enheten går mer enn et døgn for fort; still den, og merk på nytt',
  REGISTER_LOCKED: 'Oppmøtet er låst; en endring er en rettelse',
} as const satisfies Record<MarkCode, string>;
