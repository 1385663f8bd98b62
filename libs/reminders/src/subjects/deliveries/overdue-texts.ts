import type { LocalDate } from '@kull/kernel';
import { dayText } from '../wording/dates';
import { paragraph, type Texts } from '../wording/parts';

/** What the letters on a late delivery need to know. */
export type OverdueFacts = {
  readonly number: string;
  readonly classCode: string;
  readonly completionDate: LocalDate;
};

export const overdueTexts: Texts<OverdueFacts> = {
  nb: ({ number, classCode, completionDate }) => ({
    subject: `Et kursbevis i klasse ${classCode} er ikke levert`,
    parts: [
      paragraph(
        `Kursbevis ${number} er ikke levert til Legeforeningen. Kurset ble fullført ${dayText('nb', completionDate)}, og fristen på 30 dager er ute.`,
      ),
      paragraph('Lag en levering for klassen i dag. Stopper kontrollen linjen, rett det den peker på.'),
    ],
  }),
  nn: ({ number, classCode, completionDate }) => ({
    subject: `Eit kursbevis i klasse ${classCode} er ikkje levert`,
    parts: [
      paragraph(
        `Kursbevis ${number} er ikkje levert til Legeforeningen. Kurset vart fullført ${dayText('nn', completionDate)}, og fristen på 30 dagar er ute.`,
      ),
      paragraph('Lag ei levering for klassen i dag. Stoppar kontrollen linja, rett det han peikar på.'),
    ],
  }),
  en: ({ number, classCode, completionDate }) => ({
    subject: `A certificate in class ${classCode} has not been delivered`,
    parts: [
      paragraph(
        `Certificate ${number} has not been delivered to the Norwegian Medical Association. The course was completed on ${dayText('en', completionDate)}, and the 30 days are over.`,
      ),
      paragraph('Make a delivery for the class today. If the check stops the line, mend what it points at.'),
    ],
  }),
};
