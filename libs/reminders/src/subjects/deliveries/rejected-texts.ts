import { paragraph, type Texts } from '../wording/parts';

/** What the letters on a rejected line need to know. */
export type RejectedFacts = {
  /** Of the certificate. */
  readonly number: string;
  readonly classCode: string;
  readonly batchSeq: number;
  /** The receiver's. */
  readonly code: string;
};

/** `000018`, as deliveries are called. */
const named = (batchSeq: number): string => String(batchSeq).padStart(6, '0');

export const rejectedTexts: Texts<RejectedFacts> = {
  nb: ({ number, classCode, batchSeq, code }) => ({
    subject: `Legeforeningen avviste en linje i levering ${named(batchSeq)}`,
    parts: [
      paragraph(
        `Linjen for kursbevis ${number} i klasse ${classCode} ble avvist med kode ${code}. Den regnes som ikke levert.`,
      ),
      paragraph('Rett det koden peker på, og legg linjen i neste levering. Gjør det før fristen på 30 dager er ute.'),
    ],
  }),
  nn: ({ number, classCode, batchSeq, code }) => ({
    subject: `Legeforeningen avviste ei linje i levering ${named(batchSeq)}`,
    parts: [
      paragraph(
        `Linja for kursbevis ${number} i klasse ${classCode} vart avvist med kode ${code}. Ho blir rekna som ikkje levert.`,
      ),
      paragraph('Rett det koden peikar på, og legg linja i neste levering. Gjer det før fristen på 30 dagar er ute.'),
    ],
  }),
  en: ({ number, classCode, batchSeq, code }) => ({
    subject: `The association rejected a line of delivery ${named(batchSeq)}`,
    parts: [
      paragraph(
        `The line of certificate ${number} in class ${classCode} was rejected with code ${code}. It counts as not delivered.`,
      ),
      paragraph('Mend what the code points at, and put the line into the next delivery before the 30 days are over.'),
    ],
  }),
};
