import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpathSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A lock is a listening socket: the kernel frees it however its holder dies, so none is ever stale.
// Linux's abstract names leave no file behind. Elsewhere the file of a dead holder is replaced.
export function addressOf(purpose, folder) {
  const name = `kull-${purpose}-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/** A connection to whoever holds the lock, or null when nobody does. */
export async function connectTo(address) {
  const socket = net.connect(address);
  try {
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') return null;
    throw error;
  }
}

export async function isHeld(address) {
  const socket = await connectTo(address);
  socket?.destroy();
  return socket !== null;
}

/** The lock as a server that keeps its visitors' connections open, or null when another process holds it. */
export async function take(address) {
  const visitors = new Set();
  const server = net.createServer((socket) => {
    visitors.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => visitors.delete(socket));
  });
  server.listen(address);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    if (address[0] === '/' && !(await isHeld(address))) {
      rmSync(address, { force: true });
      return take(address);
    }
    return null;
  }
  server.release = () => {
    server.close();
    for (const socket of visitors) socket.destroy();
  };
  return server;
}

/** Runs the work while no other process runs work under this lock. */
export async function withLock(address, work) {
  for (;;) {
    const lock = await take(address);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    const holder = await connectTo(address);
    if (holder) await new Promise((resolve) => holder.on('error', resolve).on('close', resolve).resume());
  }
}
