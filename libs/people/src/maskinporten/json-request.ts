import { RemoteFault } from './remote-fault';

/** An answer in JSON; `body` is undefined when there was none, or none that can be read. */
export interface JsonReply {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterSeconds?: number;
}

const LARGEST_REPLY = 256 * 1024;

const secondsIn = (header: string | null): number | undefined => {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) : undefined;
};

const textOf = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > LARGEST_REPLY) throw new Error('too large');
  }
  return text;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** http only to this machine: what is asked for elsewhere goes encrypted, to a server whose certificate is checked. */
export const isSafeUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
};

/** One request, without redirects. @throws RemoteFault when no whole answer came within the time */
export const requestJson = async (
  service: string,
  url: string,
  init: { readonly method: 'GET' | 'POST'; readonly headers: Record<string, string>; readonly body?: string },
  signal: AbortSignal,
): Promise<JsonReply> => {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal });
    const { status, headers } = response;
    const retryAfterSeconds = secondsIn(headers.get('retry-after'));
    return {
      status,
      body: parsed(await textOf(response)),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    };
  } catch {
    // What went wrong on the way may name the address, and with it the number: it is not passed on.
    throw new RemoteFault('UNAVAILABLE', service, signal.aborted ? 'TIMED_OUT' : 'NOT_REACHED');
  }
};
