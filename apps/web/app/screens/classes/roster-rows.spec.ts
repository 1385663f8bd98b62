import { describe, expect, it } from '@jest/globals';
import type { RosterStudentView } from '../../../../../libs/teaching/src/http/roster-view';
import { type RosterParts, rosterRows, rowsIn, viewNamed } from './roster-rows';

const student = (studentNo: string, over: Partial<RosterStudentView> = {}): RosterStudentView => ({
  studentNo,
  familyName: 'Nordmann',
  givenNames: studentNo,
  language: 'nb',
  participantStatus: 'OTHER',
  standing: { kind: 'active' },
  ...over,
});

const attendance = (
  studentNo: string,
  status: 'SAFE' | 'AT_RISK' | 'IMPOSSIBLE',
  countedIn: 'HALF_DAYS' | 'HOURS' = 'HALF_DAYS',
): NonNullable<RosterParts['attendance']>[number] => ({
  classId: 'cls_1',
  classCode: 'OSLO-1',
  studentNo,
  name: null,
  status,
  attendance: [
    {
      award: 'coursePoints',
      status: 'SAFE',
      since: null,
      minAttendance: 0.5,
      hours: { total: 176, required: 88, attended: 64, open: 80, leftToLose: 56 },
      sessions: { total: 44, attended: 16, open: 20, leftToLose: 14 },
      countedIn,
      text: '',
    },
    {
      award: 'ectsCredits',
      status,
      since: null,
      minAttendance: 0.75,
      hours: { total: 176, required: 132, attended: 64, open: 80, leftToLose: 12 },
      sessions: { total: 44, attended: 16, open: 20, leftToLose: 3 },
      countedIn,
      text: '',
    },
  ],
  options: [],
});

const hpr = (studentNo: string, reasons: readonly 'HPR_UNKNOWN'[]): NonNullable<RosterParts['hpr']>[number] => ({
  studentNo,
  status: reasons[0] ?? 'VERIFIED',
  reasons,
  warnings: [],
  source: 'FILE',
  lookedUpAt: null,
  verificationProposed: null,
});

const more = (studentNo: string, hprNumber: string | null): NonNullable<RosterParts['more']>[number] => ({
  studentNo,
  personId: `per_${studentNo}`,
  workplace: null,
  hprNumber,
  hasAddressFault: false,
  assessments: [],
  parts: { done: 0, of: 0 },
  credits: null,
});

const physician = { participantStatus: 'PHYSICIAN' } as const;
const rows = rosterRows({
  students: [
    student('S1', physician),
    student('S2', physician),
    student('S3', { ...physician, familyName: null, givenNames: null }),
    student('S4'),
    student('S5', { ...physician, standing: { kind: 'withdrawn', on: '2026-10-01', reasonClass: 'NEW_JOB' } }),
  ],
  attendance: [attendance('S1', 'AT_RISK'), attendance('S2', 'SAFE', 'HOURS'), attendance('S5', 'IMPOSSIBLE')],
  more: [more('S1', '9144***'), more('S2', null), more('S3', '9144***'), more('S4', null), more('S5', null)],
  hpr: [hpr('S1', []), hpr('S3', ['HPR_UNKNOWN'])],
});

const numbersIn = (view: Parameters<typeof rowsIn>[1]): readonly string[] =>
  rowsIn(rows, view).map((row) => row.student.studentNo);

describe('the rows of a class list', () => {
  it('say attendance by the requirement that leaves least, in half-days or hours', () => {
    const figures = { attended: 16, of: 44, leftToLose: 3 };
    expect(rows[0]!.attendance).toEqual({ status: 'AT_RISK', countedIn: 'HALF_DAYS', ...figures });
    expect(rows[1]!.attendance).toEqual({ status: 'SAFE', countedIn: 'HOURS', attended: 64, of: 176, leftToLose: 12 });
    expect(rows[3]!.attendance).toBeUndefined();
  });

  it('go by the number where the name is forgotten', () => {
    expect(rows.map(({ name }) => name)).toEqual([
      'Nordmann, S1',
      'Nordmann, S2',
      'S3',
      'Nordmann, S4',
      'Nordmann, S5',
    ]);
  });

  it('are in the views that concern them; who has left only in one', () => {
    expect(numbersIn('alle')).toEqual(['S1', 'S2', 'S3', 'S4']);
    expect(numbersIn('fare')).toEqual(['S1']);
    expect(numbersIn('leger')).toEqual(['S1', 'S2', 'S3']);
    expect(numbersIn('uten-hpr')).toEqual(['S2', 'S3']);
    expect(numbersIn('sluttet')).toEqual(['S5']);
  });

  it('are all where the address names no view that there is', () => {
    expect(viewNamed(undefined)).toBe('alle');
    expect(viewNamed('tull')).toBe('alle');
    expect(viewNamed('uten-hpr')).toBe('uten-hpr');
  });
});
