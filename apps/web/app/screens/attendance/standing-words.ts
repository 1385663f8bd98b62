import type { StudentView } from '../../../../../libs/attendance/src/http/attendance-risk.dto';
import { number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';

type Standing = StudentView['attendance'][number];

const t = inLanguage({
  nb: {
    met: '✓ kravet er oppfylt',
    safe: (n: string) => `kan miste ${n} til`,
    risk: (n: string) => `⚠ ${n} igjen`,
    none: '⚠ må være med på alt',
    impossible: '✗ kan ikke oppfylles',
    halfDays: (n: number) => `${n} halvdag${n === 1 ? '' : 'er'}`,
    hours: (n: string) => `${n} timer`,
  },
  nn: {
    met: '✓ kravet er oppfylt',
    safe: (n: string) => `kan miste ${n} til`,
    risk: (n: string) => `⚠ ${n} igjen`,
    none: '⚠ må vere med på alt',
    impossible: '✗ kan ikkje oppfyllast',
    halfDays: (n: number) => `${n} halvdag${n === 1 ? '' : 'ar'}`,
    hours: (n: string) => `${n} timar`,
  },
  en: {
    met: '✓ requirement met',
    safe: (n: string) => `can miss ${n} more`,
    risk: (n: string) => `⚠ ${n} left`,
    none: '⚠ has to attend all',
    impossible: '✗ cannot be met',
    halfDays: (n: number) => `${n} half-day${n === 1 ? '' : 's'}`,
    hours: (n: string) => `${n} hours`,
  },
});

const leftOf = ({ countedIn, sessions, hours }: Standing): string =>
  countedIn === 'HALF_DAYS' ? t.halfDays(sessions.leftToLose) : t.hours(number(hours.leftToLose));

/** What a requirement of attendance means for a student, in words. */
export const standingWords = (standing: Standing): string => {
  const left = standing.countedIn === 'HALF_DAYS' ? standing.sessions.leftToLose : standing.hours.leftToLose;
  switch (standing.status) {
    case 'MET':
      return t.met;
    case 'SAFE':
      return t.safe(leftOf(standing));
    case 'AT_RISK':
      return left > 0 ? t.risk(leftOf(standing)) : t.none;
    case 'IMPOSSIBLE':
      return t.impossible;
  }
};

/** `15/22`, of half-days or hours. */
export const sumOf = ({ countedIn, sessions, hours }: Standing): string =>
  countedIn === 'HALF_DAYS'
    ? `${sessions.attended}/${sessions.total}`
    : `${number(hours.attended)}/${number(hours.total)}`;
