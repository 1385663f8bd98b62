import type { DirectoryApplication, DirectoryStudent } from '../../../api/src/persons/directory';
import { number } from '../kit/dates';
import { inLanguage } from '../kit/texts';

type Attendance = NonNullable<DirectoryStudent['attendance']>;
type Standing = DirectoryStudent['standing'];

/** A sign that goes with a word, never alone. */
export interface Said {
  readonly sign: string;
  readonly text: string;
  readonly tone: 'success' | 'warning' | 'danger' | 'info' | 'neutral';
}

const t = inLanguage({
  nb: {
    standing: { enrolled: 'aktiv', on_leave: 'permisjon', transferred: 'byttet klasse', withdrawn: 'sluttet' },
    halfDays: (n: string) => (n === '1' ? '1 halvdag' : `${n} halvdager`),
    hours: (n: string) => (n === '1' ? '1 time' : `${n} timer`),
    attended: (attended: string, of: string) => `${attended} av ${of}`,
    attendance: 'oppmøte',
    MET: 'har nok oppmøte',
    short: {
      MET: 'oppfylt',
      SAFE: (left: string) => `${left} igjen`,
      AT_RISK: 'ingen igjen',
      IMPOSSIBLE: 'ikke mulig',
    },
    SAFE: (left: string) => `kan være borte ${left} til`,
    AT_RISK: 'må være med på alt som er igjen',
    AT_RISK_SOME: (left: string) => `kan bare være borte ${left} til`,
    IMPOSSIBLE: 'når ikke kravet til oppmøte',
    applied: (intake: string) => `søker ${intake}`,
    outcome: {
      RECEIVED: 'ikke vurdert ennå',
      SUPERSEDED: 'har søkt på nytt, den siste søknaden gjelder',
      NOT_QUALIFIED: 'ikke kvalifisert',
      NEEDS_MORE: 'mangler noe i søknaden',
      QUALIFIED: 'kvalifisert, venter på tilbud',
      OFFER_OPEN: 'har tilbud',
      PLACE_HELD: 'har takket ja',
      WAITING: 'venteliste',
      NO_PLACE: 'fikk ikke plass',
    },
    in: (code: string) => `i ${code}`,
    position: (n: number) => `nr. ${n}`,
    physician: 'lege',
  },
  nn: {
    standing: { enrolled: 'aktiv', on_leave: 'permisjon', transferred: 'bytta klasse', withdrawn: 'slutta' },
    halfDays: (n: string) => (n === '1' ? '1 halvdag' : `${n} halvdagar`),
    hours: (n: string) => (n === '1' ? '1 time' : `${n} timar`),
    attended: (attended: string, of: string) => `${attended} av ${of}`,
    attendance: 'oppmøte',
    MET: 'har nok oppmøte',
    SAFE: (left: string) => `kan vere borte ${left} til`,
    AT_RISK: 'må vere med på alt som er att',
    AT_RISK_SOME: (left: string) => `kan berre vere borte ${left} til`,
    IMPOSSIBLE: 'når ikkje kravet til oppmøte',
    short: { MET: 'oppfylt', SAFE: (left: string) => `${left} att`, AT_RISK: 'ingen att', IMPOSSIBLE: 'ikkje mogleg' },
    applied: (intake: string) => `søkjer ${intake}`,
    outcome: {
      RECEIVED: 'ikkje vurdert enno',
      SUPERSEDED: 'har søkt på nytt, den siste søknaden gjeld',
      NOT_QUALIFIED: 'ikkje kvalifisert',
      NEEDS_MORE: 'manglar noko i søknaden',
      QUALIFIED: 'kvalifisert, ventar på tilbod',
      OFFER_OPEN: 'har tilbod',
      PLACE_HELD: 'har takka ja',
      WAITING: 'venteliste',
      NO_PLACE: 'fekk ikkje plass',
    },
    in: (code: string) => `i ${code}`,
    position: (n: number) => `nr. ${n}`,
    physician: 'lege',
  },
  en: {
    standing: { enrolled: 'active', on_leave: 'on leave', transferred: 'changed class', withdrawn: 'withdrawn' },
    halfDays: (n: string) => (n === '1' ? '1 half-day' : `${n} half-days`),
    hours: (n: string) => (n === '1' ? '1 hour' : `${n} hours`),
    attended: (attended: string, of: string) => `${attended} of ${of}`,
    attendance: 'attendance',
    MET: 'has enough attendance',
    short: { MET: 'met', SAFE: (left: string) => `${left} left`, AT_RISK: 'none left', IMPOSSIBLE: 'not possible' },
    SAFE: (left: string) => `can be absent ${left} more`,
    AT_RISK: 'must attend everything that is left',
    AT_RISK_SOME: (left: string) => `can be absent only ${left} more`,
    IMPOSSIBLE: 'cannot reach the required attendance',
    applied: (intake: string) => `applied to ${intake}`,
    outcome: {
      RECEIVED: 'not assessed yet',
      SUPERSEDED: 'applied again, the last application counts',
      NOT_QUALIFIED: 'not qualified',
      NEEDS_MORE: 'something is missing in the application',
      QUALIFIED: 'qualified, waits for an offer',
      OFFER_OPEN: 'has an offer',
      PLACE_HELD: 'has accepted',
      WAITING: 'waiting list',
      NO_PLACE: 'got no place',
    },
    in: (code: string) => `in ${code}`,
    position: (n: number) => `no. ${n}`,
    physician: 'physician',
  },
});

