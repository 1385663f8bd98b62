// Stands for api, worker, sink and log-in: says what it was given, and goes when the launcher goes.
const { createServer } = require('node:http');

const { PORT, DATABASE_URL, REDIS_URL = null, KULL_QUEUE_PREFIX, KULL_BASE_URL, KULL_KEYS, KULL_CLOCK } = process.env;
const { KULL_SMTP_URL, KULL_OUTBOX, KULL_LOGINS } = process.env;
const role = /worker|sink|story-login/.exec(process.argv[1].split('/').at(-1))?.[0] ?? 'api';
const facts = {
  ...{ role, pid: process.pid, DATABASE_URL, REDIS_URL, KULL_QUEUE_PREFIX, KULL_BASE_URL, KULL_KEYS, KULL_CLOCK },
  ...{ KULL_SMTP_URL, KULL_OUTBOX, KULL_LOGINS },
  // What the api says of its clock.
  ...{ now: KULL_CLOCK, moved: KULL_CLOCK !== undefined },
};
const server = createServer((_, response) => response.end(JSON.stringify(facts)));
server.listen(role === 'api' ? Number(PORT) : 0, '127.0.0.1', () =>
  process.send({ ready: true, url: `http://127.0.0.1:${server.address().port}` }),
);
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
