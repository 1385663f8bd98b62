import { type InLanguages, type Language, type LocalDate, writtenDay } from '@kull/kernel';
import type { AbsenceView } from './absence.dto';

interface Words {
  readonly reported: (answerDue: string, evidenceDue: string) => string;
  readonly excused: string;
  readonly notExcused: string;
  readonly withdrawn: string;
  readonly late: (sessions: string) => string;
  readonly noLower: string;
  readonly noHours: string;
}

const words: InLanguages<Words> = {
  nb: {
    reported: (answerDue, evidenceDue) =>
      `Fraværet er meldt. Svar innen ${answerDue}. Dokumentasjon kan sendes til og med ${evidenceDue}.`,
    excused: 'Fraværet er gyldig.',
    notExcused: 'Fraværet er ikke godtatt som gyldig.',
    withdrawn: 'Meldingen er trukket tilbake.',
    late: (sessions) => `Meldingen kom etter at ${sessions} var over, og er tatt imot likevel.`,
    noLower: 'Gyldig fravær senker ikke kravet til oppmøte: timene som mistes, teller ikke.',
    noHours: 'Arbeid i stedet for økter er ført og forklart, men gir ingen timer etter dagens regler.',
  },
  nn: {
    reported: (answerDue, evidenceDue) =>
      `Fråværet er meldt. Svar innan ${answerDue}. Dokumentasjon kan sendast til og med ${evidenceDue}.`,
    excused: 'Fråværet er gyldig.',
    notExcused: 'Fråværet er ikkje godteke som gyldig.',
    withdrawn: 'Meldinga er trekt tilbake.',
    late: (sessions) => `Meldinga kom etter at ${sessions} var over, og er teken imot likevel.`,
    noLower: 'Gyldig fråvær senkar ikkje kravet til oppmøte: timane som går tapt, tel ikkje.',
    noHours: 'Arbeid i staden for økter er ført og forklart, men gir ingen timar etter reglane i dag.',
  },
  en: {
    reported: (answerDue, evidenceDue) =>
      `The absence has been reported. An answer comes by ${answerDue}. Evidence can be sent until ${evidenceDue}.`,
    excused: 'The absence is excused.',
    notExcused: 'The absence has not been accepted as excused.',
    withdrawn: 'The report has been withdrawn.',
    late: (sessions) => `The report came after ${sessions} were over, and has been taken all the same.`,
    noLower: 'Excused absence does not lower the attendance required: the hours missed do not count.',
    noHours: 'Work in place of sessions is recorded and explained, but gives no hours under the present rules.',
  },
};

const sayingOf: Readonly<Record<AbsenceView['status'], (say: Words, view: AbsenceView, day: Day) => string>> = {
  REPORTED: (say, { answerDueOn, evidenceDueOn }, day) => say.reported(day(answerDueOn), day(evidenceDueOn)),
  EXCUSED: (say) => say.excused,
  NOT_EXCUSED: (say) => say.notExcused,
  WITHDRAWN: (say) => say.withdrawn,
};

type Day = (date: LocalDate) => string;

/** What the report means, in words: result, reason, what holds from now on. */
export const absenceTexts = (view: AbsenceView, language: Language): string[] => {
  const say = words[language];
  return [
    sayingOf[view.status](say, view, (date) => writtenDay(language, date)),
    ...(view.sessionsOver.length > 0 ? [say.late(view.sessionsOver.join(', '))] : []),
    ...(view.status === 'WITHDRAWN' ? [] : [say.noLower]),
    ...(view.compensations.length > 0 ? [say.noHours] : []),
  ];
};
