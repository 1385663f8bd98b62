/** How long is waited for what, in milliseconds (reliability.md 6). */
export interface SmtpPatience {
  /** For the connection, TLS of `smtps` included. */
  readonly connectMs: number;
  /** For the greeting and STARTTLS. */
  readonly greetingMs: number;
  /** For each next sign of life. */
  readonly socketMs: number;
  /** For all that is said on the open connection: a server that sends a byte a second is alive, and of no use (F33). */
  readonly attemptMs: number;
}

export const smtpPatience: SmtpPatience = {
  connectMs: 10_000,
  greetingMs: 10_000,
  socketMs: 60_000,
  attemptMs: 50_000,
};

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly implicitTls: boolean;
  /** Plain text is never spoken beyond STARTTLS. */
  readonly requireTls: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
  /** The authorities that are trusted, PEM. Absent: those of Node. */
  readonly ca?: string;
}

/** The server that `smtp://[user:password@]host[:port]` or `smtps://…` names. */
export const smtpServerOf = (url: string, { requireTls }: { readonly requireTls: boolean }): SmtpServer => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const implicitTls = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port) || (implicitTls ? 465 : 587),
    implicitTls,
    requireTls,
    login: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
  };
};
