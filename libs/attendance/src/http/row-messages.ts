import { type Said, said } from '@kull/http';
import type { AttendanceRowCode } from '../domain/attendance-rows';
import type { MarkCode } from '../domain/mark-answers';

const noSession = said('Økten finnes ikke i klassen', 'Økta finst ikkje i klassen', 'The class has no such session');
const noStudent = said(
  'Studenten er ikke i klassen',
  'Studenten er ikkje i klassen',
  'The student is not in the class',
);
const noObserver = said(
  'Det står ikke hvem som så studenten',
  'Det står ikkje kven som såg studenten',
  'It does not say who saw the student',
);
const noTime = said(
  'Det står ikke når studenten ble sett',
  'Det står ikkje når studenten vart sett',
  'It does not say when the student was seen',
);
const locked = said(
  'Oppmøtet er låst; en endring er en rettelse',
  'Oppmøtet er låst; ei endring er ei retting',
  'The register is locked; a change is a correction',
);

/** What is said of a row of attendance that was not taken in. */
export const attendanceMessages: Readonly<Record<AttendanceRowCode, Said>> = {
  UNKNOWN_SESSION: noSession,
  UNKNOWN_STUDENT: noStudent,
  INVALID_HOURS: said(
    'Timene er ikke et tall fra 0 i steg på 0,5',
    'Timane er ikkje eit tal frå 0 i steg på 0,5',
    'The hours are not a number from 0 in steps of 0.5',
  ),
  HOURS_EXCEED_SESSION: said(
    'Timene er flere enn økten varer',
    'Timane er fleire enn økta varer',
    'The hours are more than the session lasts',
  ),
  ALREADY_RECORDED: said(
    'Oppmøtet er ført før; en endring er en rettelse',
    'Oppmøtet er ført før; ei endring er ei retting',
    'The attendance has been recorded before; a change is a correction',
  ),
  INVALID_OBSERVER: noObserver,
  INVALID_TIMESTAMP: noTime,
  REGISTER_LOCKED: locked,
};

/** What is said of a mark that was not taken. */
export const markMessages: Readonly<Record<MarkCode, Said>> = {
  UNKNOWN_SESSION: noSession,
  UNKNOWN_STUDENT: noStudent,
  OTHER_CLASS: said(
    'Studenten hører til en annen klasse; merk der',
    'Studenten høyrer til ein annan klasse; merk der',
    'The student belongs to another class; mark there',
  ),
  INVALID_MARK: said(
    'Merket har feil form; les det inn på nytt',
    'Merket har feil form; les det inn på nytt',
    'The mark has the wrong form; read it in again',
  ),
  INVALID_HOURS: said(
    'Sen ankomst og tidlig avgang føres i halve timer, og bare for den som var til stede',
    'Sein ankomst og tidleg avgang blir førte i halve timar, og berre for den som var til stades',
    'Late arrival and early departure are recorded in half hours, and only for whoever was present',
  ),
  INVALID_OBSERVER: noObserver,
  INVALID_TIMESTAMP: noTime,
  MARK_DIFFERS: said(
    'Et annet merke har samme id; lag et nytt',
    'Eit anna merke har same id; lag eit nytt',
    'Another mark has the same id; make a new one',
  ),
  HOURS_EXCEED_SESSION: said(
    'Sen ankomst og tidlig avgang er mer enn økten varer',
    'Sein ankomst og tidleg avgang er meir enn økta varer',
    'Late arrival and early departure are more than the session lasts',
  ),
  SESSION_NOT_STARTED: said(
    'Økten har ikke begynt; merk fra en time før',
    'Økta har ikkje byrja; merk frå ein time før',
    'The session has not begun; mark from one hour before',
  ),
  OBSERVED_IN_FUTURE: said(
    'Klokken på enheten går mer enn et døgn for fort; still den, og merk på nytt',
    'Klokka på eininga går meir enn eit døgn for fort; still henne, og merk på nytt',
    'The clock of the device is more than a day ahead; set it, and mark again',
  ),
  REGISTER_LOCKED: locked,
};

/** What is said of a mark of somebody who belongs to this class. */
export const markedElsewhere = (classCode: string): Said =>
  said(
    `Studenten hører til ${classCode}; merk der`,
    `Studenten høyrer til ${classCode}; merk der`,
    `The student belongs to ${classCode}; mark there`,
  );
