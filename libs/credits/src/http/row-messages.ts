import type { AttestationCode } from '../commands/attest-results';
import type { CorrectionCode } from '../commands/import-corrections';
import type { Unanswered } from '../domain/hpr';
import type { PartRowCode } from '../domain/part-rows';
import type { ResultRowCode } from '../domain/result-rows';
import { problems } from './problems';

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
  UNKNOWN_PART: problems.UNKNOWN_PART.title.nb,
  INVALID_TIMESTAMP: 'Det står ikke når delen ble fullført',
  INVALID_REPORTER: 'Det står ikke hvem som meldte delen fullført',
  ALREADY_RECORDED: 'Delen er meldt fullført før, av en annen eller til en annen tid',
} as const satisfies Record<PartRowCode, string>;

/** What is said of a result that was not attested. */
export const attestationMessage = (code: AttestationCode): string =>
  code === 'UNKNOWN_STUDENT' ? partMessages.UNKNOWN_STUDENT : problems[code].title.nb;
