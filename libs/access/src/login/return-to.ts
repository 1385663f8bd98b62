/** Only addresses of this service, by path: an address of others is none (`//evil`, `/\evil`; reliability.md S12). */
const OWN_PATH = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/;

const START = '/';

/** The page to go to after the log-in: the one that was asked for, when it is one of ours. */
export const returnTo = (asked: unknown): string => {
  if (typeof asked !== 'string' || !OWN_PATH.test(asked)) return START;
  const base = 'https://kull.invalid';
  const url = URL.canParse(asked, base) ? new URL(asked, base) : undefined;
  return url?.origin === base ? `${url.pathname}${url.search}` : START;
};
