import { spawn } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diesWithUs } from './identity.mjs';
import { keep } from './kept-server.mjs';
import { keptPort } from './ports.mjs';
import { run } from './programs.mjs';
import { keptSecret } from './secrets.mjs';
import { servers } from './servers.mjs';
import { writeStoryLogins } from './story-login.mjs';

const readyWithin = 60_000;
const appStops = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 5_000],
];
// A program that cannot start at all says so soon; one that worked before is started again for ever.
const firstAttempts = 2;

/**
 * Servers, migrations, api, worker and outside production a mail sink on one data folder; with `demonstration` also an
 * OpenID provider that lets its persons in. `stop` may come at any time, also while it starts.
 */
export function service({
  root,
  folder,
  tools,
  keys,
  entries,
  fsync,
  port,
  baseUrl,
  report,
  env = process.env,
  demonstration = false,
}) {
  const token = keptSecret(join(keys, 'admin-token'));
  const apps = [];
  let urls = null;
  let held = null;
  let stopping = false;
  const sinksMail = !env.KULL_SMTP_URL && env.NODE_ENV !== 'production';
  let sinkPort = null;
  const tellsStories = demonstration && !env.KULL_LOGINS && env.NODE_ENV !== 'production';
  let storyPort = null;

  const hold = () =>
    servers({
      folder,
      root,
      tools,
      database: 'kull',
      fsync,
      env,
      say: report.say,
      onChange: moved,
      onLost: () => stopping || regain(),
    });

  async function regain() {
    report.say('The supervisor of the servers is gone; the servers are brought up again');
    held = hold();
    try {
      moved(await held);
    } catch (error) {
      report.say(`The servers could not be brought up again: ${error.message}`);
    }
  }

  function moved({ databaseUrl, redisUrl }) {
    if (databaseUrl === urls.databaseUrl && redisUrl === urls.redisUrl) return;
    urls = { databaseUrl, redisUrl };
    report.say('The servers have another address; api and worker start anew');
    for (const app of apps) app.restart();
  }

  const environment = () => {
    const { REDIS_URL: _, ...inherited } = env;
    return {
      ...inherited,
      DATABASE_URL: urls.databaseUrl,
      ...(urls.redisUrl ? { REDIS_URL: urls.redisUrl } : {}),
      KULL_QUEUE_PREFIX: env.KULL_QUEUE_PREFIX || '{kull}',
      KULL_KEYS: keys,
      KULL_ADMIN_TOKEN: token,
      KULL_BASE_URL: baseUrl,
      PORT: String(port),
      ...(sinksMail ? ownMail() : {}),
      ...(tellsStories ? storyLogin() : {}),
    };
  };

  const ownMail = () => ({
    KULL_SMTP_URL: `smtp://127.0.0.1:${sinkPort}`,
    KULL_SINK_PORT: String(sinkPort),
    KULL_OUTBOX: join(folder, 'outbox'),
    KULL_SMS_FOLDER: env.KULL_SMS_FOLDER || join(folder, 'sms'),
  });

  const storyLogin = () => ({
    KULL_LOGINS: writeStoryLogins(folder, keys, storyPort),
    KULL_STORY_PORT: String(storyPort),
  });

  function app(name) {
    const log = join(folder, `${name}.log`);
    writeFileSync(log, '');
    const kept = keep({
      name,
      start: (isChild) => startApp({ entry: entries[name], log, env: environment() }, isChild),
      stops: appStops,
      note: report.say,
      firstAttempts,
    });
    apps.push(kept);
    return kept.ready.catch((error) => {
      throw new Error(`The ${name} did not start: ${error.message} See ${log}.`);
    });
  }

  const unlessStopped = (label, work) => (stopping ? null : report.phase(label, work));

  return {
    token,
    sinksMail,
    async start() {
      held = hold();
      if (sinksMail) sinkPort = await keptPort(join(folder, 'sink.port'));
      if (tellsStories) storyPort = await keptPort(join(folder, 'story-login.port'));
      urls = await report.phase('PostgreSQL and Redis', () => held);
      await unlessStopped('Migrations', () =>
        run([...diesWithUs('TERM'), process.execPath, entries.migrate], { env: environment() }),
      );
      const names = ['api', 'worker', ...(sinksMail ? ['sink'] : []), ...(tellsStories ? ['story-login'] : [])];
      const ready = await unlessStopped('Service', () => Promise.all(names.map(app)));
      return { url: ready?.[0], databaseUrl: urls.databaseUrl };
    },
    async stop() {
      stopping = true;
      await Promise.all(apps.map((kept) => kept.stop()));
      const [outcome] = await Promise.allSettled([held]);
      await outcome.value?.end();
    },
  };
}

// A process group of its own: Ctrl-C reaches the launcher, which ends the others in order.
async function startApp({ entry, log, env }, isChild) {
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, [entry], { env, detached: true, stdio: ['ignore', output, output, 'ipc'] });
  closeSync(output);
  isChild(child);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`It was not ready after ${readyWithin / 1000} s.`));
    }, readyWithin);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      reject(new Error(`It ended while it was starting (${code ?? signal}).`));
    });
    child.on('message', (message) => {
      if (!message?.ready) return;
      clearTimeout(late);
      resolve(message.url);
    });
  });
}
