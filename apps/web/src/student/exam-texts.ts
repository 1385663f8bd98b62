import type { InLanguages } from '../kit/language';

interface ExamTexts {
  readonly title: string;
  readonly handIn: (when: string) => string;
  readonly graded: (day: string) => string;
  readonly result: (grade: string, day: string) => string;
  readonly grades: { readonly PASSED: string; readonly FAILED: string };
  readonly reasonsBy: (day: string) => string;
  readonly reasonsGiven: (day: string) => string;
  readonly appealBy: (day: string) => string;
  readonly over: (text: string) => string;
  readonly how: string;
  readonly at: (day: string, clock: string) => string;
}

/** Exams and papers, with the days that count (ux.md S6). */
export const examTexts: InLanguages<ExamTexts> = {
  nb: {
    title: 'Eksamen',
    handIn: (when) => `Leveres innen ${when}.`,
    graded: (day) => `Sensur senest ${day}.`,
    result: (grade, day) => `Resultat: ${grade} (${day})`,
    grades: { PASSED: 'bestått', FAILED: 'ikke bestått' },
    reasonsBy: (day) => `Be om begrunnelse innen ${day}`,
    reasonsGiven: (day) => `Du fikk begrunnelse ${day}; klagefristen regnes fra da.`,
    appealBy: (day) => `Klag innen ${day}`,
    over: (text) => `${text} (fristen er ute)`,
    how: 'Begrunnelse og klage sender du til kurskoordinatoren.',
    at: (day, clock) => `${day} kl. ${clock}`,
  },
  nn: {
    title: 'Eksamen',
    handIn: (when) => `Skal leverast innan ${when}.`,
    graded: (day) => `Sensur seinast ${day}.`,
    result: (grade, day) => `Resultat: ${grade} (${day})`,
    grades: { PASSED: 'bestått', FAILED: 'ikkje bestått' },
    reasonsBy: (day) => `Be om grunngiving innan ${day}`,
    reasonsGiven: (day) => `Du fekk grunngiving ${day}; klagefristen blir rekna frå då.`,
    appealBy: (day) => `Klag innan ${day}`,
    over: (text) => `${text} (fristen er ute)`,
    how: 'Grunngiving og klage sender du til kurskoordinatoren.',
    at: (day, clock) => `${day} kl. ${clock}`,
  },
  en: {
    title: 'Exams',
    handIn: (when) => `Hand in by ${when}.`,
    graded: (day) => `Graded by ${day} at the latest.`,
    result: (grade, day) => `Result: ${grade} (${day})`,
    grades: { PASSED: 'passed', FAILED: 'not passed' },
    reasonsBy: (day) => `Ask for reasons by ${day}`,
    reasonsGiven: (day) => `You got the reasons on ${day}; the time to appeal counts from then.`,
    appealBy: (day) => `Appeal by ${day}`,
    over: (text) => `${text} (the time is over)`,
    how: 'Ask the coordinator for reasons, and send an appeal there.',
    at: (day, clock) => `${day} at ${clock}`,
  },
};
