import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLines, writeLine } from './lines.mjs';
import { addressOf, connectTo } from './lock.mjs';
import { keptSecret } from './secrets.mjs';

const patience = 300_000;

/**
 * A lease on the embedded servers of a data folder, which brings them up when nobody has.
 * They stay up while the lease is open, that is while this process lives and does not release it.
 */
export async function lease({ folder, root, tools, fsync, postgres, redis, say, onChange, onLost }) {
  const password = keptSecret(join(folder, 'password'));
  const address = addressOf('servers', folder);
  for (const end = Date.now() + patience; Date.now() < end; await sleep(20)) {
    const socket = (await connectTo(address)) ?? (await bringUp({ address, folder, root, tools, fsync }));
    if (!socket) continue;
    const facts = await firstAnswer(socket, { password, postgres, redis }, { say, onChange });
    if (!facts) continue;
    let released = false;
    socket.once('close', () => released || onLost?.());
    return {
      facts,
      release() {
        released = true;
        socket.destroy();
      },
      /** Releases, and waits until the servers are down unless others use them. */
      async end() {
        released = true;
        writeLine(socket, { stop: true });
        await new Promise((resolve) => socket.once('close', resolve));
      },
    };
  }
  throw new Error(`The servers of ${folder} did not come up within ${patience / 1000} s.`);
}

/** Starts a supervisor and connects to it, or to another that was quicker. */
async function bringUp({ address, folder, root, tools, fsync }) {
  const log = join(folder, 'supervisor.log');
  const output = openSync(log, 'a');
  const supervisor = spawn(
    process.execPath,
    [join(import.meta.dirname, 'supervisor.mjs'), JSON.stringify({ folder, root, tools, fsync })],
    { detached: true, stdio: ['ignore', output, output], cwd: folder },
  );
  closeSync(output);
  supervisor.unref();
  for (let gone = false; ; await sleep(20)) {
    const socket = await connectTo(address);
    if (socket) return socket;
    if (gone && supervisor.exitCode === 0) return null;
    if (gone)
      throw new Error(
        `The supervisor ended:\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n')}`,
      );
    gone = supervisor.exitCode !== null || supervisor.signalCode !== null;
  }
}

/** What the servers are, or null when the supervisor went away before it said. */
function firstAnswer(socket, hello, { say, onChange }) {
  return new Promise((resolve, reject) => {
    let answered = false;
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy()).on('close', () => resolve(null));
    readLines(socket, (message) => {
      if (message.say) say(message.say);
      if (message.failed) {
        reject(new Error(message.failed));
        socket.destroy();
      }
      if (message.ready && answered) onChange?.(message.ready);
      if (message.ready) resolve(message.ready);
      answered ||= Boolean(message.ready);
    });
    writeLine(socket, hello);
  });
}
