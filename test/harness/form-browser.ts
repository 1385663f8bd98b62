import type { TestApi } from './api';

const BOUNDARY = '----WebKitFormBoundary7MA4YWxkTrZu0gW';

/** Opens pages and sends forms as a browser without scripts does, over no network. */
export const formBrowser = ({ fastify }: TestApi, own: string) => {
  const headersOf = (cookie: string) => ({ cookie, 'accept-language': 'nb', 'sec-fetch-site': 'same-origin' });
  const send = (url: string, type: string, payload: string, cookie: string) =>
    fastify.inject({ method: 'POST', url, headers: { ...headersOf(cookie), 'content-type': type }, payload });
  return {
    get: (url: string, cookie = own) => fastify.inject({ method: 'GET', url, headers: headersOf(cookie) }),
    post: (url: string, fields: Readonly<Record<string, string>>, cookie = own) =>
      send(url, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString(), cookie),
    /** A form with CSV files in it, by the names of their fields. */
    upload: (url: string, files: Readonly<Record<string, string>>, cookie = own) => {
      const parts = Object.entries(files).map(
        ([field, file]) =>
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${field}.csv"\r\nContent-Type: text/csv\r\n\r\n${file}\r\n`,
      );
      return send(url, `multipart/form-data; boundary=${BOUNDARY}`, `${parts.join('')}--${BOUNDARY}--\r\n`, cookie);
    },
  };
};

export type FormBrowser = ReturnType<typeof formBrowser>;

/** The text of a page without its tags. */
export const textOf = (body: string): string =>
  body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
