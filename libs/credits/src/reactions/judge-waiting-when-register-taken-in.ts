import type { Recorded } from '@kull/event-store';
import type { Reaction } from '@kull/messaging';
import type { ClassHprRegisterTakenIn } from '../domain/class-hpr-register';

/** When another register was read for a class, whoever waits for it is judged by it (credits.md 2). */
export const judgeWaitingWhenRegisterTakenIn: Reaction = {
  name: 'judge-waiting-when-register-taken-in',
  startsAt: 'beginning',
  handles: ['ClassHprRegisterTakenIn'],
  jobs: ['judge-waiting-class'],
  react: (event) => {
    const { data, eventId } = event as Recorded<ClassHprRegisterTakenIn>;
    return [{ key: `judge-waiting.${eventId}`, job: 'judge-waiting-class', payload: { classId: data.classId } }];
  },
};
