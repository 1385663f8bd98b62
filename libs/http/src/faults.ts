import { HttpException } from '@nestjs/common';
import { ZodValidationException } from 'nestjs-zod';
import { ZodError } from 'zod';
import { Problem, type ProblemError } from './problem';

const textOf: Readonly<Record<number, { readonly code: string; readonly title: string }>> = {
  400: { code: 'INVALID_REQUEST', title: 'Forespørselen har feil form' },
  401: { code: 'NOT_AUTHENTICATED', title: 'Du er ikke logget inn' },
  403: { code: 'NOT_ALLOWED', title: 'Du har ikke tilgang til dette' },
  404: { code: 'NOT_FOUND', title: 'Finner ikke det du spør etter' },
  405: { code: 'METHOD_NOT_ALLOWED', title: 'Operasjonen finnes ikke på denne adressen' },
  406: { code: 'NOT_ACCEPTABLE', title: 'Innholdet finnes ikke i den formen' },
  408: { code: 'REQUEST_TIMEOUT', title: 'Forespørselen kom ikke fram i tide' },
  413: { code: 'BODY_TOO_LARGE', title: 'Innholdet er for stort' },
  414: { code: 'URL_TOO_LONG', title: 'Adressen er for lang' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', title: 'Innholdstypen tas ikke imot her' },
  429: { code: 'TOO_MANY_REQUESTS', title: 'For mange forespørsler' },
  431: { code: 'HEADERS_TOO_LARGE', title: 'Hodefeltene er for store' },
};

const ofStatus = (status: number): Problem => {
  const text = textOf[status];
  if (text) return new Problem({ status, ...text, retryable: status === 408 || status === 429 });
  return status < 500 ? new Problem({ ...textOf[400]!, status: 400 }) : internal();
};

const internal = (): Problem =>
  new Problem({
    status: 500,
    code: 'INTERNAL_ERROR',
    title: 'Noe gikk galt hos oss',
    detail: 'Ingenting av det du ba om er bekreftet. Oppgi forespørselens id når du melder fra.',
  });

const unavailable = (): Problem =>
  new Problem({
    status: 503,
    code: 'TEMPORARILY_UNAVAILABLE',
    title: 'Tjenesten er opptatt eller starter på nytt',
    detail: 'Prøv igjen med samme Idempotency-Key.',
    retryable: true,
    retryAfterSeconds: 2,
  });

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const says: Readonly<Record<string, string>> = {
  invalid_type: 'Mangler, eller er av feil type',
  unrecognized_keys: 'Ukjent felt',
  too_small: 'For lite eller for kort',
  too_big: 'For stort eller for langt',
  invalid_format: 'Har feil form',
  invalid_value: 'Er ingen av de tillatte verdiene',
};

/** Zod's issues without the values that were sent: an identity number in the wrong place must not come back (T21). */
export const errorsOf = ({ issues }: ZodError): readonly ProblemError[] =>
  issues.map(({ path, code }) => ({
    pointer: pointerOf(path),
    code: code.toUpperCase(),
    detail: says[code] ?? 'Er ikke gyldig',
  }));

/** SQLSTATEs after which the same request may succeed: lost connections, restarts, timeouts, conflicts, locks. */
const PASSING_SQLSTATE = /^(08...|57P0.|57014|40...|55P03|25P03|53...)$/;
const PASSING_NODE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const PASSING_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query runner already released)/;

interface Coded {
  readonly code?: unknown;
  readonly driverError?: unknown;
  readonly cause?: unknown;
  readonly statusCode?: unknown;
}

/** The error itself and those that it wraps. */
const causesOf = (error: unknown): readonly (Error & Coded)[] => {
  const found: (Error & Coded)[] = [];
  let next = error;
  while (next instanceof Error && found.length < 5) {
    const current: Error & Coded = next;
    found.push(current);
    next = current.driverError ?? current.cause;
  }
  return found;
};

const isPassing = (error: Error & Coded): boolean =>
  (typeof error.code === 'string' && (PASSING_SQLSTATE.test(error.code) || PASSING_NODE_CODES.has(error.code))) ||
  error.name === 'QueryRunnerAlreadyReleasedError' ||
  PASSING_MESSAGES.test(error.message);

/** What a caller is told about whatever was thrown. Nothing of an unknown error gets out. */
export const problemFrom = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const zodError = error instanceof ZodValidationException ? error.getZodError() : error;
  if (zodError instanceof ZodError) return Problem.invalid(errorsOf(zodError));
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const causes = causesOf(error);
  const status = causes[0]?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return ofStatus(status);
  return causes.some(isPassing) ? unavailable() : internal();
};

/** What the log may know of a fault: its kind and where in the code, never its message (it may carry values). */
export const traceOf = (
  error: unknown,
): { readonly fault: string; readonly sqlState?: string; readonly at: string } => {
  const causes = causesOf(error);
  const sqlState = causes.map(({ code }) => code).find((code) => typeof code === 'string');
  return {
    fault: causes.map(({ name }) => name).join(' < ') || typeof error,
    ...(typeof sqlState === 'string' ? { sqlState } : {}),
    at: (causes[0]?.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' | '),
  };
};
