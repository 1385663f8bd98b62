import { fold } from '@kull/kernel';
import type { ObservedMark } from '../src/domain/mark';
import { register } from '../src/domain/register';
import type { RegisterEvent } from '../src/domain/register.events';

/** A half-day that Kari and Ola are expected at, from 07:00 by UTC. */
export const opened: RegisterEvent = {
  type: 'SessionOpened',
  data: {
    classId: 'cls_1',
    session: 'G1-1',
    startsAt: '2026-09-09T07:00:00.000Z',
    halfHours: 8,
    expected: ['kari', 'ola'],
  },
};
export const now = '2026-09-09T08:00:00.000Z';
export const markIdOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Kari was there: seen at the door by the first phone. */
export const mark = (n: number, changes: Partial<ObservedMark> = {}): ObservedMark => ({
  id: markIdOf(n),
  studentNo: 'kari',
  presence: 'PRESENT',
  lateHalfHours: 0,
  leftEarlyHalfHours: 0,
  observedBy: 'admin-1',
  observedAt: '2026-09-09T06:35:00.000Z',
  source: 'DOOR',
  device: 'phone-1',
  ...changes,
});

/** Kari was not there, says the second phone. */
export const absent = (n: number, changes: Partial<ObservedMark> = {}): ObservedMark =>
  mark(n, { presence: 'ABSENT', observedBy: 'admin-2', device: 'phone-2', ...changes });

export const record = (...marks: readonly ObservedMark[]) =>
  ({ type: 'RecordMarks', data: { marks, now, judged: [] } }) as const;

/** What the register of the half-day makes of the marks. */
export const eventsOf = (...marks: readonly ObservedMark[]): readonly RegisterEvent[] => {
  const decision = register.decide(fold(register, [opened]), record(...marks));
  return 'events' in decision ? decision.events : [];
};
