import type { AttendanceShift } from '../../../../../libs/teaching/src/domain/attendance-shift';
import { number, percent } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: {
    base: (after: string, hours: string, before: string) =>
      `Oppmøtet regnes av ${after} halvdager (${hours} timer). Nå er det ${before}.`,
    of: { ECTS_CREDITS: 'studiepoeng', COURSE_POINTS: 'kurspoeng' },
    needs: (what: string, share: string, after: string, before: string) =>
      `Kravet for ${what}, ${share}, blir ${after} timer. Nå er det ${before}.`,
    stays: 'Oppmøte som er ført, står.',
  },
  nn: {
    base: (after: string, hours: string, before: string) =>
      `Oppmøtet blir rekna av ${after} halvdagar (${hours} timar). No er det ${before}.`,
    of: { ECTS_CREDITS: 'studiepoeng', COURSE_POINTS: 'kurspoeng' },
    needs: (what: string, share: string, after: string, before: string) =>
      `Kravet for ${what}, ${share}, blir ${after} timar. No er det ${before}.`,
    stays: 'Oppmøte som er ført, står.',
  },
  en: {
    base: (after: string, hours: string, before: string) =>
      `Attendance is measured against ${after} half-days (${hours} hours). It is ${before} now.`,
    of: { ECTS_CREDITS: 'ECTS credits', COURSE_POINTS: 'course points' },
    needs: (what: string, share: string, after: string, before: string) =>
      `The requirement for ${what}, ${share}, becomes ${after} hours. It is ${before} now.`,
    stays: 'Attendance that was kept stands.',
  },
});

/** What attendance is measured against when sessions come or go; nothing where it stays the same. */
export const AttendanceShiftLines = ({ of: { sessions, hours, requirements } }: { readonly of: AttendanceShift }) => {
  if (hours.before === hours.after) return null;
  return (
    <>
      <li>
        {t.base(number(sessions.after), number(hours.after), number(sessions.before))} {t.stays}
      </li>
      {requirements.map(({ of, minAttendance, hours: needed }) => (
        <li key={of}>{t.needs(t.of[of], percent(minAttendance), number(needed.after), number(needed.before))}</li>
      ))}
    </>
  );
};
