import type { ApprovalFault } from '@kull/deliveries';
import type { InLanguages } from '../kit/language';

interface ApprovalTexts {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly mismatches: (count: number) => string;
  readonly allFit: string;
  readonly period: string;
  readonly periodOf: (from: string, to: string) => string;
  readonly points: string;
  readonly line: (specialty: string, purpose: string, category: string, hours: string, points: string) => string;
  readonly attendance: string;
  readonly atLeast: (percent: string) => string;
  readonly test: string;
  readonly testNeeded: string;
  readonly testNotNeeded: string;
  readonly classes: string;
  readonly endsOn: (code: string, day: string) => string;
  readonly outside: string;
  readonly faults: Readonly<Record<ApprovalFault, string>>;
}

/** The course approvals that BI teaches on, for the association to hold against its own (ux.md L7). */
export const approvalTexts: InLanguages<ApprovalTexts> = {
  nb: {
    title: 'Kursgodkjenninger',
    lead: 'Slik er godkjenningene registrert hos BI. Stemmer noe ikke med deres, si fra før kurset er ferdig.',
    none: 'Ingen kurs med godkjenning fra dere er satt opp.',
    mismatches: (count) => (count === 1 ? '1 godkjenning må ses på' : `${count} godkjenninger må ses på`),
    allFit: 'Alle kursene ligger innenfor godkjenningene sine.',
    period: 'Gjelder',
    periodOf: (from, to) => `${from} – ${to}`,
    points: 'Poeng',
    line: (specialty, purpose, category, hours, points) =>
      `${points} poeng for ${hours} timer: ${specialty}, ${purpose}, ${category}`,
    attendance: 'Oppmøte',
    atLeast: (percent) => `minst ${percent} %`,
    test: 'Prøve',
    testNeeded: 'må være bestått',
    testNotNeeded: 'kreves ikke',
    classes: 'Kurs',
    endsOn: (code, day) => `${code}, slutter ${day}`,
    outside: 'utenfor perioden',
    faults: {
      TERMS_DIFFER: 'Kurs med dette nummeret er registrert med ulike vilkår. BI må rette det før bevis utstedes.',
      ENDS_OUTSIDE:
        'Et kurs slutter utenfor perioden. Poengene ville blitt avvist (E201). Godkjenningen må forlenges, eller kurset flyttes.',
    },
  },
  nn: {
    title: 'Kursgodkjenningar',
    lead: 'Slik er godkjenningane registrerte hos BI. Stemmer noko ikkje med dykkar, sei frå før kurset er ferdig.',
    none: 'Ingen kurs med godkjenning frå dykk er sette opp.',
    mismatches: (count) => (count === 1 ? '1 godkjenning må sjåast på' : `${count} godkjenningar må sjåast på`),
    allFit: 'Alle kursa ligg innanfor godkjenningane sine.',
    period: 'Gjeld',
    periodOf: (from, to) => `${from} – ${to}`,
    points: 'Poeng',
    line: (specialty, purpose, category, hours, points) =>
      `${points} poeng for ${hours} timar: ${specialty}, ${purpose}, ${category}`,
    attendance: 'Oppmøte',
    atLeast: (percent) => `minst ${percent} %`,
    test: 'Prøve',
    testNeeded: 'må vere greidd',
    testNotNeeded: 'er ikkje kravd',
    classes: 'Kurs',
    endsOn: (code, day) => `${code}, sluttar ${day}`,
    outside: 'utanfor perioden',
    faults: {
      TERMS_DIFFER: 'Kurs med dette nummeret er registrerte med ulike vilkår. BI må rette det før bevis blir utferda.',
      ENDS_OUTSIDE:
        'Eit kurs sluttar utanfor perioden. Poenga ville blitt avviste (E201). Godkjenninga må forlengjast, eller kurset flyttast.',
    },
  },
  en: {
    title: 'Course approvals',
    lead: 'This is how the approvals are registered at BI. If something differs from yours, tell us before the course ends.',
    none: 'No course with an approval of yours is planned.',
    mismatches: (count) => (count === 1 ? '1 approval needs a look' : `${count} approvals need a look`),
    allFit: 'All courses lie within their approvals.',
    period: 'Valid',
    periodOf: (from, to) => `${from} – ${to}`,
    points: 'Points',
    line: (specialty, purpose, category, hours, points) =>
      `${points} points for ${hours} hours: ${specialty}, ${purpose}, ${category}`,
    attendance: 'Attendance',
    atLeast: (percent) => `at least ${percent}%`,
    test: 'Test',
    testNeeded: 'has to be passed',
    testNotNeeded: 'not asked for',
    classes: 'Courses',
    endsOn: (code, day) => `${code}, ends ${day}`,
    outside: 'outside the period',
    faults: {
      TERMS_DIFFER:
        'Courses under this number are registered on different terms. BI has to correct it before certificates are issued.',
      ENDS_OUTSIDE:
        'A course ends outside the period. Its points would be refused (E201). The approval has to be extended, or the course moved.',
    },
  },
};
