import { type InLanguages, inLanguage } from '../../kit/texts';

/** A code of the rules in words: what stands in the way, what to do, and who does it. */
export interface ReasonText {
  readonly means: string;
  readonly todo: string;
  readonly who: string;
}

const texts: InLanguages<Readonly<Record<string, ReasonText>>> = {
  nb: {
    ATTENDANCE_BELOW_MINIMUM: {
      means: 'For lite oppmøte',
      todo: 'Se om oppmøtet er ført riktig. Er det feil, rett det.',
      who: 'Kursadministrasjonen',
    },
    ASSESSMENT_MISSING: { means: 'Mangler attestert resultat', todo: 'Ta inn og attester resultatet.', who: 'Sensor' },
    ASSESSMENT_NOT_PASSED: {
      means: 'Ikke bestått',
      todo: 'Studenten kan be om begrunnelse eller klage.',
      who: 'Student',
    },
    PART_MISSING: { means: 'Mangler en obligatorisk del', todo: 'Studenten må fullføre delen.', who: 'Student' },
    ECTS_ALREADY_AWARDED: {
      means: 'Har studiepoengene fra før',
      todo: 'Studiepoeng gis én gang for hvert emne.',
      who: 'Ingen',
    },
    PARTICIPANT_NOT_AUTHORISED: {
      means: 'Er ikke meldt på som lege',
      todo: 'Kurspoeng er bare for leger. Er det feil, rett deltakerstatusen.',
      who: 'Student',
    },
    NO_COURSE_APPROVAL: { means: 'Kurset gir ikke kurspoeng', todo: 'Ingenting.', who: 'Ingen' },
    APPROVAL_NOT_VALID_AT_COMPLETION: {
      means: 'Kursgodkjenningen gjaldt ikke da kurset ble fullført',
      todo: 'Avklar godkjenningen med Legeforeningen.',
      who: 'Kursadministrasjonen',
    },
    HPR_MISSING: { means: 'Mangler HPR-nummer', todo: 'Be studenten oppgi nummeret.', who: 'Student' },
    HPR_UNKNOWN: {
      means: 'HPR-nummeret finnes ikke i registeret',
      todo: 'Rett nummeret, eller bekreft det ut fra dokumentasjon.',
      who: 'Student',
    },
    HPR_NOT_PHYSICIAN: {
      means: 'HPR-nummeret er ikke en leges',
      todo: 'Rett nummeret, eller bekreft det ut fra dokumentasjon.',
      who: 'Student',
    },
    HPR_BIRTH_DATE_MISMATCH: {
      means: 'Fødselsdatoen er en annen i HPR',
      todo: 'Nummeret er trolig en annens. Rett det.',
      who: 'Student',
    },
    HPR_NOT_AUTHORISED_AT_COMPLETION: {
      means: 'Var ikke autorisert da kurset ble fullført',
      todo: 'Be studenten dokumentere autorisasjonen.',
      who: 'Student',
    },
    HPR_NAME_DIFFERS: {
      means: 'Navnet er et annet i HPR',
      todo: 'Se om det er samme person.',
      who: 'Kursadministrasjonen',
    },
    HPR_BIRTH_DATE_UNKNOWN: {
      means: 'HPR har ikke fødselsdatoen',
      todo: 'Se om det er samme person.',
      who: 'Kursadministrasjonen',
    },
  },
  nn: {
    ATTENDANCE_BELOW_MINIMUM: {
      means: 'For lite oppmøte',
      todo: 'Sjå om oppmøtet er ført rett. Er det feil, rett det.',
      who: 'Kursadministrasjonen',
    },
    ASSESSMENT_MISSING: { means: 'Manglar attestert resultat', todo: 'Ta inn og attester resultatet.', who: 'Sensor' },
    ASSESSMENT_NOT_PASSED: {
      means: 'Ikkje bestått',
      todo: 'Studenten kan be om grunngiving eller klage.',
      who: 'Student',
    },
    PART_MISSING: { means: 'Manglar ein obligatorisk del', todo: 'Studenten må fullføre delen.', who: 'Student' },
    ECTS_ALREADY_AWARDED: {
      means: 'Har studiepoenga frå før',
      todo: 'Studiepoeng blir gitt éin gong for kvart emne.',
      who: 'Ingen',
    },
    PARTICIPANT_NOT_AUTHORISED: {
      means: 'Er ikkje meld på som lege',
      todo: 'Kurspoeng er berre for legar. Er det feil, rett deltakarstatusen.',
      who: 'Student',
    },
    NO_COURSE_APPROVAL: { means: 'Kurset gir ikkje kurspoeng', todo: 'Ingenting.', who: 'Ingen' },
    APPROVAL_NOT_VALID_AT_COMPLETION: {
      means: 'Kursgodkjenninga gjaldt ikkje då kurset vart fullført',
      todo: 'Avklar godkjenninga med Legeforeininga.',
      who: 'Kursadministrasjonen',
    },
    HPR_MISSING: { means: 'Manglar HPR-nummer', todo: 'Be studenten oppgje nummeret.', who: 'Student' },
    HPR_UNKNOWN: {
      means: 'HPR-nummeret finst ikkje i registeret',
      todo: 'Rett nummeret, eller stadfest det ut frå dokumentasjon.',
      who: 'Student',
    },
    HPR_NOT_PHYSICIAN: {
      means: 'HPR-nummeret er ikkje ein lege sitt',
      todo: 'Rett nummeret, eller stadfest det ut frå dokumentasjon.',
      who: 'Student',
    },
    HPR_BIRTH_DATE_MISMATCH: {
      means: 'Fødselsdatoen er ein annan i HPR',
      todo: 'Nummeret er truleg ein annan sitt. Rett det.',
      who: 'Student',
    },
    HPR_NOT_AUTHORISED_AT_COMPLETION: {
      means: 'Var ikkje autorisert då kurset vart fullført',
      todo: 'Be studenten dokumentere autorisasjonen.',
      who: 'Student',
    },
    HPR_NAME_DIFFERS: {
      means: 'Namnet er eit anna i HPR',
      todo: 'Sjå om det er same person.',
      who: 'Kursadministrasjonen',
    },
    HPR_BIRTH_DATE_UNKNOWN: {
      means: 'HPR har ikkje fødselsdatoen',
      todo: 'Sjå om det er same person.',
      who: 'Kursadministrasjonen',
    },
  },
  en: {
    ATTENDANCE_BELOW_MINIMUM: {
      means: 'Too little attendance',
      todo: 'See whether attendance was recorded correctly. If not, correct it.',
      who: 'Course office',
    },
    ASSESSMENT_MISSING: { means: 'No attested result', todo: 'Take in and attest the result.', who: 'Examiner' },
    ASSESSMENT_NOT_PASSED: { means: 'Not passed', todo: 'The student may ask for reasons or appeal.', who: 'Student' },
    PART_MISSING: { means: 'A mandatory part is missing', todo: 'The student must complete it.', who: 'Student' },
    ECTS_ALREADY_AWARDED: {
      means: 'Has the ECTS credits already',
      todo: 'ECTS credits are given once for each course.',
      who: 'Nobody',
    },
    PARTICIPANT_NOT_AUTHORISED: {
      means: 'Not enrolled as a physician',
      todo: 'Course points are for physicians only. If that is wrong, correct the participant status.',
      who: 'Student',
    },
    NO_COURSE_APPROVAL: { means: 'The course gives no course points', todo: 'Nothing.', who: 'Nobody' },
    APPROVAL_NOT_VALID_AT_COMPLETION: {
      means: 'The course approval was not valid on completion',
      todo: 'Clear the approval with the medical association.',
      who: 'Course office',
    },
    HPR_MISSING: { means: 'No HPR number', todo: 'Ask the student for the number.', who: 'Student' },
    HPR_UNKNOWN: {
      means: 'The HPR number is not in the register',
      todo: 'Correct the number, or verify it by documents.',
      who: 'Student',
    },
    HPR_NOT_PHYSICIAN: {
      means: 'The HPR number is not a physician’s',
      todo: 'Correct the number, or verify it by documents.',
      who: 'Student',
    },
    HPR_BIRTH_DATE_MISMATCH: {
      means: 'HPR has another birth date',
      todo: 'The number is probably somebody else’s. Correct it.',
      who: 'Student',
    },
    HPR_NOT_AUTHORISED_AT_COMPLETION: {
      means: 'Was not authorised on completion',
      todo: 'Ask the student to document the authorisation.',
      who: 'Student',
    },
    HPR_NAME_DIFFERS: {
      means: 'HPR has another name',
      todo: 'See whether it is the same person.',
      who: 'Course office',
    },
    HPR_BIRTH_DATE_UNKNOWN: {
      means: 'HPR has no birth date',
      todo: 'See whether it is the same person.',
      who: 'Course office',
    },
  },
};

/** The words for a code; a code that is not known stands for itself. */
export const reasonText = (code: string): ReasonText => inLanguage(texts)[code] ?? { means: code, todo: '', who: '' };

/** The words for several codes, as one sentence part. */
export const reasonsText = (codes: readonly string[]): string =>
  codes.map((code) => reasonText(code).means).join(' · ');
