/**
 * Keeps the application at the door in the browser: its files by their names, which change with their content, and the
 * one page that it begins in. It never answers for the API: what is said of students goes through the queue of the page.
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
  readonly kept: { readonly version: string; readonly files: readonly string[]; readonly page: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = self as unknown as Worker;
const { version, files, page } = worker.kept;
const PREFIX = 'kull-door-';
const FILES = `${PREFIX}${version}`;
/** The page names who is logged in: it goes when they log out. */
const PAGE = `${PREFIX}page`;
/** A network that is this slow is none: the page that is kept is shown instead. */
const PATIENCE_MS = 2_500;

const keepFiles = async (): Promise<void> => {
  const cache = await caches.open(FILES);
  await cache.addAll(files);
  await worker.skipWaiting();
};

const forgetOld = async (): Promise<void> => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== FILES && name !== PAGE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
};

const fromNetwork = async (request: Request): Promise<Response> => {
  const response = await fetch(request);
  if (response.status === 200) await (await caches.open(PAGE)).put(page, response.clone());
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

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(shown(request));
  else if (files.includes(pathname)) event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)));
});
