import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { personsPage, STYLE_ADDRESS, storyStyle } from './story-pages';
import type { StoryPerson } from './story-persons';
import { type StoryLogin, storyProvider } from './story-provider';

/** A way to log in with its provider's address, as `KULL_LOGINS` has it. */
export interface ServedLogin extends StoryLogin {
  readonly issuer: string;
  readonly names: { readonly nb: string };
}

interface Served {
  readonly provider: Provider;
  readonly logins: readonly ServedLogin[];
}

const FORM_LIMIT = 4_096;

/** Forms lead on to Kull: browsers ask `form-action` about every address on the way. */
const headersFor = (kull: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${new URL(kull).origin}`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
});

/** The page on which somebody is chosen, and what follows from it. */
const choose = async (
  { provider, logins }: Served,
  persons: readonly StoryPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const interaction = await provider.interactionDetails(request, response);
  const login = logins.find(({ clientId }) => clientId === interaction.params.client_id)!;
  const offered = persons.filter((person) => person.login === login.id);
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(personsPage(login.names.nb, request.url!, offered));
    return;
  }
  if (Number(request.headers['content-length'] ?? FORM_LIMIT + 1) > FORM_LIMIT) {
    response.writeHead(413).end();
    return;
  }
  const id = new URLSearchParams(await text(request)).get('person');
  const person = offered.find((one) => one.id === id);
  const result = person
    ? { login: { accountId: person.id, remember: false, ...(person.acr && { acr: person.acr }) } }
    : { error: 'access_denied', error_description: 'Avbrutt' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
};

/**
 * Serves the providers of all ways to log in, each below the path of its issuer. Ways with one issuer share a provider.
 * @param kull where the service is reached, without a slash at the end
 */
export const storyLogin = async (
  kull: string,
  logins: readonly ServedLogin[],
  persons: readonly StoryPerson[],
): Promise<Server> => {
  const headers = Object.entries(headersFor(kull));
  const served = new Map<string, Served>();
  for (const issuer of new Set(logins.map((login) => login.issuer))) {
    const its = logins.filter((login) => login.issuer === issuer);
    const provider = await storyProvider(issuer, kull, its, persons);
    served.set(new URL(issuer).pathname, { provider, logins: its });
  }
  return createServer((request, response) => {
    const [, first, second] = /^(\/[\w-]+)(\/velg\/)?/.exec(request.url ?? '') ?? [];
    const found = served.get(first ?? '');
    for (const [name, value] of headers) response.setHeader(name, value);
    if (request.url === STYLE_ADDRESS) {
      response.setHeader('Content-Type', 'text/css; charset=utf-8');
      response.end(storyStyle);
    } else if (!found) {
      response.writeHead(404).end();
    } else if (second) {
      choose(found, persons, request, response).catch(() => {
        if (!response.headersSent) response.writeHead(400);
        response.end();
      });
    } else {
      // As a mounted application has it: the provider learns where it is mounted from what is cut off.
      Object.assign(request, { originalUrl: request.url });
      request.url = request.url!.slice(first!.length) || '/';
      void found.provider.callback()(request, response);
    }
  });
};
