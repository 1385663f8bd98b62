import { type Said, said } from '@kull/http';
import type { AttestationCode } from '../commands/attest-results';
import type { CorrectionCode } from '../commands/import-corrections';
import type { Unanswered } from '../domain/hpr';
import type { PartRowCode } from '../domain/part-rows';
import type { ResultRowCode } from '../domain/result-rows';
import { problems } from './problems';

const noStudent = said(
  'Studenten er ikke i klassen',
  'Studenten er ikkje i klassen',
  'The student is not in the class',
);

/** What is said of a row of results that was not taken in. */
export const resultMessages: Readonly<Record<ResultRowCode, Said>> = {
  UNKNOWN_STUDENT: noStudent,
  ALREADY_RECORDED: said(
    'Studenten har et resultat; en endring er en rettelse',
    'Studenten har eit resultat; ei endring er ei retting',
    'The student has a result; a change is a correction',
  ),
  SAME_PERSON_GRADED_AND_ATTESTED: said(
    'Sensur og attestering er gjort av samme person',
    'Sensur og attestering er gjord av same person',
    'Graded and attested by the same person',
  ),
  INVALID_GRADER: said(
    'Det står ikke hvem som satte eller attesterte resultatet',
    'Det står ikkje kven som sette eller attesterte resultatet',
    'It does not say who gave or attested the result',
  ),
  INVALID_RESULT: said(
    'Resultatet er ikke en karakter på skalaen til vurderingen',
    'Resultatet er ikkje ein karakter på skalaen til vurderinga',
    'The result is not a grade on the scale of the assessment',
  ),
  UNKNOWN_ASSESSMENT: said(
    'Vurderingen hører ikke til kurset',
    'Vurderinga høyrer ikkje til kurset',
    'The assessment is not part of the course',
  ),
  INVALID_TIMESTAMP: said(
    'Det står ikke når resultatet ble attestert',
    'Det står ikkje når resultatet vart attestert',
    'It does not say when the result was attested',
  ),
};

/** What is said of a correction that led to nothing. */
export const correctionMessages: Readonly<Record<CorrectionCode, Said>> = {
  UNKNOWN_STUDENT: noStudent,
  INVALID_CORRECTION: said(
    'Rettelsens type, verdi, tid eller signatur kan ikke leses',
    'Typen, verdien, tida eller signaturen til rettinga kan ikkje lesast',
    'The type, value, time or signature of the correction cannot be read',
  ),
  UNKNOWN_SESSION: said('Økten finnes ikke i kurset', 'Økta finst ikkje i kurset', 'The course has no such session'),
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
  SECOND_APPROVER_REQUIRED: said(
    'Rettelsen gir færre poeng og må godkjennes av en annen',
    'Rettinga gir færre poeng og må godkjennast av ein annan',
    'The correction gives fewer points and has to be approved by somebody else',
  ),
  AWARDS_NOT_JUDGED: said(
    'Poengene er ikke vurdert ennå',
    'Poenga er ikkje vurderte enno',
    'The points have not been judged yet',
  ),
  NOT_RECORDED: said(
    'Den som står i recorded_by, har ikke ført rettelsen selv. Når vedkommende har gjort det, kan en annen godkjenne',
    'Den som står i recorded_by, har ikkje ført rettinga sjølv. Når vedkomande har gjort det, kan ein annan godkjenne',
    'Whoever stands in recorded_by has not recorded the correction themselves. When they have, somebody else can approve',
  ),
  HPR_REGISTER_NOT_ANSWERING: said(
    'HPR svarer ikke nå. Ingenting er endret; send rettelsen igjen senere',
    'HPR svarar ikkje no. Ingenting er endra; send rettinga igjen seinare',
    'HPR does not answer now. Nothing has been changed; send the correction again later',
  ),
};

/** Why somebody has not been judged: the register of health personnel gave no answer. */
export const unansweredMessages: Readonly<Record<Unanswered, Said>> = {
  REFUSED: said(
    'HPR slipper oss ikke inn. Kursadministrasjonen må rette oppsettet, og så vurdere poengene igjen',
    'HPR slepp oss ikkje inn. Kursadministrasjonen må rette oppsettet, og så vurdere poenga igjen',
    'HPR does not let us in. The course administration has to mend the set-up, and then judge the points again',
  ),
  UNAVAILABLE: said(
    'HPR svarer ikke nå. Studenten er ikke vurdert; det blir spurt igjen av seg selv',
    'HPR svarar ikkje no. Studenten er ikkje vurdert; det blir spurt igjen av seg sjølv',
    'HPR does not answer now. The student has not been judged; it is asked again by itself',
  ),
  UNREADABLE: said(
    'HPR svarte noe vi ikke kan lese. Studenten er ikke vurdert; det blir spurt igjen av seg selv',
    'HPR svarte noko vi ikkje kan lese. Studenten er ikkje vurdert; det blir spurt igjen av seg sjølv',
    'HPR answered something that we cannot read. The student has not been judged; it is asked again by itself',
  ),
};

/** What is said of a row about a mandatory part that was not taken in. */
export const partMessages: Readonly<Record<PartRowCode, Said>> = {
  UNKNOWN_STUDENT: noStudent,
  UNKNOWN_PART: problems.UNKNOWN_PART.title,
  INVALID_TIMESTAMP: said(
    'Det står ikke når delen ble fullført',
    'Det står ikkje når delen vart fullført',
    'It does not say when the part was fulfilled',
  ),
  INVALID_REPORTER: said(
    'Det står ikke hvem som meldte delen fullført',
    'Det står ikkje kven som melde delen fullført',
    'It does not say who reported the part as fulfilled',
  ),
  ALREADY_RECORDED: said(
    'Delen er meldt fullført før, av en annen eller til en annen tid',
    'Delen er meld fullført før, av ein annan eller til ei anna tid',
    'The part has been reported as fulfilled before, by somebody else or at another time',
  ),
};

/** What is said of a result that was not attested. */
export const attestationMessage = (code: AttestationCode): Said =>
  code === 'UNKNOWN_STUDENT' ? noStudent : problems[code].title;
