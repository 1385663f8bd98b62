import { TABLE_LIMITS, XLSX_MEDIA_TYPE } from '@kull/tables';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { documentTypes } from './document-types';
import { Problem } from './problem';
import { SentForm } from './sent-form';

const MEGABYTE = 1_000_000;
export const JSON_LIMIT = MEGABYTE;
const LARGE_JSON_LIMIT = 10 * MEGABYTE;
const CSV_LIMIT = 64 * MEGABYTE;
const DOCUMENT_LIMIT = 10 * MEGABYTE;
const FORM_LIMIT = 16_384;
const FORM_MEDIA_TYPE = 'application/x-www-form-urlencoded';

/** A letter as mail programs pass it on. */
export const MESSAGE_MEDIA_TYPE = 'message/rfc822';

interface BodyRoute {
  readonly csv?: boolean;
  readonly document?: boolean;
  readonly xlsx?: boolean;
  readonly form?: boolean;
  readonly formAsText?: boolean;
  readonly formWithFile?: boolean;
  readonly message?: boolean;
  readonly bodyLimit?: number;
}

export const CSV_ROUTE: BodyRoute = { csv: true, bodyLimit: CSV_LIMIT };
export const DOCUMENT_ROUTE: BodyRoute = { document: true, bodyLimit: DOCUMENT_LIMIT };
export const MESSAGE_ROUTE: BodyRoute = { message: true, bodyLimit: MEGABYTE };
/** A document, and room for the fields around it. */
const FORM_WITH_FILE_ROUTE: BodyRoute = {
  form: true,
  formWithFile: true,
  bodyLimit: DOCUMENT_LIMIT + FORM_LIMIT,
};
export const TABLE_ROUTE: BodyRoute = { csv: true, xlsx: true, bodyLimit: TABLE_LIMITS.bytes };

/** Takes a JSON body of up to 10 MB instead of 1 MB. */
export const LargeJsonBody = (): MethodDecorator => RouteConfig({ bodyLimit: LARGE_JSON_LIMIT } satisfies BodyRoute);

/**
 * Takes a form: of a page of ours, from a browser that runs no script, or of a protocol. No `Idempotency-Key`: for
 * questions, and for what may happen once more when it is sent once more. `formAsText`: undivided, where a name that
 * stands twice has to be noticed (RFC 6749).
 */
export const FormBody = (
  more: { readonly formAsText?: boolean; readonly [setting: string]: unknown } = {},
): MethodDecorator => RouteConfig({ ...more, form: true, bodyLimit: FORM_LIMIT } satisfies BodyRoute);

/** Takes a form of a page of ours that has a file among its fields; injected by `FormParts`. Other forms it takes not. */
export const FormWithFile = (): MethodDecorator => RouteConfig(FORM_WITH_FILE_ROUTE);

/** Whether the route takes a form. */
export const takesForm = (request: FastifyRequest): boolean => (request.routeOptions.config as BodyRoute).form === true;

/** `\u0000` and halves of a surrogate pair are JSON, but no text that PostgreSQL can hold. */
const SUSPECT = /\\u(?:0000|d[89a-f])/i;

const isStorable = (value: unknown): boolean => {
  if (typeof value === 'string') return !value.includes('\u0000') && Buffer.from(value).toString() === value;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => isStorable(name) && isStorable(part));
};

const unsupported = (): Problem =>
  new Problem({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', title: 'Innholdstypen tas ikke imot her' });

const sentFormIn = async ({ headers }: FastifyRequest, body: Buffer): Promise<SentForm> => {
  const form = await SentForm.read(headers['content-type'] ?? '', body);
  if (!form) throw Problem.invalid([{ code: 'FORM_INVALID', detail: 'Skjemaet kan ikke leses' }]);
  return form;
};

/**
 * Reads bodies: JSON without prototype keys (S02); CSV, xlsx, letters, documents and forms where a route takes them;
 * nothing else. To be called before the routes are registered.
 */
export const registerBodies = (fastify: FastifyInstance): void => {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') return done(null, undefined);
    void parseJson(request, body, (error, value: unknown) => {
      if (error) return done(Problem.invalid([{ code: 'JSON_INVALID', detail: 'Innholdet er ikke gyldig JSON' }]));
      if (SUSPECT.test(body) && !isStorable(value)) {
        return done(Problem.invalid([{ code: 'TEXT_INVALID', detail: 'En tekst har tegn som ikke kan lagres' }]));
      }
      done(null, value);
    });
  });
  fastify.addContentTypeParser(FORM_MEDIA_TYPE, { parseAs: 'string' }, (request, body: string, done) => {
    const { formAsText } = request.routeOptions.config as BodyRoute;
    done(null, formAsText ? body : Object.fromEntries(new URLSearchParams(body)));
  });
  const files = ['text/csv', XLSX_MEDIA_TYPE, MESSAGE_MEDIA_TYPE, ...documentTypes];
  fastify.addContentTypeParser(files, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // Where no file is waited for it is a mail program whose reader declines letters (RFC 8058): the address says it all.
  fastify.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) =>
      (request.routeOptions.config as BodyRoute).formWithFile ? sentFormIn(request, body) : '',
  );
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as BodyRoute;
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  fastify.addHook('onRequest', async (request: FastifyRequest) => {
    const type = (request.headers['content-type'] ?? '').toLowerCase();
    const { csv, xlsx, message, document, formWithFile } = request.routeOptions.config as BodyRoute;
    if ((!takesForm(request) || formWithFile) && type.startsWith(FORM_MEDIA_TYPE)) throw unsupported();
    if (!takesForm(request) && type.startsWith('multipart/form-data')) throw unsupported();
    if (!csv && /^text\/csv\b/.test(type)) throw unsupported();
    if (!xlsx && type.startsWith(XLSX_MEDIA_TYPE)) throw unsupported();
    if (!message && type.startsWith(MESSAGE_MEDIA_TYPE)) throw unsupported();
    if (!document && documentTypes.some((one) => type.startsWith(one))) throw unsupported();
  });
};
