import type { AccessOptions, MaskinportenSettings } from '@kull/access';
import type { ServiceClockOptions } from '@kull/http';
import { type Mailbox, parseMailbox } from '@kull/mail/address';
import type { HprApiSettings } from '@kull/people';
import { z } from 'zod';
import { loginsIn } from './logins';
import { settings } from './settings';

const MAIL_FROM_NOBODY = settings.KULL_MAIL_FROM.def.defaultValue;

/** What HPR's open API cannot be asked without. */
const forHprApi = ['KULL_MASKINPORTEN_CLIENT_ID', 'KULL_MASKINPORTEN_KEY_FILE', 'KULL_MASKINPORTEN_KEY_ID'] as const;

/** What tokens of Maskinporten cannot be taken from others without. */
const forMachineTokens = [
  'KULL_MASKINPORTEN_JWKS_URL',
  'KULL_MASKINPORTEN_AUDIENCE',
  'KULL_MASKINPORTEN_CONSUMERS',
] as const;

const schema = z.object(settings).superRefine((given, context) => {
  const { NODE_ENV, KULL_ADMIN_TOKEN, KULL_CLOCK, KULL_SMTP_URL, KULL_MAIL_FROM, KULL_OUTBOX } = given;
  for (const name of forHprApi) {
    if (given.KULL_HPR_API_URL && given[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'is missing, and KULL_HPR_API_URL needs it' });
  }
  const unset = forMachineTokens.filter((name) => given[name] === undefined);
  if (unset.length > 0 && unset.length < forMachineTokens.length) {
    for (const name of unset)
      context.addIssue({ code: 'custom', path: [name], message: 'is missing beside the others' });
  }
  if (NODE_ENV === 'production' && given.KULL_MASKINPORTEN_JWKS_URL?.startsWith('http:')) {
    context.addIssue({ code: 'custom', path: ['KULL_MASKINPORTEN_JWKS_URL'], message: 'must be https in production' });
  }
  if (NODE_ENV === 'production' && given.KULL_LOGINS && !given.KULL_BASE_URL?.startsWith('https:')) {
    context.addIssue({ code: 'custom', path: ['KULL_BASE_URL'], message: 'must be https where people log in' });
  }
  if (NODE_ENV === 'production' && KULL_ADMIN_TOKEN.length < 32) {
    context.addIssue({ code: 'custom', path: ['KULL_ADMIN_TOKEN'], message: 'must have 32 characters in production' });
  }
  if (NODE_ENV === 'production' && given.KULL_WEBHOOKS_TO_PRIVATE) {
    context.addIssue({ code: 'custom', path: ['KULL_WEBHOOKS_TO_PRIVATE'], message: 'must not be set in production' });
  }
  if (NODE_ENV === 'production' && KULL_CLOCK) {
    context.addIssue({ code: 'custom', path: ['KULL_CLOCK'], message: 'must not be set in production' });
  }
  if (NODE_ENV === 'production' && KULL_OUTBOX) {
    context.addIssue({ code: 'custom', path: ['KULL_OUTBOX'], message: 'must not be set in production' });
  }
  if (NODE_ENV === 'production' && KULL_SMTP_URL && KULL_MAIL_FROM === MAIL_FROM_NOBODY) {
    context.addIssue({ code: 'custom', path: ['KULL_MAIL_FROM'], message: 'must be set where mail is sent' });
  }
});

/** The settings of api and worker. */
export type Config = z.infer<typeof schema>;

/** In production the clock is the machine's; elsewhere an administrator may move it. */
export const clockOf = ({ NODE_ENV, KULL_CLOCK }: Config): ServiceClockOptions => ({
  movable: NODE_ENV !== 'production',
  startsAt: KULL_CLOCK,
});

/** Who mail is from. */
export const mailFrom = ({ KULL_MAIL_FROM }: Config): Mailbox => parseMailbox(KULL_MAIL_FROM)!;

/** HPR's open API and our client at Maskinporten; undefined where numbers are looked up in register files only. */
export const hprApiOf = (config: Config): HprApiSettings | undefined => {
  const { KULL_HPR_API_URL: baseUrl, KULL_MASKINPORTEN_ISSUER: issuer, KULL_MASKINPORTEN_TOKEN_URL } = config;
  if (baseUrl === undefined) return undefined;
  return {
    baseUrl,
    issuer,
    tokenUrl: KULL_MASKINPORTEN_TOKEN_URL ?? new URL('token', issuer).href,
    clientId: config.KULL_MASKINPORTEN_CLIENT_ID!,
    keyFile: config.KULL_MASKINPORTEN_KEY_FILE!,
    keyId: config.KULL_MASKINPORTEN_KEY_ID!,
  };
};

/** Where the service is reached. */
const baseUrlOf = ({ KULL_BASE_URL, KULL_HOST, PORT }: Config): string =>
  KULL_BASE_URL ?? `http://${KULL_HOST}:${PORT}`;

const maskinportenOf = (config: Config): MaskinportenSettings | undefined => {
  const [jwksUrl, audience, consumers] = forMachineTokens.map((name) => config[name]);
  if (!jwksUrl || !audience || !consumers) return undefined;
  return { issuer: config.KULL_MASKINPORTEN_ISSUER, jwksUrl, audience, consumers: consumers.split(',') };
};

/** Who may log in, and how. */
export const accessOf = (config: Config): AccessOptions => ({
  adminToken: config.KULL_ADMIN_TOKEN,
  keysFolder: config.KULL_KEYS,
  baseUrl: baseUrlOf(config),
  maskinporten: maskinportenOf(config),
  logins: config.KULL_LOGINS === undefined ? [] : loginsIn(config.KULL_LOGINS),
  // They belong to nobody (I-45).
  acceptSynthetic: config.NODE_ENV !== 'production',
});

/** The environment does not fit; the message names every setting that is wrong, and none of their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const withoutEmpty = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Reads the settings from the environment, or says all that is wrong with them at once. */
export const configFrom = (environment: NodeJS.ProcessEnv): Config => {
  const parsed = schema.safeParse(withoutEmpty(environment));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, code, message }) => {
    const name = path.join('.');
    const isMissing = code === 'invalid_type' && !environment[name];
    return `  ${name}: ${isMissing ? 'is missing' : message}`;
  });
  throw new ConfigError(`The environment is not complete:\n${lines.join('\n')}`);
};
