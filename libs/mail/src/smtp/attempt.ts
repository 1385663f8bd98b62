import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SendOutcome } from '../contracts';
import type { SmtpPatience, SmtpServer } from './smtp-options';

interface Envelope {
  readonly from: string;
  readonly to: string;
}

/** What the connection reports. Only `responseCode` is evidence: it is there when the server replied (E12, T37). */
interface SmtpFault {
  readonly responseCode?: number;
  readonly rejectedErrors?: readonly unknown[];
}

const replyIn = ({ responseCode }: SmtpFault): number | undefined =>
  responseCode !== undefined && responseCode >= 400 && responseCode <= 599 ? responseCode : undefined;

const unknown: SendOutcome = { outcome: 'unknown' };

/** Before the letter was named a refusal is of the session: another day it may be taken. */
const refusedSession = (fault: SmtpFault): SendOutcome => {
  const code = replyIn(fault);
  return code === undefined ? unknown : { outcome: 'deferred', code };
};

const refusedLetter = (fault: SmtpFault): SendOutcome => {
  const code = replyIn(fault);
  if (code === undefined) return unknown;
  if (code < 500) return { outcome: 'deferred', code };
  return fault.rejectedErrors?.length ? { outcome: 'refused', code, because: 'ADDRESS' } : { outcome: 'refused', code };
};

/**
 * One attempt on an open connection, by the SMTP rule (reliability.md 2): a 4xx or 5xx reply at or before the last one
 * to DATA says that the letter was not accepted; without one nobody knows. Never rejects.
 */
export const attempt = (
  socket: Socket,
  { host, implicitTls, requireTls, login, ca }: SmtpServer,
  { from, to }: Envelope,
  message: Buffer,
  patience: SmtpPatience,
): Promise<SendOutcome> =>
  new Promise((resolve) => {
    const connection = new SMTPConnection({
      connection: socket,
      host,
      secure: implicitTls,
      secured: implicitTls,
      requireTLS: requireTls && !implicitTls,
      tls: { ca },
      connectionTimeout: patience.greetingMs,
      greetingTimeout: patience.greetingMs,
      socketTimeout: patience.socketMs,
      socketCloseTimeout: 1_000,
    });
    let settled = false;
    const settle = (outcome: SendOutcome): void => {
      if (settled) return;
      settled = true;
      clearTimeout(late);
      if (outcome.outcome === 'sent') connection.quit();
      else connection.close();
      resolve(outcome);
    };
    const late = setTimeout(() => settle(unknown), patience.attemptMs);

    const sendLetter = (): void =>
      connection.send({ from, to: [to] }, message, (fault, accepted) => {
        if (accepted) settle({ outcome: 'sent' });
        else settle(refusedLetter(fault ?? {}));
      });
    const logIn = (): void => {
      if (login === undefined) sendLetter();
      else connection.login(login, (fault) => (fault ? settle(refusedSession(fault)) : sendLetter()));
    };

    let sending = false;
    connection.on('error', (fault: SmtpFault) => settle(sending ? refusedLetter(fault) : refusedSession(fault)));
    // After 421 the connection ends before the reply is handed on.
    connection.once('end', () => setImmediate(() => settle(unknown)));
    connection.connect((fault) => {
      if (fault) return settle(refusedSession(fault));
      sending = true;
      logIn();
    });
  });
