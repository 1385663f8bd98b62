import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { append } from './append';
import { certificate } from './certificate';
import { jobs } from './jobs';
import { pages } from './pages';
import { rebuild } from './rebuild';

/** Each works on a database of its own, given by URL. */
const benches: Readonly<Record<string, (url: string) => Promise<void>>> = { append, certificate, jobs, pages, rebuild };

const onOwnDatabase = async (work: (url: string) => Promise<void>): Promise<void> => {
  const server = new URL(process.env.DATABASE_URL ?? '');
  const name = `kull_bench_${randomBytes(4).toString('hex')}`;
  const admin = new Client({ connectionString: server.href });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    await work(url.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
};

const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
    process.exit(2);
  }
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) await onOwnDatabase(benches[name]!);
};

void main();
