import type { RequirementStatus } from '@kull/kernel';
import type { InLanguages } from '../kit/language';

interface PointsPageTexts {
  readonly title: string;
  readonly none: string;
  readonly coursePoints: (has: string, of: string) => string;
  readonly ectsCredits: (has: string, of: string) => string;
  readonly awards: { readonly ectsCredits: string; readonly coursePoints: string };
  readonly because: string;
  readonly done: string;
  readonly ectsDone: string;
  readonly requirements: string;
  readonly by: (day: string) => string;
  /** The day is over. */
  readonly wasDue: (day: string) => string;
  /** Who reads: the student, or somebody who asks about them. */
  readonly you: string;
  readonly they: string;
  readonly status: Readonly<Record<RequirementStatus, string>>;
  /** What has to be done, by its code; `who` is the student. */
  readonly actions: Readonly<Record<string, (who: string) => string>>;
}

/** «Mine poeng». The first sentence: the amount, then what is missing, then who acts, then by when. */
export const pointsPageTexts: InLanguages<PointsPageTexts> = {
  nb: {
    title: 'Mine poeng',
    none: 'Du har ingen kurs her ennå. De kommer når klassen din er satt opp.',
    coursePoints: (has, of) => `${has} av ${of} kurspoeng`,
    ectsCredits: (has, of) => `${has} av ${of} studiepoeng`,
    awards: { ectsCredits: 'Studiepoeng', coursePoints: 'Kurspoeng' },
    because: 'Det som mangler nå:',
    done: 'Alt er på plass.',
    ectsDone: 'Studiepoengene er tildelt.',
    requirements: 'Krav for krav',
    by: (day) => `innen ${day}`,
    wasDue: (day) => `fristen var ${day}`,
    you: 'Du',
    they: 'Legen',
    status: { met: 'Oppfylt', not_met: 'Ikke oppfylt', waiting: 'Venter' },
    actions: {
      CORRECT_HPR_NUMBER: (who) => `${who} må rette HPR-nummeret`,
      GIVE_HPR_NUMBER: (who) => `${who} må oppgi HPR-nummeret`,
      DOCUMENT_AUTHORISATION: (who) => `${who} må dokumentere autorisasjonen overfor BI`,
      REPORT_ERROR: (who) => `${who} kan melde fra til BI hvis noe er feil`,
      ASK_FOR_REASONS_OR_APPEAL: (who) => `${who} kan be om begrunnelse eller klage`,
      DECLARE_DONE: (who) => `${who} må melde fra at det er gjort`,
      WATCH_LECTURE: (who) => `${who} må se forelesningen`,
      ANSWER_EVALUATION: (who) => `${who} må svare på evalueringen`,
      RUN_AWARDS: () => 'BI vurderer poengene',
      RENEW_APPROVAL: () => 'BI avklarer kursgodkjenningen',
      REGISTER_RESULT: () => 'Sensor setter karakter',
      ATTEST_RESULT: () => 'BI attesterer resultatet',
      ISSUE_CERTIFICATE: () => 'BI utsteder kursbeviset',
      DELIVER: () => 'BI sender poengene',
      MEND_AND_DELIVER: () => 'BI retter opplysningen og sender poengene',
      MEND_AND_REQUEUE: () => 'BI retter linjen og sender den igjen',
      SEND_RECEIPT: () => 'Legeforeningen kvitterer',
      POST_POINTS: () => 'Legeforeningen fører poengene',
    },
  },
  nn: {
    title: 'Mine poeng',
    none: 'Du har ingen kurs her enno. Dei kjem når klassen din er sett opp.',
    coursePoints: (has, of) => `${has} av ${of} kurspoeng`,
    ectsCredits: (has, of) => `${has} av ${of} studiepoeng`,
    awards: { ectsCredits: 'Studiepoeng', coursePoints: 'Kurspoeng' },
    because: 'Det som manglar no:',
    done: 'Alt er på plass.',
    ectsDone: 'Studiepoenga er tildelte.',
    requirements: 'Krav for krav',
    by: (day) => `innan ${day}`,
    wasDue: (day) => `fristen var ${day}`,
    you: 'Du',
    they: 'Legen',
    status: { met: 'Oppfylt', not_met: 'Ikkje oppfylt', waiting: 'Ventar' },
    actions: {
      CORRECT_HPR_NUMBER: (who) => `${who} må rette HPR-nummeret`,
      GIVE_HPR_NUMBER: (who) => `${who} må oppgje HPR-nummeret`,
      DOCUMENT_AUTHORISATION: (who) => `${who} må dokumentere autorisasjonen overfor BI`,
      REPORT_ERROR: (who) => `${who} kan melde frå til BI om noko er feil`,
      ASK_FOR_REASONS_OR_APPEAL: (who) => `${who} kan be om grunngiving eller klage`,
      DECLARE_DONE: (who) => `${who} må melde frå at det er gjort`,
      WATCH_LECTURE: (who) => `${who} må sjå førelesinga`,
      ANSWER_EVALUATION: (who) => `${who} må svare på evalueringa`,
      RUN_AWARDS: () => 'BI vurderer poenga',
      RENEW_APPROVAL: () => 'BI avklarar kursgodkjenninga',
      REGISTER_RESULT: () => 'Sensor set karakter',
      ATTEST_RESULT: () => 'BI attesterer resultatet',
      ISSUE_CERTIFICATE: () => 'BI skriv ut kursbeviset',
      DELIVER: () => 'BI sender poenga',
      MEND_AND_DELIVER: () => 'BI rettar opplysninga og sender poenga',
      MEND_AND_REQUEUE: () => 'BI rettar linja og sender ho igjen',
      SEND_RECEIPT: () => 'Legeforeininga kvitterer',
      POST_POINTS: () => 'Legeforeininga fører poenga',
    },
  },
  en: {
    title: 'My credits',
    none: 'You have no courses here yet. They appear when your class has been set up.',
    coursePoints: (has, of) => `${has} of ${of} course points`,
    ectsCredits: (has, of) => `${has} of ${of} ECTS credits`,
    awards: { ectsCredits: 'ECTS credits', coursePoints: 'Course points' },
    because: 'What is missing now:',
    done: 'Everything is in place.',
    ectsDone: 'The ECTS credits are awarded.',
    requirements: 'Requirement by requirement',
    by: (day) => `by ${day}`,
    wasDue: (day) => `it was due ${day}`,
    you: 'You',
    they: 'The physician',
    status: { met: 'Met', not_met: 'Not met', waiting: 'Waiting' },
    actions: {
      CORRECT_HPR_NUMBER: (who) => `${who} must correct the HPR number`,
      GIVE_HPR_NUMBER: (who) => `${who} must give the HPR number`,
      DOCUMENT_AUTHORISATION: (who) => `${who} must document the authorisation to BI`,
      REPORT_ERROR: (who) => `${who} can tell BI if something is wrong`,
      ASK_FOR_REASONS_OR_APPEAL: (who) => `${who} may ask for reasons or appeal`,
      DECLARE_DONE: (who) => `${who} must say that it is done`,
      WATCH_LECTURE: (who) => `${who} must watch the lecture`,
      ANSWER_EVALUATION: (who) => `${who} must answer the evaluation`,
      RUN_AWARDS: () => 'BI judges the credits',
      RENEW_APPROVAL: () => 'BI clears the course approval',
      REGISTER_RESULT: () => 'The examiner sets the grade',
      ATTEST_RESULT: () => 'BI attests the result',
      ISSUE_CERTIFICATE: () => 'BI issues the certificate',
      DELIVER: () => 'BI sends the points',
      MEND_AND_DELIVER: () => 'BI mends the record and sends the points',
      MEND_AND_REQUEUE: () => 'BI mends the line and sends it again',
      SEND_RECEIPT: () => 'The medical association acknowledges',
      POST_POINTS: () => 'The medical association posts the points',
    },
  },
};
