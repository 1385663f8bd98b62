import { TABLE_LIMITS, XLSX_MEDIA_TYPE } from '@kull/tables';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { documentTypes } from './document-types';
import { said } from './language';
import { Problem } from './problem';

const MEGABYTE = 1_000_000;
export const JSON_LIMIT = MEGABYTE;
const LARGE_JSON_LIMIT = 10 * MEGABYTE;
const CSV_LIMIT = 64 * MEGABYTE;
const DOCUMENT_LIMIT = 10 * MEGABYTE;
const FORM_LIMIT = 16_384;
const UPLOAD_LIMIT = 10 * MEGABYTE;
const FORM_MEDIA_TYPE = 'application/x-www-form-urlencoded';
const MULTIPART_MEDIA_TYPE = 'multipart/form-data';

/** A letter as mail programs pass it on. */
export const MESSAGE_MEDIA_TYPE = 'message/rfc822';

interface BodyRoute {
  readonly csv?: boolean;
  readonly document?: boolean;
  readonly xlsx?: boolean;
  readonly form?: boolean;
  readonly formAsText?: boolean;
  readonly upload?: boolean;
  readonly message?: boolean;
  readonly bodyLimit?: number;
}

export const CSV_ROUTE: BodyRoute = { csv: true, bodyLimit: CSV_LIMIT };
export const DOCUMENT_ROUTE: BodyRoute = { document: true, bodyLimit: DOCUMENT_LIMIT };
export const MESSAGE_ROUTE: BodyRoute = { message: true, bodyLimit: MEGABYTE };
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

/** A file in a form. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a form with files in it holds, by the names of its fields. A field that no file was chosen for is left out. */
export type Upload = Readonly<Record<string, string | UploadedFile>>;

/** Takes a form with files in it, up to 10 MB: the body is an `Upload`. As `FormBody` otherwise. */
export const UploadBody = (): MethodDecorator =>
  RouteConfig({ form: true, upload: true, bodyLimit: UPLOAD_LIMIT } satisfies BodyRoute);

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
  new Problem({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    title: said(
      'Innholdstypen tas ikke imot her',
      'Innhaldstypen blir ikkje teken imot her',
      'This content type is not taken here',
    ),
  });

const broken = (): Problem =>
  new Problem({
    status: 400,
    code: 'FORM_INVALID',
    title: said('Skjemaet kom ikke helt fram', 'Skjemaet kom ikkje heilt fram', 'The form did not arrive whole'),
    detail: said('Send det en gang til.', 'Send det ein gong til.', 'Send it once more.'),
  });

/** Node takes multipart bodies apart itself (fetch standard, 5.3). */
const uploadIn = async (type: string, body: Buffer): Promise<Upload> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
    throw broken();
  });
  const fields = await Promise.all(
    [...form.entries()].map(async ([name, value]) => {
      if (typeof value === 'string') return [[name, value] as const];
      const isChosen = value.name !== '' || value.size > 0;
      return isChosen ? [[name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }] as const] : [];
    }),
  );
  return Object.fromEntries(fields.flat());
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
      if (error)
        return done(
          Problem.invalid([
            {
              code: 'JSON_INVALID',
              detail: said(
                'Innholdet er ikke gyldig JSON',
                'Innhaldet er ikkje gyldig JSON',
                'The content is not valid JSON',
              ),
            },
          ]),
        );
      if (SUSPECT.test(body) && !isStorable(value)) {
        return done(
          Problem.invalid([
            {
              code: 'TEXT_INVALID',
              detail: said(
                'En tekst har tegn som ikke kan lagres',
                'Ein tekst har teikn som ikkje kan lagrast',
                'A text has characters that cannot be stored',
              ),
            },
          ]),
        );
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
  fastify.addContentTypeParser(
    MULTIPART_MEDIA_TYPE,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const { upload } = request.routeOptions.config as BodyRoute;
      // What a mail program sends for its reader who declines letters (RFC 8058): the address says it all.
      return upload ? uploadIn(request.headers['content-type'] ?? '', body) : '';
    },
  );
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as BodyRoute;
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
  fastify.addHook('onRequest', async (request: FastifyRequest) => {
    const type = (request.headers['content-type'] ?? '').toLowerCase();
    const { csv, xlsx, message, document } = request.routeOptions.config as BodyRoute;
    if (!takesForm(request) && type.startsWith(FORM_MEDIA_TYPE)) throw unsupported();
    if (!takesForm(request) && type.startsWith(MULTIPART_MEDIA_TYPE)) throw unsupported();
    if (!csv && /^text\/csv\b/.test(type)) throw unsupported();
    if (!xlsx && type.startsWith(XLSX_MEDIA_TYPE)) throw unsupported();
    if (!message && type.startsWith(MESSAGE_MEDIA_TYPE)) throw unsupported();
    if (!document && documentTypes.some((one) => type.startsWith(one))) throw unsupported();
  });
};
