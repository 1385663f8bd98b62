import type { OwnGradingRefusal } from '@kull/credits';
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
  readonly ask: string;
  readonly asked: (day: string) => string;
  readonly appeal: string;
  readonly grounds: string;
  readonly sendAppeal: string;
  readonly appealed: (day: string) => string;
  readonly handled: (day: string) => string;
  readonly sent: Readonly<Record<'REASONS' | 'APPEAL', string>>;
  readonly refused: Readonly<Record<OwnGradingRefusal, string>>;
  readonly inCalendar: string;
  readonly calendar: string;
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
    ask: 'Be om begrunnelse',
    asked: (day) => `Du ba om begrunnelse ${day}. Svaret kommer fra sensor.`,
    appeal: 'Skriv en klage',
    grounds: 'Hvorfor klager du?',
    sendAppeal: 'Send klagen',
    appealed: (day) => `Du klaget ${day}. Blir karakteren endret, ser du det her.`,
    handled: (day) => `Klagen er sendt videre til ny sensur ${day}.`,
    sent: {
      REASONS: 'Du har bedt om begrunnelse. Kurskoordinatoren tar det videre til sensor.',
      APPEAL: 'Klagen er sendt. Kurskoordinatoren tar den videre.',
    },
    refused: {
      REASONS_TOO_LATE: 'Ikke sendt: fristen for å be om begrunnelse er ute. Du kan fortsatt klage til klagefristen.',
      REASONS_ALREADY_ASKED: 'Du har alt bedt om begrunnelse for dette resultatet. Du trenger ikke å gjøre mer.',
      REASONS_ALREADY_GIVEN: 'Du har alt fått begrunnelse for dette resultatet.',
      RESULT_APPEAL_TOO_LATE: 'Ikke sendt: klagefristen er ute. Spør kurskoordinatoren hvis du mener den er feil.',
      RESULT_ALREADY_APPEALED: 'Du har alt klaget på dette resultatet. Du trenger ikke å gjøre mer.',
      GROUNDS_MISSING: 'Ikke sendt: skriv hvorfor du klager, og send igjen.',
      GROUNDS_TOO_LONG: 'Ikke sendt: skriv høyst 3000 tegn, og send igjen.',
      UNKNOWN_ASSESSMENT: 'Ikke sendt: vi finner ikke resultatet. Last siden på nytt.',
      RESULT_NOT_ATTESTED: 'Ikke sendt: resultatet er ikke klart ennå. Vent til karakteren står her.',
    },
    inCalendar: 'Legg frister i kalender',
    calendar: 'Frister for eksamen',
    how: 'Det du sender, går til kurskoordinatoren. Klagen avgjøres i BIs eksamenssystem.',
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
    ask: 'Be om grunngiving',
    asked: (day) => `Du bad om grunngiving ${day}. Svaret kjem frå sensor.`,
    appeal: 'Skriv ei klage',
    grounds: 'Kvifor klagar du?',
    sendAppeal: 'Send klaga',
    appealed: (day) => `Du klaga ${day}. Blir karakteren endra, ser du det her.`,
    handled: (day) => `Klaga er send vidare til ny sensur ${day}.`,
    sent: {
      REASONS: 'Du har bede om grunngiving. Kurskoordinatoren tek det vidare til sensor.',
      APPEAL: 'Klaga er send. Kurskoordinatoren tek ho vidare.',
    },
    refused: {
      REASONS_TOO_LATE: 'Ikkje sendt: fristen for å be om grunngiving er ute. Du kan framleis klage til klagefristen.',
      REASONS_ALREADY_ASKED: 'Du har alt bede om grunngiving for dette resultatet. Du treng ikkje gjere meir.',
      REASONS_ALREADY_GIVEN: 'Du har alt fått grunngiving for dette resultatet.',
      RESULT_APPEAL_TOO_LATE: 'Ikkje sendt: klagefristen er ute. Spør kurskoordinatoren om du meiner han er feil.',
      RESULT_ALREADY_APPEALED: 'Du har alt klaga på dette resultatet. Du treng ikkje gjere meir.',
      GROUNDS_MISSING: 'Ikkje sendt: skriv kvifor du klagar, og send igjen.',
      GROUNDS_TOO_LONG: 'Ikkje sendt: skriv høgst 3000 teikn, og send igjen.',
      UNKNOWN_ASSESSMENT: 'Ikkje sendt: vi finn ikkje resultatet. Last sida på nytt.',
      RESULT_NOT_ATTESTED: 'Ikkje sendt: resultatet er ikkje klart enno. Vent til karakteren står her.',
    },
    inCalendar: 'Legg fristar i kalender',
    calendar: 'Fristar for eksamen',
    how: 'Det du sender, går til kurskoordinatoren. Klaga blir avgjord i eksamenssystemet til BI.',
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
    ask: 'Ask for reasons',
    asked: (day) => `You asked for reasons on ${day}. The answer comes from the examiner.`,
    appeal: 'Write an appeal',
    grounds: 'Why do you appeal?',
    sendAppeal: 'Send the appeal',
    appealed: (day) => `You appealed on ${day}. If the grade is changed, you see it here.`,
    handled: (day) => `The appeal was passed on to be graded anew on ${day}.`,
    sent: {
      REASONS: 'You have asked for reasons. The coordinator takes it to the examiner.',
      APPEAL: 'The appeal has been sent. The coordinator takes it on.',
    },
    refused: {
      REASONS_TOO_LATE:
        'Not sent: the time to ask for reasons is over. You can still appeal by the last day of appeal.',
      REASONS_ALREADY_ASKED: 'You have asked for the reasons of this result already. You need do nothing more.',
      REASONS_ALREADY_GIVEN: 'You have been given the reasons of this result already.',
      RESULT_APPEAL_TOO_LATE: 'Not sent: the time to appeal is over. Ask the coordinator if you think it is wrong.',
      RESULT_ALREADY_APPEALED: 'You have appealed this result already. You need do nothing more.',
      GROUNDS_MISSING: 'Not sent: write why you appeal, and send again.',
      GROUNDS_TOO_LONG: 'Not sent: write 3000 characters at most, and send again.',
      UNKNOWN_ASSESSMENT: 'Not sent: we do not find the result. Load the page anew.',
      RESULT_NOT_ATTESTED: 'Not sent: the result is not ready yet. Wait until the grade is here.',
    },
    inCalendar: 'Put deadlines in a calendar',
    calendar: 'Exam deadlines',
    how: 'What you send goes to the coordinator. The appeal is decided in BI’s examination system.',
    at: (day, clock) => `${day} at ${clock}`,
  },
};