export const physicianWord: string = t.physician;

export const isPhysician = ({ participantStatus }: Pick<DirectoryStudent, 'participantStatus'>): boolean =>
  participantStatus === 'PHYSICIAN';

const counted = (value: number, countedIn: Attendance['countedIn']): string =>
  countedIn === 'HALF_DAYS' ? t.halfDays(number(value)) : t.hours(number(value));

/** `15 av 44 halvdager`. */
export const attendedWords = ({ attended, of, countedIn }: Attendance): string =>
  t.attended(number(attended), counted(of, countedIn));

/** `oppmøte 15/44`. */
export const attendedShort = ({ attended, of }: Attendance): string =>
  `${t.attendance} ${number(attended)}/${number(of)}`;

/** What the attendance comes to: how much more can be missed. */
export const attendanceSaid = ({ status, leftToLose, countedIn }: Attendance): Said => {
  switch (status) {
    case 'MET':
      return { sign: '✓', text: t.MET, tone: 'success' };
    case 'SAFE':
      return { sign: '●', text: t.SAFE(counted(leftToLose, countedIn)), tone: 'success' };
    case 'AT_RISK':
      return {
        sign: '⚠',
        text: leftToLose === 0 ? t.AT_RISK : t.AT_RISK_SOME(counted(leftToLose, countedIn)),
        tone: 'warning',
      };
    case 'IMPOSSIBLE':
      return { sign: '✗', text: t.IMPOSSIBLE, tone: 'danger' };
  }
};

/** `10 halvdager igjen`, for a column whose head says what is left of what. */
export const attendanceShort = (attendance: Attendance): Said => {
  const said = attendanceSaid(attendance);
  const { status, leftToLose, countedIn } = attendance;
  switch (status) {
    case 'SAFE':
      return { ...said, text: t.short.SAFE(counted(leftToLose, countedIn)) };
    case 'AT_RISK':
      return { ...said, text: leftToLose === 0 ? t.short.AT_RISK : t.short.SAFE(counted(leftToLose, countedIn)) };
    case 'MET':
    case 'IMPOSSIBLE':
      return { ...said, text: t.short[status] };
  }
};

const signOfStanding: Readonly<Record<Standing, Pick<Said, 'sign' | 'tone'>>> = {
  enrolled: { sign: '●', tone: 'success' },
  on_leave: { sign: '◐', tone: 'info' },
  transferred: { sign: '→', tone: 'neutral' },
  withdrawn: { sign: '○', tone: 'neutral' },
};

export const standingSaid = (standing: Standing): Said => ({ ...signOfStanding[standing], text: t.standing[standing] });

const signOfOutcome: Readonly<Record<DirectoryApplication['outcome'], Pick<Said, 'sign' | 'tone'>>> = {
  RECEIVED: { sign: '○', tone: 'info' },
  SUPERSEDED: { sign: '→', tone: 'neutral' },
  NOT_QUALIFIED: { sign: '✗', tone: 'neutral' },
  NEEDS_MORE: { sign: '⚠', tone: 'warning' },
  QUALIFIED: { sign: '○', tone: 'info' },
  OFFER_OPEN: { sign: '●', tone: 'info' },
  PLACE_HELD: { sign: '✓', tone: 'success' },
  WAITING: { sign: '○', tone: 'info' },
  NO_PLACE: { sign: '✗', tone: 'neutral' },
};

/** `venteliste nr. 3 i OSLO-1`. */
export const outcomeSaid = ({ outcome, class: code, position }: DirectoryApplication): Said => ({
  ...signOfOutcome[outcome],
  text: [t.outcome[outcome], position !== undefined && t.position(position), code !== undefined && t.in(code)]
    .filter(Boolean)
    .join(' '),
});

export const appliedWords = ({ intake }: DirectoryApplication): string => t.applied(intake);
