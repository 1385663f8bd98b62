import { language } from '../kit/texts';
import { ApiProblem, NoAnswer } from './problem';

const BASE = '/api/v1';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** An address of the API, with a query of what is given. */
export const address = (path: string, query: Query = {}): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `${BASE}${path}${search && `?${search}`}`;
};

/** The address of a file that a link fetches: in the language of the page, which a link can say in no header. */
export const fileAddress = (path: string, query: Query = {}): string => address(path, { ...query, lang: language });

const toLogin = (): void => {
  const { pathname, search } = globalThis.location;
  globalThis.location.assign(`/logg-inn?${new URLSearchParams({ til: pathname + search })}`);
};

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const type = response.headers.get('content-type') ?? '';
  const known = type.includes('json') ? ((await response.json()) as ApiProblem['body']) : undefined;
  return new ApiProblem(
    known ??
      ({
        type: 'about:blank',
        title: response.statusText,
        status: response.status,
        code: 'UNEXPECTED',
      } as ApiProblem['body']),
  );
};

interface Asking extends RequestInit {
  readonly headers: Readonly<Record<string, string>>;
}

const ask = async (url: string, init: Asking): Promise<Response> => {
  // The page knows a language that the browser may not: the one its reader has in the register of people.
  const headers = { 'accept-language': language, ...init.headers };
  const response = await fetch(url, { ...init, headers }).catch(() => undefined);
  if (!response) throw new NoAnswer();
  if (response.ok) return response;
  // The session is over: log in again, and come back to this screen.
  if (response.status === 401) toLogin();
  throw await problemOf(response);
};

const answerOf = async <T>(response: Response): Promise<T> => {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
};

/** What the API answers at a path below `/api/v1`. Throws `ApiProblem` or `NoAnswer`. */
export const get = async <T>(path: string, query?: Query): Promise<T> =>
  answerOf<T>(await ask(address(path, query), { headers: { accept: 'application/json' } }));

/** A list with all its pages, in the order that the API has. */
export const getAll = async <T>(path: string, query: Query = {}): Promise<T[]> => {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page: { readonly data: readonly T[]; readonly nextCursor?: string | null } = await get(path, {
      limit: 200,
      ...query,
      cursor,
    });
    all.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
};

/** A body that is not JSON: a file, with its media type. */
export interface FileBody {
  readonly file: Blob;
  readonly type: string;
}

export interface Sending {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly query?: Query;
  readonly json?: unknown;
  readonly body?: FileBody;
  /** The version that was seen, where the API asks for `If-Match`. */
  readonly seen?: string | number;
  /** The same key sends the same thing once, however often it is tried. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Changes something. Throws `ApiProblem` or `NoAnswer`; with the same `key` it may be tried again after either. */
export const send = async <T = void>(path: string, sending: Sending = {}): Promise<T> => {
  const { method = 'POST', query, json, body, seen, key = crypto.randomUUID(), headers } = sending;
  const type = body ? body.type : json !== undefined ? 'application/json' : undefined;
  return answerOf<T>(
    await ask(address(path, query), {
      method,
      headers: {
        accept: 'application/json',
        ...(method === 'POST' && { 'idempotency-key': key }),
        ...(seen !== undefined && { 'if-match': typeof seen === 'number' ? `"${seen}"` : seen }),
        ...(type && { 'content-type': type }),
        ...headers,
      },
      body: body ? body.file : json !== undefined ? JSON.stringify(json) : undefined,
    }),
  );
};

/** A file that the API made, under its own name. */
export interface MadeFile {
  readonly name: string;
  readonly content: Blob;
}

const nameIn = (disposition: string): string => {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return encoded === undefined ? 'fil' : decodeURIComponent(encoded);
};

/** Asks for a file that is made of what is sent, and stored nowhere. Throws `ApiProblem` or `NoAnswer`. */
export const makeFile = async (path: string, json: unknown): Promise<MadeFile> => {
  const response = await ask(address(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
  return { name: nameIn(response.headers.get('content-disposition') ?? ''), content: await response.blob() };
};
