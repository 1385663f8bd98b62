import type { CertificateEvent } from '@kull/certificates';
import type { StudentCourseEvent } from '@kull/credits';
import { nothingToTell, type Texts, type WordsOf, withMore } from './words';

type Correction = Extract<StudentCourseEvent, { type: 'CorrectionApplied' }>['data']['kind'];

const ledgers = {
  ectsCredits: { nb: 'Studiepoeng', nn: 'Studiepoeng', en: 'ECTS credits' },
  coursePoints: { nb: 'Kurspoeng', nn: 'Kurspoeng', en: 'Course points' },
} as const satisfies Record<string, Texts>;

const corrections: Readonly<Record<Correction, Texts>> = {
  NAME_CHANGE: { nb: 'navn', nn: 'namn', en: 'name' },
  HPR_NUMBER: { nb: 'HPR-nummer', nn: 'HPR-nummer', en: 'HPR number' },
  ATTENDANCE: { nb: 'oppmøte', nn: 'oppmøte', en: 'attendance' },
  RESULT: { nb: 'resultat', nn: 'resultat', en: 'result' },
};

const reasonsIn = (codes: readonly string[]): string => (codes.length === 0 ? '' : ` (${codes.join(', ')})`);

/** What happened to a student's course, its results and credits. */
export const creditsWords: WordsOf<StudentCourseEvent> = {
  StudentCourseOpened: nothingToTell,
  CourseTermsRevised: nothingToTell,
  AssessmentResultRegistered: ({ assessment, result, gradedBy }) =>
    withMore(
      { nb: 'Resultat registrert', nn: 'Resultat registrert', en: 'Result registered' },
      `: ${assessment} ${result} (${gradedBy})`,
    ),
  AssessmentResultAttested: ({ assessment }) =>
    withMore(
      { nb: 'Resultat attestert', nn: 'Resultat attestert', en: 'Result attested' },
      assessment ? `: ${assessment}` : '',
    ),
  AssessmentResultCorrected: ({ assessment, result }) =>
    withMore(
      { nb: 'Resultat rettet', nn: 'Resultat retta', en: 'Result corrected' },
      `: ${assessment ? `${assessment} ` : ''}${result}`,
    ),
  GradingReasonsGiven: ({ assessment }) =>
    withMore(
      {
        nb: 'Fikk begrunnelse for karakteren',
        nn: 'Fekk grunngiving for karakteren',
        en: 'Got the reasons of the grade',
      },
      `: ${assessment}`,
    ),
  GradingReasonsAsked: ({ assessment }) =>
    withMore({ nb: 'Ba om begrunnelse', nn: 'Bad om grunngiving', en: 'Asked for the reasons' }, `: ${assessment}`),
  ResultAppealed: ({ assessment }) =>
    withMore({ nb: 'Klaget på resultatet', nn: 'Klaga på resultatet', en: 'Appealed the result' }, `: ${assessment}`),
  ResultAppealHandled: ({ assessment }) =>
    withMore(
      { nb: 'Klagen er tatt videre', nn: 'Klaga er teken vidare', en: 'The appeal was taken on' },
      `: ${assessment}`,
    ),
  PartFulfilled: ({ part }) =>
    withMore({ nb: 'Arbeidskrav fullført', nn: 'Arbeidskrav fullført', en: 'Mandatory part done' }, `: ${part}`),
  PartWithdrawn: ({ part }) =>
    withMore(
      {
        nb: 'Arbeidskrav gjelder ikke lenger',
        nn: 'Arbeidskrav gjeld ikkje lenger',
        en: 'Mandatory part does not count any more',
      },
      `: ${part}`,
    ),
  AttendanceCounted: nothingToTell,
  HprVerified: () => ({
    nb: 'HPR-nummeret er kontrollert og bekreftet',
    nn: 'HPR-nummeret er kontrollert og stadfesta',
    en: 'The HPR number was checked and verified',
  }),
  HprVerificationFailed: ({ reasons }) =>
    withMore(
      {
        nb: 'HPR-nummeret lot seg ikke bekrefte',
        nn: 'HPR-nummeret let seg ikkje stadfeste',
        en: 'The HPR number could not be verified',
      },
      reasonsIn(reasons),
    ),
  HprVerificationProposed: () => ({
    nb: 'Bekreftelse av HPR-nummeret foreslått; en annen må godkjenne',
    nn: 'Stadfesting av HPR-nummeret foreslått; ein annan må godkjenne',
    en: 'Verification of the HPR number proposed; somebody else has to approve',
  }),
  HprLookUpUnanswered: () => ({
    nb: 'HPR svarte ikke; det blir spurt igjen',
    nn: 'HPR svarte ikkje; det blir spurt igjen',
    en: 'HPR did not answer; it is asked again',
  }),
  EctsCreditsAwarded: ({ ectsCredits }) => ({
    nb: `${ectsCredits} studiepoeng tildelt`,
    nn: `${ectsCredits} studiepoeng tildelte`,
    en: `${ectsCredits} ECTS credits awarded`,
  }),
  CoursePointsAwarded: ({ coursePoints }) => ({
    nb: `${coursePoints} kurspoeng tildelt`,
    nn: `${coursePoints} kurspoeng tildelte`,
    en: `${coursePoints} course points awarded`,
  }),
  CoursePointsAwardCorrected: ({ coursePoints }) => ({
    nb: `Kurspoengene rettet; ${coursePoints} kurspoeng står`,
    nn: `Kurspoenga retta; ${coursePoints} kurspoeng står`,
    en: `The course points were corrected; ${coursePoints} stand`,
  }),
  AwardHeld: ({ reasons }) =>
    withMore({ nb: 'Kurspoeng holdt igjen', nn: 'Kurspoeng haldne att', en: 'Course points held' }, reasonsIn(reasons)),
  AwardNotMet: ({ award, reasons }) => {
    const { nb, nn, en } = ledgers[award];
    return withMore(
      { nb: `${nb} ikke tildelt`, nn: `${nn} ikkje tildelte`, en: `${en} not awarded` },
      reasonsIn(reasons),
    );
  },
  AwardNotApplicable: ({ reasons }) =>
    withMore(
      { nb: 'Kurspoeng gjelder ikke', nn: 'Kurspoeng gjeld ikkje', en: 'Course points do not apply' },
      reasonsIn(reasons),
    ),
  AwardReversed: ({ award }) => {
    const { nb, nn, en } = ledgers[award];
    return { nb: `${nb} falt bort`, nn: `${nn} fall bort`, en: `${en} fell away` };
  },
  CorrectionApplied: ({ kind, approvedBy }) => {
    const of = corrections[kind];
    return withMore(
      { nb: `Rettelse: ${of.nb}`, nn: `Retting: ${of.nn}`, en: `Correction: ${of.en}` },
      approvedBy ? ` (+ ${approvedBy})` : '',
    );
  },
  CorrectionRefused: ({ kind, code }) => {
    const of = corrections[kind];
    return withMore(
      { nb: `Rettelse avvist: ${of.nb}`, nn: `Retting avvist: ${of.nn}`, en: `Correction refused: ${of.en}` },
      ` (${code})`,
    );
  },
};

/** What happened to a certificate. */
export const certificateWords: WordsOf<CertificateEvent> = {
  CertificatePrepared: nothingToTell,
  CertificateIssued: ({ number }) => ({
    nb: `Kursbevis ${number} utstedt`,
    nn: `Kursbevis ${number} skrive ut`,
    en: `Certificate ${number} issued`,
  }),
  CertificateCorrected: ({ number, version }) => ({
    nb: `Kursbevis ${number} erstattet av versjon ${version}`,
    nn: `Kursbevis ${number} erstatta av versjon ${version}`,
    en: `Certificate ${number} replaced by version ${version}`,
  }),
  CertificateRevoked: ({ number, reasonCode }) => ({
    nb: `Kursbevis ${number} trukket tilbake (${reasonCode})`,
    nn: `Kursbevis ${number} trekt tilbake (${reasonCode})`,
    en: `Certificate ${number} revoked (${reasonCode})`,
  }),
};
