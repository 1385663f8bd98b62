/**
 * Holds the embedded servers of one data folder. Started detached by the first client; its listening socket is the
 * lock, each client's connection a lease. When the last lease is gone the servers stop, and so does this process.
 */
import { existsSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { keep } from './kept-server.mjs';
import { readLines, writeLine } from './lines.mjs';
import { addressOf, take } from './lock.mjs';
import { postgresStops, preparePostgres, startPostgres } from './postgres.mjs';
import { redisStops, startRedis } from './redis.mjs';
import { findRedis } from './redis-program.mjs';
import { keptSecret } from './secrets.mjs';

const lingering = 1500;
const firstAttempts = 5;
const firstLeaseWithin = 3000;

const { folder, root, tools, fsync } = JSON.parse(process.argv[2]);
const lock = await take(addressOf('servers', folder));
if (!lock) process.exit(0);

const password = keptSecret(join(folder, 'password'));
const leases = new Set();
const servers = {};
const facts = { databaseUrl: null, redisUrl: null, redisRemark: null };
let ending = null;
let leaving = setTimeout(end, firstLeaseWithin);

for (const log of ['postgres.log', 'redis.log']) if (existsSync(join(folder, log))) truncateSync(join(folder, log));

lock.on('connection', (socket) => {
  socket.setEncoding('utf8');
  readLines(socket, (message) => {
    if (message.stop && leases.has(socket)) return hurry(socket);
    if (message.password !== password || ending) return socket.destroy();
    admit(socket, message).catch((error) => writeLine(socket, { failed: error.message }));
  });
});
process.on('SIGTERM', end).on('SIGINT', end);

async function admit(socket, { postgres, redis }) {
  clearTimeout(leaving);
  leases.add(socket);
  socket.on('close', () => {
    leases.delete(socket);
    if (leases.size === 0) leaving = setTimeout(end, lingering);
  });
  await Promise.all([postgres && wantPostgres(), redis && wantRedis(redis)]);
  writeLine(socket, { ready: facts });
}

/** A client that waits for the end need not wait for the lingering, when nobody else holds a lease. */
function hurry(socket) {
  leases.delete(socket);
  if (leases.size === 0) end();
  else socket.destroy();
}

let cluster = null;
async function wantPostgres() {
  cluster ??= preparePostgres({ folder, root, fsync, password, note });
  const prepared = await cluster;
  if (ending) return;
  servers.postgres ??= keep({
    name: 'PostgreSQL',
    start: (isChild) => startPostgres(prepared, isChild),
    stops: postgresStops,
    note,
    firstAttempts,
    onRestart: (databaseUrl) => changed({ databaseUrl }),
  });
  facts.databaseUrl = await servers.postgres.ready;
}

let choice = null;
async function wantRedis({ only }) {
  choice ??= findRedis({ tools, only, note });
  const { program, libraries, remark } = await choice;
  facts.redisRemark = remark;
  if (!program || ending) return;
  servers.redis ??= keep({
    name: 'Redis',
    start: (isChild) => startRedis({ folder, program, libraries, password }, isChild),
    stops: redisStops,
    note,
    firstAttempts,
    onRestart: (redisUrl) => changed({ redisUrl }),
  });
  facts.redisUrl = await servers.redis.ready;
}

function note(say) {
  for (const lease of leases) writeLine(lease, { say });
}

function changed(fact) {
  Object.assign(facts, fact);
  for (const lease of leases) writeLine(lease, { ready: facts });
}

// The lock is held until both are down: whoever comes meanwhile waits for its own supervisor.
function end() {
  ending ??= Promise.all(Object.values(servers).map((server) => server.stop())).then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}
