import { HttpException } from '@nestjs/common';
import { ZodValidationException } from 'nestjs-zod';
import { ZodError } from 'zod';
import { type Said, said } from './language';
import { NOTHING_THERE, Problem, type ProblemError, WRONG_FORM } from './problem';

const textOf: Readonly<Record<number, { readonly code: string; readonly title: Said }>> = {
  400: { code: 'INVALID_REQUEST', title: WRONG_FORM },
  401: {
    code: 'NOT_AUTHENTICATED',
    title: said('Du er ikke logget inn', 'Du er ikkje logga inn', 'You are not logged in'),
  },
  403: {
    code: 'NOT_ALLOWED',
    title: said('Du har ikke tilgang til dette', 'Du har ikkje tilgang til dette', 'You have no access to this'),
  },
  404: { code: 'NOT_FOUND', title: NOTHING_THERE },
  405: {
    code: 'METHOD_NOT_ALLOWED',
    title: said(
      'Operasjonen finnes ikke på denne adressen',
      'Operasjonen finst ikkje på denne adressa',
      'There is no such operation at this address',
    ),
  },
  406: {
    code: 'NOT_ACCEPTABLE',
    title: said(
      'Innholdet finnes ikke i den formen',
      'Innhaldet finst ikkje i den forma',
      'The content is not there in that form',
    ),
  },
  408: {
    code: 'REQUEST_TIMEOUT',
    title: said(
      'Forespørselen kom ikke fram i tide',
      'Førespurnaden kom ikkje fram i tide',
      'The request did not arrive in time',
    ),
  },
  413: {
    code: 'BODY_TOO_LARGE',
    title: said('Innholdet er for stort', 'Innhaldet er for stort', 'The content is too large'),
  },
  414: { code: 'URL_TOO_LONG', title: said('Adressen er for lang', 'Adressa er for lang', 'The address is too long') },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    title: said(
      'Innholdstypen tas ikke imot her',
      'Innhaldstypen blir ikkje teken imot her',
      'This content type is not taken here',
    ),
  },
  429: {
    code: 'TOO_MANY_REQUESTS',
    title: said('For mange forespørsler', 'For mange førespurnader', 'Too many requests'),
  },
  431: {
    code: 'HEADERS_TOO_LARGE',
    title: said('Hodefeltene er for store', 'Hovudfelta er for store', 'The headers are too large'),
  },
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
    title: said('Noe gikk galt hos oss', 'Noko gjekk gale hos oss', 'Something went wrong on our side'),
    detail: said(
      'Ingenting av det du ba om er bekreftet. Oppgi forespørselens id når du melder fra.',
      'Ingenting av det du bad om er stadfesta. Oppgje id-en til førespurnaden når du melder frå.',
      'Nothing of what you asked for is confirmed. Quote the id of the request when you tell us.',
    ),
  });

const unavailable = (): Problem =>
  new Problem({
    status: 503,
    code: 'TEMPORARILY_UNAVAILABLE',
    title: said(
      'Tjenesten er opptatt eller starter på nytt',
      'Tenesta er opptatt eller startar på nytt',
      'The service is busy or restarting',
    ),
    detail: said(
      'Prøv igjen med samme Idempotency-Key.',
      'Prøv igjen med same Idempotency-Key.',
      'Try again with the same Idempotency-Key.',
    ),
    retryable: true,
    retryAfterSeconds: 2,
  });

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const says: Readonly<Record<string, Said>> = {
  invalid_type: said(
    'Mangler, eller er av feil type',
    'Manglar, eller er av feil type',
    'Missing, or of the wrong type',
  ),
  unrecognized_keys: said('Ukjent felt', 'Ukjent felt', 'Unknown field'),
  too_small: said('For lite eller for kort', 'For lite eller for kort', 'Too small or too short'),
  too_big: said('For stort eller for langt', 'For stort eller for langt', 'Too large or too long'),
  invalid_format: said('Har feil form', 'Har feil form', 'Has the wrong form'),
  invalid_value: said(
    'Er ingen av de tillatte verdiene',
    'Er ingen av dei tillatne verdiane',
    'Is none of the allowed values',
  ),
};

const NOT_VALID = said('Er ikke gyldig', 'Er ikkje gyldig', 'Is not valid');

/** Zod's issues without the values that were sent: an identity number in the wrong place must not come back (T21). */
export const errorsOf = ({ issues }: ZodError): readonly ProblemError[] =>
  issues.map(({ path, code }) => ({
    pointer: pointerOf(path),
    code: code.toUpperCase(),
    detail: says[code] ?? NOT_VALID,
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
