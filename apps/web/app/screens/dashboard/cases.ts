import type { Overview } from '../../../../api/src/overview/overview';

/** How soon something has to be looked at: `wrong` hinders somebody now, `risk` will, `note` can wait. */
export type Severity = 'wrong' | 'risk' | 'note';

export type CaseKind =
  | 'LINE_REJECTED'
  | 'WORK_STOPPED'
  | 'ROUND_NOT_SENT'
  | 'ATTENDANCE_AT_RISK'
  | 'POINTS_HELD'
  | 'ABSENCE_TO_DECIDE'
  | 'GRADING_REQUEST'
  | 'REMINDER_STUCK'
  | 'OFFER_OPEN'
  | 'ADDRESS_FAULT';

/** Equal things that somebody has to do something about, and where that is done. */
export interface Case {
  readonly kind: CaseKind;
  readonly severity: Severity;
  readonly count: number;
  /** The class, cohort or intake that it is about. */
  readonly about?: string;
  /** The filtered list behind the number. */
  readonly href: string;
}

const ORDER: readonly Severity[] = ['wrong', 'risk', 'note'];

const classHref = (code: string, classes: Overview['classes'], room: string): string => {
  const intake = classes?.find((one) => one.code === code)?.intake;
  return `/klasser/${intake ?? code}/${code}${room}`;
};

/** The queue of what needs action (ux.md E1), the most pressing first. Empty when all is done. */
export const casesIn = (overview: Overview): readonly Case[] => {
  const {
    attendance = [],
    courses = [],
    absences = [],
    intakes = [],
    classes,
    rejectedLines = 0,
    gradingRequests = 0,
    reminders,
  } = overview;
  const stuck = (reminders?.failed ?? 0) + (reminders?.unknown ?? 0);
  const all: readonly Case[] = [
    { kind: 'LINE_REJECTED', severity: 'wrong', count: rejectedLines, href: '/leveringer?vis=avvist' },
    { kind: 'WORK_STOPPED', severity: 'wrong', count: overview.work.quarantined, href: '/logg/stoppet' },
    ...intakes.map(
      ({ code, roundsStopped }): Case => ({
        kind: 'ROUND_NOT_SENT',
        severity: 'wrong',
        count: roundsStopped,
        about: code,
        href: `/opptak/${encodeURIComponent(code)}/runder`,
      }),
    ),
    ...attendance.map(
      ({ code, atRisk, impossible, isOver }): Case => ({
        kind: 'ATTENDANCE_AT_RISK',
        severity: 'risk',
        count: isOver ? 0 : atRisk + impossible,
        about: code,
        href: `/klasser?kull=${encodeURIComponent(code)}&vis=fare`,
      }),
    ),
    ...courses.map(
      ({ code, held }): Case => ({
        kind: 'POINTS_HELD',
        severity: 'risk',
        count: held,
        about: code,
        href: `/poeng/${encodeURIComponent(code)}?vis=holdt`,
      }),
    ),
    ...absences.map(
      ({ code, count }): Case => ({
        kind: 'ABSENCE_TO_DECIDE',
        severity: 'risk',
        count,
        about: code,
        href: classHref(code, classes, '/oppmote?vis=fravar'),
      }),
    ),
    { kind: 'GRADING_REQUEST', severity: 'risk', count: gradingRequests, href: '/poeng' },
    { kind: 'REMINDER_STUCK', severity: 'risk', count: stuck, href: '/paminnelser?vis=uavklart' },
    ...intakes.map(
      ({ code, openOffers }): Case => ({
        kind: 'OFFER_OPEN',
        severity: 'note',
        count: openOffers,
        about: code,
        href: `/opptak/${encodeURIComponent(code)}/runder`,
      }),
    ),
    { kind: 'ADDRESS_FAULT', severity: 'note', count: overview.addressFaults, href: '/paminnelser?vis=adresser' },
  ];
  return all
    .filter(({ count }) => count > 0)
    .sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
};
