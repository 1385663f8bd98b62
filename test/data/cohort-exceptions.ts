import type { Chance } from './chance';
import { heldSessions, osloText, type PlannedClass } from './cohort-calendar';

/** One line of `exceptions.csv`: a mark that says something else than «there the whole time». */
export interface ExceptionRow extends Readonly<Record<string, string>> {
  readonly class: string;
  readonly student_no: string;
  readonly session: string;
  readonly presence: string;
  readonly late_hours: string;
  readonly left_early_hours: string;
  readonly excuse: string;
  readonly device: string;
  readonly observed_by: string;
  readonly observed_at: string;
}

interface Said {
  readonly presence?: string;
  readonly late?: number;
  readonly early?: number;
  readonly excuse?: string;
  readonly device?: string;
  readonly by?: string;
  /** Time of day in Oslo; else ten past, when the doors close. */
  readonly time?: string;
}

const row = (of: PlannedClass, studentNo: string, session: string, said: Said): ExceptionRow => {
  const { startsAt } = heldSessions(of).find(({ code }) => code === session)!;
  const [date, start] = [startsAt.slice(0, 10), startsAt.slice(11, 13)];
  return {
    class: of.code,
    student_no: studentNo,
    session,
    presence: said.presence ?? 'PRESENT',
    late_hours: said.late ? String(said.late) : '',
    left_early_hours: said.early ? String(said.early) : '',
    excuse: said.excuse ?? '',
    device: said.device ?? '',
    observed_by: said.by ?? 'admin-1',
    observed_at: osloText(date, said.time ?? `${start}:10:00`),
  };
};

const absent = (sessions: string): [string, Said][] =>
  sessions.split(' ').map((session) => [session, { presence: 'ABSENT' }]);

/** Those whose absences tell something (see `personas.json`), by class and student number. */
const stories: Readonly<Record<string, readonly [string, Said][]>> = {
  // Eleven of 44 half-days: with one more, three quarters are out of reach.
  'OSLO-2 A26-000004': absent('1-4E 2-1F 2-1E 2-2F 2-2E 3-1F 3-1E 4-1F 4-1E 4-2F 4-2E'),
  'OSLO-2 A26-000128': [
    ...absent('1-1F 1-1E 2-3F 2-3E 2-4F 2-4E 3-2F 3-2E 4-3F 4-3E'),
    ['4-4F', { late: 1 }],
    ['4-4E', { early: 1.5 }],
  ],
  'OSLO-2 A26-000005': absent('1-3F 2-4E 3-1F 4-1F'),
  'OSLO-2 A26-000058': [],
  'OSLO-2 A26-900002': [['2-2F', { late: 0.5 }]],
  'OSLO-3 A26-000324': absent('3-1F 3-1E'),
  'TRONDHEIM-1 A26-000090': absent('2-1F 2-1E 2-2F 2-2E 2-3F 2-3E 2-4F 2-4E 3-1F 3-1E 3-2F 3-2E 4-1F 4-1E'),
  'OSLO-1 A26-000048': ['3-2F', '3-2E', '3-3F', '3-3E'].map((session) => [
    session,
    { presence: 'EXCUSED', excuse: 'CARE' },
  ]),
  'OSLO-3 A26-000062': ['4-2F', '4-2E'].map((session) => [session, { presence: 'EXCUSED', excuse: 'ILLNESS' }]),
  'OSLO-1 A26-000131': [],
  'TRONDHEIM-1 A26-000154': [],
  'OSLO-2 A26-000304': [['2-4E', { early: 2 }]],
  'OSLO-3 A26-000120': [],
  'TRONDHEIM-1 A26-000120': [['2-1F', { late: 1 }]],
  'OSLO-1 A26-000359': [
    ['4-2F', { presence: 'ABSENT', device: 'phone-2', by: 'admin-2', time: '08:20:00' }],
    ['4-2F', { presence: 'PRESENT', device: 'phone-1', by: 'admin-1', time: '08:35:00' }],
  ],
};

const isIn = (key: string): boolean => key in stories;

/** Of everybody else: most are there all the time, some are late or leave early, few are away for a day or two. */
const ordinary = (chance: Chance, of: PlannedClass): [string, Said][] => {
  const sessions = heldSessions(of).map(({ code }) => code);
  const days = [...new Set(sessions.map((code) => code.slice(0, -1)))];
  const away = chance.shuffled(days).slice(0, chance.oneOf([0, 0, 0, 0, 1, 1, 2, 3]));
  const unpunctual = chance.shuffled(sessions).slice(0, chance.oneOf([0, 0, 1, 1, 2]));
  return sessions.flatMap((code): [string, Said][] => {
    if (away.includes(code.slice(0, -1))) return [[code, { presence: 'ABSENT' }]];
    if (!unpunctual.includes(code)) return [];
    return [
      [code, code.endsWith('F') ? { late: chance.oneOf([0.5, 0.5, 1]) } : { early: chance.oneOf([0.5, 1, 1.5]) }],
    ];
  });
};

/** What is to be said of the students of a class, beside that everybody was there. */
export const exceptionsOf = (chance: Chance, of: PlannedClass, students: readonly string[]): ExceptionRow[] => {
  const told = Object.keys(stories).flatMap((key) => {
    const [code, studentNo] = key.split(' ') as [string, string];
    return code === of.code ? [studentNo] : [];
  });
  return [...new Set([...students, ...told])].sort().flatMap((studentNo) => {
    const key = `${of.code} ${studentNo}`;
    const said = isIn(key) ? stories[key]! : ordinary(chance, of);
    return said.map(([session, what]) => row(of, studentNo, session, what));
  });
};
