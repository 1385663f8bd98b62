import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { SmtpPatience, SmtpServer } from './smtp-options';

/**
 * An open connection; undefined when none could be opened, which is the one case without a reply in which nothing can
 * have been accepted. With `smtps` it is open when TLS is.
 */
export const dial = (server: SmtpServer, { connectMs }: SmtpPatience): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const { host, port, implicitTls, ca } = server;
    const socket: Socket = implicitTls
      ? connectTls({ host, port, ca, ...(isIP(host) ? {} : { servername: host }) })
      : connect({ host, port });
    const settle = (opened: boolean): void => {
      clearTimeout(late);
      socket.removeAllListeners();
      if (!opened) {
        socket.on('error', () => socket.destroy());
        socket.destroy();
      }
      resolve(opened ? socket : undefined);
    };
    const late = setTimeout(() => settle(false), connectMs);
    socket.once(implicitTls ? 'secureConnect' : 'connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
