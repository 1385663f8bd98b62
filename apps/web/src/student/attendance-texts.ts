import type { Standing } from '@kull/attendance';
import type { InLanguages } from '../kit/language';

/** A number of half-days, or of sessions where people count hours. */
interface Counted {
  readonly halfDays: (count: number) => string;
  readonly sessions: (count: number) => string;
}

interface AttendanceTexts {
  readonly title: string;
  readonly counted: Counted;
  readonly attended: (count: number, counted: string) => string;
  readonly hours: (text: string) => string;
  readonly missed: (counted: string) => string;
  readonly missedAndLeft: (missed: string, left: number) => string;
  /** What it comes to, for each place that somebody may stand in. */
  readonly met: string;
  readonly safe: (counted: string) => string;
  readonly nothingToLose: string;
  readonly lessThanOne: (hours: string, isHalfDay: boolean) => string;
  readonly impossible: string;
  readonly status: Readonly<Record<Standing['status'], string>>;
}

/** A student's attendance in words, never in percent alone (ux.md S4). */
export const attendanceTexts: InLanguages<AttendanceTexts> = {
  nb: {
    title: 'Oppmøte',
    counted: {
      halfDays: (count) => (count === 1 ? '1 halvdag' : `${count} halvdager`),
      sessions: (count) => (count === 1 ? '1 økt' : `${count} økter`),
    },
    attended: (count, counted) => `Du har vært med på ${count} av ${counted}.`,
    hours: (text) => (text === '1' ? '1 time' : `${text} timer`),
    missed: (counted) => `Du har vært borte ${counted}.`,
    missedAndLeft: (missed, left) => `Du har vært borte ${missed} og kan være borte ${left} til.`,
    met: 'Du har nok oppmøte.',
    safe: (counted) => `Du kan være borte ${counted} til.`,
    nothingToLose: 'Du må være med på alt som er igjen.',
    lessThanOne: (hours, isHalfDay) =>
      `Du kan være borte ${hours} til, men ikke en hel ${isHalfDay ? 'halvdag' : 'økt'}.`,
    impossible: 'Du når ikke kravet, selv om du er med på alt som er igjen. Snakk med kurskoordinatoren.',
    status: { MET: 'Oppfylt', SAFE: 'I rute', AT_RISK: 'I fare', IMPOSSIBLE: 'Ikke mulig' },
  },
  nn: {
    title: 'Oppmøte',
    counted: {
      halfDays: (count) => (count === 1 ? '1 halvdag' : `${count} halvdagar`),
      sessions: (count) => (count === 1 ? '1 økt' : `${count} økter`),
    },
    attended: (count, counted) => `Du har vore med på ${count} av ${counted}.`,
    hours: (text) => (text === '1' ? '1 time' : `${text} timar`),
    missed: (counted) => `Du har vore borte ${counted}.`,
    missedAndLeft: (missed, left) => `Du har vore borte ${missed} og kan vere borte ${left} til.`,
    met: 'Du har nok oppmøte.',
    safe: (counted) => `Du kan vere borte ${counted} til.`,
    nothingToLose: 'Du må vere med på alt som er att.',
    lessThanOne: (hours, isHalfDay) =>
      `Du kan vere borte ${hours} til, men ikkje ${isHalfDay ? 'ein heil halvdag' : 'ei heil økt'}.`,
    impossible: 'Du når ikkje kravet, sjølv om du er med på alt som er att. Snakk med kurskoordinatoren.',
    status: { MET: 'Oppfylt', SAFE: 'I rute', AT_RISK: 'I fare', IMPOSSIBLE: 'Ikkje mogleg' },
  },
  en: {
    title: 'Attendance',
    counted: {
      halfDays: (count) => (count === 1 ? '1 half-day' : `${count} half-days`),
      sessions: (count) => (count === 1 ? '1 session' : `${count} sessions`),
    },
    attended: (count, counted) => `You attended ${count} of ${counted}.`,
    hours: (text) => (text === '1' ? '1 hour' : `${text} hours`),
    missed: (counted) => `You have been absent ${counted}.`,
    missedAndLeft: (missed, left) => `You have been absent ${missed} and can be absent ${left} more.`,
    met: 'You have enough attendance.',
    safe: (counted) => `You can be absent ${counted} more.`,
    nothingToLose: 'You must attend everything that is left.',
    lessThanOne: (hours, isHalfDay) =>
      `You can be absent ${hours} more, but not a whole ${isHalfDay ? 'half-day' : 'session'}.`,
    impossible: 'You cannot reach the requirement, even if you attend everything left. Talk to the coordinator.',
    status: { MET: 'Met', SAFE: 'On track', AT_RISK: 'At risk', IMPOSSIBLE: 'Not possible' },
  },
};
