/**
 * Keeps one page in the browser for when there is no network: the page itself, and its files by their names, which change
 * with their content. It never answers for the API.
 */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  /** Put in front of this script by the service. */
  readonly kept: {
    /** What its caches are called by. */
    readonly name: string;
    readonly version: string;
    readonly files: readonly string[];
    readonly page: string;
    /** Whether the page may still be shown when the session has run out: there is work on the device to be sent. */
    readonly outlivesSession: boolean;
  };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = self as unknown as Worker;
const { name, version, files, page, outlivesSession } = worker.kept;
const PREFIX = `kull-${name}-`;
const FILES = `${PREFIX}${version}`;
/** The page names who is logged in: it goes when they log out. */
const PAGE = `${PREFIX}page`;
/** A network that is this slow is none: the page that is kept is shown instead. */
const PATIENCE_MS = 2_500;

const keepPage = async (response: Response): Promise<void> => {
  if (response.status === 200) await (await caches.open(PAGE)).put(page, response.clone());
  else if (response.type === 'opaqueredirect' && !outlivesSession) await caches.delete(PAGE);
};

/** The page that began this worker came before it: it is asked for once more, to be there the first time already. */
const keepAll = async (): Promise<void> => {
  const cache = await caches.open(FILES);
  await cache.addAll(files);
  await keepPage(await fetch(page, { credentials: 'same-origin', redirect: 'manual' }));
  await worker.skipWaiting();
};

const forgetOld = async (): Promise<void> => {
  const names = await caches.keys();
  const old = names.filter((one) => one.startsWith(PREFIX) && one !== FILES && one !== PAGE);
  await Promise.all(old.map((one) => caches.delete(one)));
  await worker.clients.claim();
};

const fromNetwork = async (request: Request): Promise<Response> => {
  const response = await fetch(request);
  await keepPage(response);
  return response;
};

/** The page as the service has it now; the kept one when there is no network, or none to speak of. */
const shown = async (request: Request): Promise<Response> => {
  const answer = fromNetwork(request);
  const impatient = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const first = await Promise.race([answer, impatient]).catch(() => undefined);
  if (first && first.status < 500) return first;
  return (await caches.match(page)) ?? answer;
};

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(shown(request));
  else if (files.includes(pathname)) event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)));
});
