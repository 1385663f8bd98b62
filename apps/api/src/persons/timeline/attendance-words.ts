import type { AbsenceEvent, RegisterEvent, StandingEvent } from '@kull/attendance';
import { writtenDay } from '@kull/kernel';
import { nothingToTell, type Texts, type WordsOf } from './words';

type Award = StandingEvent['data']['award'];
type ReasonCode = Extract<AbsenceEvent, { type: 'AbsenceReported' }>['data']['reasonCode'];

const awards: Readonly<Record<Award, Texts>> = {
  ectsCredits: { nb: 'studiepoeng', nn: 'studiepoeng', en: 'ECTS credits' },
  coursePoints: { nb: 'kurspoeng', nn: 'kurspoeng', en: 'course points' },
};

const excuses: Readonly<Record<ReasonCode, Texts>> = {
  ILLNESS: { nb: 'sykdom', nn: 'sjukdom', en: 'illness' },
  CARE: { nb: 'omsorg', nn: 'omsorg', en: 'care' },
  WORK_DUTY: { nb: 'vakt', nn: 'vakt', en: 'duty' },
  OTHER: { nb: 'annet', nn: 'anna', en: 'other reasons' },
};

const sessions = (count: number): Texts => ({
  nb: count === 1 ? '1 økt' : `${count} økter`,
  nn: count === 1 ? '1 økt' : `${count} økter`,
  en: count === 1 ? '1 session' : `${count} sessions`,
});

export type Presence = 'PRESENT' | 'ABSENT' | 'EXCUSED';

const presences: Readonly<Record<Presence, Texts>> = {
  PRESENT: { nb: 'til stede', nn: 'til stades', en: 'present' },
  ABSENT: { nb: 'fravær', nn: 'fråvær', en: 'absent' },
  EXCUSED: { nb: 'gyldig fravær', nn: 'gyldig fråvær', en: 'excused absence' },
};

/** What marks of a day say together: `Oppmøte: til stede, 2 økter`. */
export const marksInWords = (presence: Presence, count: number): Texts => {
  const [of, how] = [presences[presence], sessions(count)];
  return {
    nb: `Oppmøte: ${of.nb}, ${how.nb}`,
    nn: `Oppmøte: ${of.nn}, ${how.nn}`,
    en: `Attendance: ${of.en}, ${how.en}`,
  };
};

/** What a register says of one student besides marks. Marks of a day are told together. */
export const registerWords: WordsOf<RegisterEvent> = {
  SessionOpened: nothingToTell,
  SessionRescheduled: nothingToTell,
  StudentsExpected: nothingToTell,
  StudentsNotExpected: nothingToTell,
  AttendanceRecorded: nothingToTell,
  AttendanceConflictFound: () => ({
    nb: 'Uenighet om oppmøtet: to har ført det ulikt',
    nn: 'Usemje om oppmøtet: to har ført det ulikt',
    en: 'Marks of the attendance disagree',
  }),
  AttendanceConflictSettled: ({ presence }) => ({
    nb: `Uenighet om oppmøtet avgjort: ${presences[presence].nb}`,
    nn: `Usemje om oppmøtet avgjord: ${presences[presence].nn}`,
    en: `Marks that disagreed were settled: ${presences[presence].en}`,
  }),
  AttendanceCorrected: ({ presence, halfHours }) => {
    const to = presences[presence ?? (halfHours > 0 ? 'PRESENT' : 'ABSENT')];
    return {
      nb: `Oppmøtet rettet: ${to.nb}`,
      nn: `Oppmøtet retta: ${to.nn}`,
      en: `Attendance corrected: ${to.en}`,
    };
  },
  AttendanceLocked: nothingToTell,
};

const statusOf = (said: Texts): ((data: StandingEvent['data']) => Texts) => {
  return ({ award }) => ({
    nb: `${said.nb} (${awards[award].nb})`,
    nn: `${said.nn} (${awards[award].nn})`,
    en: `${said.en} (${awards[award].en})`,
  });
};

/** Where a student came to stand with the attendance that is required. */
export const standingWords: WordsOf<StandingEvent> = {
  AttendanceThresholdAtRisk: statusOf({
    nb: 'I fare for å miste oppmøtekravet',
    nn: 'I fare for å miste oppmøtekravet',
    en: 'At risk of missing the required attendance',
  }),
  AttendanceRequirementNotMet: statusOf({
    nb: 'Når ikke oppmøtekravet',
    nn: 'Når ikkje oppmøtekravet',
    en: 'Cannot reach the required attendance',
  }),
  AttendanceRequirementMet: statusOf({ nb: 'Har nok oppmøte', nn: 'Har nok oppmøte', en: 'Has enough attendance' }),
  AttendanceRiskPassed: statusOf({
    nb: 'Er ikke lenger i fare for oppmøtekravet',
    nn: 'Er ikkje lenger i fare for oppmøtekravet',
    en: 'Is no longer at risk of missing the required attendance',
  }),
  AttendanceRequirementReopened: statusOf({
    nb: 'Oppmøtekravet er ikke lenger oppfylt, men kan nås',
    nn: 'Oppmøtekravet er ikkje lenger oppfylt, men kan nåast',
    en: 'The required attendance is not met any more, but can be reached',
  }),
};

/** What became of a report of absence. */
export const absenceWords: WordsOf<AbsenceEvent> = {
  AbsenceReported: ({ sessions: missed, reasonCode, evidenceDueOn }) => {
    const [why, how] = [excuses[reasonCode], sessions(missed.length)];
    return {
      nb: `Meldte fravær, ${how.nb} (${why.nb}); dokumentasjon innen ${writtenDay('nb', evidenceDueOn)}`,
      nn: `Melde fråvær, ${how.nn} (${why.nn}); dokumentasjon innan ${writtenDay('nn', evidenceDueOn)}`,
      en: `Reported absence, ${how.en} (${why.en}); evidence by ${writtenDay('en', evidenceDueOn)}`,
    };
  },
  EvidenceAttached: () => ({
    nb: 'Sendte inn dokumentasjon på fraværet',
    nn: 'Sende inn dokumentasjon på fråværet',
    en: 'Sent in evidence of the absence',
  }),
  EvidenceDeleted: () => ({
    nb: 'Dokumentasjonen er slettet',
    nn: 'Dokumentasjonen er sletta',
    en: 'The evidence was deleted',
  }),
  AbsenceExcused: () => ({ nb: 'Fraværet er gyldig', nn: 'Fråværet er gyldig', en: 'The absence is excused' }),
  AbsenceNotExcused: () => ({
    nb: 'Fraværet er ikke gyldig',
    nn: 'Fråværet er ikkje gyldig',
    en: 'The absence is not excused',
  }),
  AbsenceWithdrawn: () => ({
    nb: 'Trakk fraværsmeldingen',
    nn: 'Trekte fråværsmeldinga',
    en: 'Took the report of absence back',
  }),
  CompensationApproved: ({ taskCode }) => ({
    nb: `Kompenserende arbeid godkjent (${taskCode})`,
    nn: `Kompenserande arbeid godkjent (${taskCode})`,
    en: `Compensating work approved (${taskCode})`,
  }),
};
