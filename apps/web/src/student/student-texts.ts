import type { RequirementStatus } from '@kull/kernel';
import type { InLanguages } from '../kit/language';

interface StudentTexts {
  readonly title: string;
  readonly none: string;
  readonly coursePoints: (has: string, of: string) => string;
  readonly ectsCredits: (has: string, of: string) => string;
  readonly because: string;
  readonly done: string;
  readonly ectsDone: string;
  readonly requirements: string;
  readonly by: (day: string) => string;
  readonly status: Readonly<Record<RequirementStatus, string>>;
  readonly actors: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, string>>;
}

/** «Mine poeng». The first sentence: the amount, then what is missing, then who acts, then by when. */
export const studentTexts: InLanguages<StudentTexts> = {
  nb: {
    title: 'Mine poeng',
    none: 'Du har ingen kurs her ennå. De kommer når klassen din er satt opp.',
    coursePoints: (has, of) => `${has} av ${of} kurspoeng`,
    ectsCredits: (has, of) => `${has} av ${of} studiepoeng`,
    because: 'Det som mangler nå:',
    done: 'Alt er på plass.',
    ectsDone: 'Studiepoengene er tildelt.',
    requirements: 'Krav for krav',
    by: (day) => `innen ${day}`,
    status: { met: 'Oppfylt', not_met: 'Ikke oppfylt', waiting: 'Venter' },
    actors: {
      STUDENT: 'Du',
      COURSE_ADMINISTRATOR: 'BI',
      SERVICE: 'BI',
      EXAMINER: 'Sensor',
      ATTESTOR: 'BI',
      ASSOCIATION: 'Legeforeningen',
    },
    actions: {
      CORRECT_HPR_NUMBER: 'retter HPR-nummeret',
      REPORT_ERROR: 'melder fra hvis noe er feil',
      ASK_FOR_REASONS_OR_APPEAL: 'kan be om begrunnelse eller klage',
      DECLARE_DONE: 'melder fra at det er gjort',
      WATCH_LECTURE: 'ser forelesningen',
      ANSWER_EVALUATION: 'svarer på evalueringen',
      RUN_AWARDS: 'vurderer poengene',
      RENEW_APPROVAL: 'avklarer kursgodkjenningen',
      REGISTER_RESULT: 'setter karakter',
      ATTEST_RESULT: 'attesterer resultatet',
      ISSUE_CERTIFICATE: 'utsteder kursbeviset',
      DELIVER: 'sender poengene',
      MEND_AND_DELIVER: 'retter opplysningen og sender poengene',
      MEND_AND_REQUEUE: 'retter linjen og sender den igjen',
      SEND_RECEIPT: 'kvitterer',
      POST_POINTS: 'fører poengene',
    },
  },
  nn: {
    title: 'Mine poeng',
    none: 'Du har ingen kurs her enno. Dei kjem når klassen din er sett opp.',
    coursePoints: (has, of) => `${has} av ${of} kurspoeng`,
    ectsCredits: (has, of) => `${has} av ${of} studiepoeng`,
    because: 'Det som manglar no:',
    done: 'Alt er på plass.',
    ectsDone: 'Studiepoenga er tildelte.',
    requirements: 'Krav for krav',
    by: (day) => `innan ${day}`,
    status: { met: 'Oppfylt', not_met: 'Ikkje oppfylt', waiting: 'Ventar' },
    actors: {
      STUDENT: 'Du',
      COURSE_ADMINISTRATOR: 'BI',
      SERVICE: 'BI',
      EXAMINER: 'Sensor',
      ATTESTOR: 'BI',
      ASSOCIATION: 'Legeforeininga',
    },
    actions: {
      CORRECT_HPR_NUMBER: 'rettar HPR-nummeret',
      REPORT_ERROR: 'melder frå om noko er feil',
      ASK_FOR_REASONS_OR_APPEAL: 'kan be om grunngiving eller klage',
      DECLARE_DONE: 'melder frå at det er gjort',
      WATCH_LECTURE: 'ser førelesinga',
      ANSWER_EVALUATION: 'svarar på evalueringa',
      RUN_AWARDS: 'vurderer poenga',
      RENEW_APPROVAL: 'avklarar kursgodkjenninga',
      REGISTER_RESULT: 'set karakter',
      ATTEST_RESULT: 'attesterer resultatet',
      ISSUE_CERTIFICATE: 'skriv ut kursbeviset',
      DELIVER: 'sender poenga',
      MEND_AND_DELIVER: 'rettar opplysninga og sender poenga',
      MEND_AND_REQUEUE: 'rettar linja og sender ho igjen',
      SEND_RECEIPT: 'kvitterer',
      POST_POINTS: 'fører poenga',
    },
  },
  en: {
    title: 'My credits',
    none: 'You have no courses here yet. They appear when your class has been set up.',
    coursePoints: (has, of) => `${has} of ${of} course points`,
    ectsCredits: (has, of) => `${has} of ${of} ECTS credits`,
    because: 'What is missing now:',
    done: 'Everything is in place.',
    ectsDone: 'The ECTS credits are awarded.',
    requirements: 'Requirement by requirement',
    by: (day) => `by ${day}`,
    status: { met: 'Met', not_met: 'Not met', waiting: 'Waiting' },
    actors: {
      STUDENT: 'You',
      COURSE_ADMINISTRATOR: 'BI',
      SERVICE: 'BI',
      EXAMINER: 'The examiner',
      ATTESTOR: 'BI',
      ASSOCIATION: 'The medical association',
    },
    actions: {
      CORRECT_HPR_NUMBER: 'to correct the HPR number',
      REPORT_ERROR: 'to report it if something is wrong',
      ASK_FOR_REASONS_OR_APPEAL: 'may ask for reasons or appeal',
      DECLARE_DONE: 'to declare it done',
      WATCH_LECTURE: 'to watch the lecture',
      ANSWER_EVALUATION: 'to answer the evaluation',
      RUN_AWARDS: 'to judge the credits',
      RENEW_APPROVAL: 'to clear the course approval',
      REGISTER_RESULT: 'to set the grade',
      ATTEST_RESULT: 'to attest the result',
      ISSUE_CERTIFICATE: 'to issue the certificate',
      DELIVER: 'to send the points',
      MEND_AND_DELIVER: 'to mend the record and send the points',
      MEND_AND_REQUEUE: 'to mend the line and send it again',
      SEND_RECEIPT: 'to acknowledge',
      POST_POINTS: 'to post the points',
    },
  },
};
