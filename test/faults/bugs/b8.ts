import { reminder } from '@kull/reminders/domain/reminder';

/** B8: an attempt whose outcome nobody knows is made again; the decider, which refuses it, takes it for one that waits. */
const { evolve } = reminder;
Object.assign(reminder, {
  evolve: (...[state, event]: Parameters<typeof evolve>) => {
    const next = evolve(state, event);
    return next.status === 'attempting' ? { ...next, status: 'waiting' } : next;
  },
});
