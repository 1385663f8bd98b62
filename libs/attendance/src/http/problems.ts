import type { ProblemsFor } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { AttendanceRowCode } from '../domain/attendance-rows';
import type { RegisterRejection } from '../domain/register.commands';

/** How each refusal about a register is said over HTTP. */
export const problems = {
  CLASS_NOT_PLANNED: { status: 404, title: 'Klassen finnes ikke' },
  REGISTER_NOT_OPEN: { status: 409, title: 'Økten er ikke åpnet for oppmøte' },
  SESSION_DIFFERS: { status: 409, title: 'Økten er åpnet med en annen lengde eller tid' },
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
} as const satisfies ProblemsFor<RegisterRejection | Rejection<'CLASS_NOT_PLANNED'>>;

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
