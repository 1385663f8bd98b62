import { inOslo } from '@kull/kernel';
import { timeText } from '../terminal/dates';
import { hours, list, number, table } from '../terminal/text';
import type { Attendance, Mark, Register, RegisterStudent, RegisterSummary } from './registers';

const statusText = { unopened: 'ikke åpnet', open: 'åpen', locked: 'låst' } as const;
const presenceText = { PRESENT: 'til stede', ABSENT: 'fravær', EXCUSED: 'gyldig fravær' } as const;
const excuseText: Readonly<Record<string, string>> = {
  ILLNESS: 'sykdom',
  CARE: 'omsorg',
  WORK_DUTY: 'arbeid',
};

/** All sessions with their counts. */
export const registersReport = (name: string, sessions: readonly RegisterSummary[], when: string): string =>
  [
    `Oppmøte i ${name}${when}`,
    '',
    table([
      ['Økt', 'Når', 'Status', 'Ventet', 'Til stede', 'Fravær', 'Gyldig', 'Ikke merket', 'Uenige'],
      ...sessions.map((one) => [
        one.session,
        timeText(one.startsAt),
        statusText[one.status],
        ...[one.expected, one.present, one.absent, one.excused, one.unmarked, one.conflicts].map(number),
      ]),
    ]),
    '',
  ].join('\n');

const said = (value: number, word: string): string[] => (value > 0 ? [`${word} ${hours(value)} t`] : []);

const attendanceText = ({ presence, lateHours, leftEarlyHours, excuse }: Attendance): string =>
  [
    presenceText[presence],
    ...said(lateHours, 'kom'),
    ...said(leftEarlyHours, 'gikk'),
    ...(excuse && excuseText[excuse] ? [excuseText[excuse]] : []),
  ]
    .join(', ')
    .replace(/kom ([\d,]+ t)/, 'kom $1 for sent')
    .replace(/gikk ([\d,]+ t)/, 'gikk $1 for tidlig');

const timeOfDay = (instant: string): string => inOslo(instant).time.slice(0, 5);

const markText = ({ counts, onLeave, conflict }: RegisterStudent, locked: boolean): string => {
  if (conflict) return 'uenighet, se under';
  if (counts) return attendanceText(counts);
  if (onLeave) return 'permisjon';
  return locked ? 'fravær, ikke merket' : 'ikke merket';
};

const markWords = (one: Mark): string => {
  const device = one.device ? `, ${one.device}` : '';
  return `${one.observedBy} ${attendanceText(one)} kl. ${timeOfDay(one.observedAt)}${device}`;
};

const conflictLines = (students: readonly RegisterStudent[], nameOf: (studentNo: string) => string): string[] =>
  students.flatMap(({ studentNo, conflict = [], marks, counts }) => {
    const disagreeing = marks.filter(({ id }) => conflict.includes(id)).map(markWords);
    return conflict.length === 0
      ? []
      : [
          `Uenighet om ${nameOf(studentNo)}: ${disagreeing.join('; ')}.`,
          `  Så lenge gjelder det minste${counts ? `: ${attendanceText(counts)}` : ''}.`,
        ];
  });

/** One session, student for student, in order of name. */
export const registerReport = (
  name: string,
  register: Register,
  names: ReadonlyMap<string, string>,
  when: string,
): string => {
  const { session, title, startsAt, status, room, students, expected, present, absent, excused, unmarked } = register;
  const nameOf = (studentNo: string): string => names.get(studentNo) ?? `(${studentNo})`;
  const lines = students
    .map((one) => [
      nameOf(one.studentNo),
      one.studentNo,
      markText(one, status === 'locked'),
      one.counts ? `${one.counts.by} ${timeOfDay(one.counts.at)}` : '',
      one.guestFrom ? 'gjest' : '',
    ])
    .sort(([one = ''], [other = '']) => one.localeCompare(other, 'nb'));
  const conflicts = conflictLines(students, nameOf);
  return [
    `${name}, økt ${session}: ${title}${when}`,
    `${timeText(startsAt)}${room ? `, ${room}` : ''}. ${statusText[status]}.`,
    `Ventet ${expected}: ${present} til stede, ${absent} fravær, ${excused} gyldig fravær, ${unmarked} ikke merket.`,
    '',
    list(lines),
    ...(conflicts.length === 0 ? [] : ['', ...conflicts]),
    '',
  ].join('\n');
};
