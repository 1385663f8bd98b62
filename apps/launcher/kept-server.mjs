import { setTimeout as sleep } from 'node:timers/promises';
import { stopChild } from './processes.mjs';

const firstAttempts = 5;
const pause = (attempt) => Math.min(5000, 100 * 2 ** attempt);

/** Starts a server and starts it again whenever it ends, until it is stopped. */
export function keep({ name, start, stops, note, onUrl }) {
  let running = null;
  let stopping = false;

  async function attempt(attempts) {
    for (let n = 0; ; n += 1) {
      try {
        return await start();
      } catch (error) {
        if (stopping || n + 1 >= attempts) throw error;
        await sleep(pause(n));
      }
    }
  }

  async function begin(attempts) {
    running = await attempt(attempts);
    running.child.once('exit', (code, signal) => {
      if (stopping) return;
      note(`${name} ended unexpectedly (${code ?? signal}); it is started again`);
      up = begin(Number.POSITIVE_INFINITY).then(onUrl);
      up.catch((error) => note(`${name}: ${error.message}`));
    });
    return running.url;
  }

  let up = begin(firstAttempts);
  return {
    ready: up,
    async stop() {
      stopping = true;
      await up.catch((error) => note(`${name}: ${error.message}`));
      if (running) await stopChild(running.child, stops);
    },
  };
}
