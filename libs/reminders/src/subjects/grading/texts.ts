import type { LocalDate } from '@kull/kernel';
import { dayText } from '../wording/dates';
import { paragraph, type Texts } from '../wording/parts';

/** What the letters on a grading deadline need to know. */
export type GradingFacts = {
  readonly classCode: string;
  /** Of the assessment. */
  readonly title: string;
  readonly gradingDeadline: LocalDate;
  readonly students: number;
  readonly missing: number;
};

export const gradingTexts: Texts<GradingFacts> = {
  nb: ({ classCode, title, gradingDeadline, students, missing }) => ({
    subject: `Frist ${dayText('nb', gradingDeadline)}: ${title}, klasse ${classCode}`,
    parts: [
      paragraph(`${missing} av ${students} studenter i klasse ${classCode} har ikke fått resultat i ${title}.`),
      paragraph(
        `Vurder dem og registrer resultatene innen ${dayText('nb', gradingDeadline)}. Det er siste dag for sensuren.`,
      ),
      paragraph('Rekker du det ikke, si fra til kursadministrasjonen i dag, så kan en annen overta.'),
    ],
  }),
  nn: ({ classCode, title, gradingDeadline, students, missing }) => ({
    subject: `Frist ${dayText('nn', gradingDeadline)}: ${title}, klasse ${classCode}`,
    parts: [
      paragraph(`${missing} av ${students} studentar i klasse ${classCode} har ikkje fått resultat i ${title}.`),
      paragraph(
        `Vurder dei og registrer resultata innan ${dayText('nn', gradingDeadline)}. Det er siste dag for sensuren.`,
      ),
      paragraph('Rekk du det ikkje, sei frå til kursadministrasjonen i dag, så kan ein annan ta over.'),
    ],
  }),
  en: ({ classCode, title, gradingDeadline, students, missing }) => ({
    subject: `Due ${dayText('en', gradingDeadline)}: ${title}, class ${classCode}`,
    parts: [
      paragraph(`${missing} of ${students} students in class ${classCode} have no result in ${title}.`),
      paragraph(
        `Grade them and register the results by ${dayText('en', gradingDeadline)}. That is the last day to grade.`,
      ),
      paragraph('If you cannot make it, tell the course administration today, so that somebody else can take over.'),
    ],
  }),
};
