import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { diesWithUs } from './identity.mjs';
import { take } from './lock.mjs';
import { isFree, nextFreePort } from './ports.mjs';
import { stopChild } from './processes.mjs';
import { ended } from './programs.mjs';
import { announce, awaitService, serviceLock, withdraw } from './running-service.mjs';
import { service } from './service.mjs';

const seedStops = [
  ['SIGTERM', 2_000],
  ['SIGKILL', 2_000],
];

// What the clock shows when the database is new: four of six gatherings of the demonstration's cohort have been held.
const demonstrationClock = '2027-02-26T08:00:00+01:00';

/** Runs the service with its demonstration data until it is told to stop; answers with the exit code. */
export async function serve({ root, folder, tools, keys, entries, wantedPort, baseUrl, report }) {
  const lock = await take(serviceLock(folder));
  if (!lock) {
    const other = await awaitService(folder);
    if (!other) return serve({ root, folder, tools, keys, entries, wantedPort, baseUrl, report });
    report.say(`The service already runs at ${other.url} (process ${other.pid}); this start does nothing.`);
    return 0;
  }
  withdraw(folder);

  const port = await choosePort(wantedPort, report);
  const env = environment();
  const running = service({
    root,
    folder,
    tools,
    keys,
    entries,
    fsync: true,
    port,
    baseUrl: baseUrl || `http://localhost:${port}`,
    report,
    env,
    demonstration: true,
  });
  let seeding = null;
  let stopping = false;
  let finish;
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  const end = async (code) => {
    report.say('Stopping');
    withdraw(folder);
    if (seeding) await stopChild(seeding, seedStops);
    await running.stop();
    return code;
  };
  const stop = (code) => {
    if (!stopping) finish(end(code));
    stopping = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  if (process.env.npm_lifecycle_event) whenOrphaned(() => stop(0));
  // Whoever reads our output may go away before us.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop(1));

  try {
    const { url } = await running.start();
    if (!stopping) {
      announce(folder, { url, tokenFile: join(keys, 'admin-token') });
      const seed = await report.phase('Demonstration data', () => {
        seeding = startSeed(entries.cli, { ...env, KULL_URL: url, KULL_TOKEN: running.token });
        return ended(seeding);
      });
      if (seed !== 0 && !stopping) report.say(`The demonstration data is not complete (${seed}); the service runs.`);
      if (!stopping) console.log(welcome(url, folder, running.sinksMail, await clockShown(url, running.token)));
    }
  } catch (error) {
    if (!stopping) console.error(`\n${error.message}`);
    stop(1);
  }
  return finished;
}

// npm that gets SIGTERM goes, and the shell between it and us with it: nobody tells us.
function whenOrphaned(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 1_000);
  watch.unref();
}

function environment() {
  const { KULL_CLOCK, NODE_ENV } = process.env;
  return NODE_ENV === 'production' || KULL_CLOCK ? process.env : { ...process.env, KULL_CLOCK: demonstrationClock };
}

function startSeed(cli, env) {
  const [program, ...args] = [...diesWithUs('TERM'), process.execPath, cli, 'seed'];
  return spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

async function choosePort(wanted, { say }) {
  if (await isFree(wanted)) return wanted;
  const port = await nextFreePort(wanted + 1);
  say(`Port ${wanted} is taken; the service uses ${port}`);
  return port;
}

/** What the clock of the service shows, for people; null when it shows the machine's time, or the service is starting anew. */
async function clockShown(url, token) {
  const headers = { authorization: `Bearer ${token}` };
  const shown = await fetch(`${url}/api/v1/clock`, { headers })
    .then((response) => response.json())
    .catch(() => null);
  if (!shown?.moved) return null;
  const format = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Oslo' };
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(shown.now));
}

const clockLines = (clock) => `
The clock of the service shows ${clock}, in the middle of the cohort's year.
  npm run kull -- clock 2027-03-08T08:00:00+01:00   moves it; «reset» sets it to now`;

const welcome = (url, folder, sinksMail, clock) => `
Kull runs at ${url}
  ${url}/           log in as one of the demonstration's persons
  ${url}/api/docs   every operation of the API${sinksMail ? `\n  ${url}/utboks     the mail that was sent: none of it leaves this machine` : ''}
  npm run kull -- help   the command line, in another window${clock ? clockLines(clock) : ''}
Logs are in ${folder}. Ctrl-C stops everything.
`;
