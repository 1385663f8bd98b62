import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';

async function tryPort(port, host) {
  const server = net.createServer().listen({ port, host, exclusive: true });
  try {
    await once(server, 'listening');
    const chosen = server.address().port;
    server.close();
    await once(server, 'close');
    return chosen;
  } catch (error) {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return null;
    throw error;
  }
}

export const freePort = () => tryPort(0, '127.0.0.1');

export const isFree = async (port) => (await tryPort(port, '127.0.0.1')) !== null;

export async function nextFreePort(from) {
  for (let port = from; port <= 65535; port += 1) if (await isFree(port)) return port;
  throw new Error(`No port from ${from} upwards is free.`);
}

/** The port used last time, or another when it has been taken meanwhile. */
export async function keptPort(file) {
  const kept = readPort(file);
  if (kept && (await isFree(kept))) return kept;
  const port = await freePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

function readPort(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
