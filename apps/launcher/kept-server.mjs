import { setTimeout as sleep } from 'node:timers/promises';
import { stopChild } from './processes.mjs';

const longestPause = 2000;
const steadyAfter = 5000;
const pause = (failures) => Math.min(longestPause, 100 * 2 ** failures);

/**
 * Starts a process and starts it again whenever it ends, until it is stopped.
 * `start(isChild)` names the child as soon as it has one and answers with its address once it is ready.
 */
export function keep({ name, start, stops, note, onRestart, firstAttempts }) {
  let child = null;
  let stopping = false;
  let failures = 0;
  let restarts = 0;

  async function attempt(attempts) {
    for (let n = 1; ; n += 1) {
      const begun = performance.now();
      try {
        const url = await start((started) => {
          child = started;
        });
        watch(begun);
        return url;
      } catch (error) {
        if (stopping || n >= attempts) throw error;
        if (n > 1) note(error.message);
        await sleep(pause(failures++));
        if (stopping) throw error;
      }
    }
  }

  function watch(begun) {
    const again = (outcome) => {
      if (stopping) return;
      if (performance.now() - begun > steadyAfter) failures = 0;
      note(`${name} ended unexpectedly (${outcome}); it is started again (restart ${++restarts})`);
      up = sleep(pause(failures++))
        .then(() => (stopping ? null : attempt(Number.POSITIVE_INFINITY)))
        .then((url) => stopping || onRestart?.(url));
      up.catch((error) => stopping || note(`${name}: ${error.message}`));
    };
    if (child.exitCode !== null || child.signalCode !== null) again(child.exitCode ?? child.signalCode);
    else child.once('exit', (code, signal) => again(code ?? signal));
  }

  let up = attempt(firstAttempts);
  return {
    ready: up,
    /** Ends the process; `keep` starts it again. */
    restart: () => child && stopChild(child, stops),
    async stop() {
      stopping = true;
      // Twice: the second is for a child that came up while the first was being stopped.
      if (child) await stopChild(child, stops);
      await Promise.allSettled([up]);
      if (child) await stopChild(child, stops);
    },
  };
}
