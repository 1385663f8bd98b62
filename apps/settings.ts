import { clockTime } from '@kull/http';
import { parseAddress, parseMailbox } from '@kull/mail/address';
import { isSafeUrl } from '@kull/people';
import { z } from 'zod';

/** A setting: its schema says what is allowed, its description what it is for, its sample what it may look like. */
const described = <T extends z.ZodType>(schema: T, description: string, sample = ''): T =>
  schema.meta({ description, sample }) as T;

/** Where something is asked of others: encrypted, or on this machine. */
const remoteUrl = z.string().refine(isSafeUrl, 'must be an https address; http only for this machine');

/** Every setting of api and worker, as the environment names it. */
export const settings = {
  NODE_ENV: described(
    z.enum(['development', 'test', 'production']).default('development'),
    'In production the admin token has to be set and has to be long, and the clock cannot be moved',
    'production',
  ),
  DATABASE_URL: described(
    z.url({ protocol: /^postgres(ql)?$/ }),
    'PostgreSQL ≥ 15. The user may create the database, or the database is there and the user owns it',
    'postgres://kull:secret@127.0.0.1:5432/kull',
  ),
  REDIS_URL: described(
    z.url({ protocol: /^rediss?$/ }).optional(),
    'Redis or Valkey with `maxmemory-policy noeviction`. Without it the queues are in PostgreSQL, slower',
    'redis://:secret@127.0.0.1:6379',
  ),
  KULL_HOST: described(z.string().min(1).default('127.0.0.1'), 'Address to listen on; `0.0.0.0` in a container'),
  PORT: described(z.coerce.number().int().min(0).max(65_535).default(3000), 'Port to listen on; 0 takes a free one'),
  KULL_BASE_URL: described(
    z.url({ protocol: /^https?$/ }).optional(),
    'The address that people see. Default: host and port',
    'https://kull.example.no',
  ),
  KULL_PUBLIC_URL: described(
    z
      .url({ protocol: /^https$/ })
      .regex(/[^/]$/, 'must not end in /')
      .default('https://kull.example.no'),
    'What stands before `/v/<number>` on every certificate and in every delivery, for ever',
  ),
  KULL_TRUST_PROXY: described(
    z
      .string()
      .regex(/^[\da-f.:/]+(,[\da-f.:/]+)*$/i, 'must be addresses or networks, separated by commas')
      .transform((text) => text.split(','))
      .optional(),
    'Proxies in front of the service, as addresses or networks: their `X-Forwarded-For` tells who asks, nobody else’s does',
    '10.0.0.0/8,127.0.0.1',
  ),
  KULL_SIGNATORY_NAME: described(
    z.string().min(1).max(100).default('Kursadministrasjonen'),
    'Who signs certificates: a name, or the office',
  ),
  KULL_SIGNATORY_ROLE: described(
    z.string().min(1).max(100).default('For kursarrangøren'),
    'As what the signatory signs certificates',
  ),
  KULL_ORGANISER_DOMAIN: described(
    z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain name')
      .default('bi.no'),
    'The domain by which EMREX knows the school (`schac`), for statements of credits as ELMO',
  ),
  KULL_RENDER_THREADS: described(
    z.coerce.number().int().min(0).max(64).optional(),
    'Threads of the worker that render and sign certificates; 0 for none of their own. Default: one per processor',
    '2',
  ),
  KULL_KEYS: described(
    z.string().min(1).default('.data/keys'),
    'Folder of the keys of this installation, made at the first start. Back it up apart from the database',
    '/var/lib/kull/keys',
  ),
  KULL_PEOPLE_KEY: described(
    z.base64().length(44, 'must be 32 bytes in base64').optional(),
    'The secret under which personal data is sealed, 32 bytes in base64, when it comes from a key store',
  ),
  KULL_HPR_API_URL: described(
    remoteUrl.optional(),
    "HPR's open API, asked where no register file was read. With it, client, key and key id at Maskinporten are required",
    'https://api.offentlig.hpr.nhn.no',
  ),
  KULL_MASKINPORTEN_ISSUER: described(
    remoteUrl.default('https://maskinporten.no/'),
    'The identifier of Maskinporten: audience of our grants, issuer of the tokens of others; `https://test.maskinporten.no/` for tests',
  ),
  KULL_MASKINPORTEN_TOKEN_URL: described(
    remoteUrl.optional(),
    'Where tokens are fetched. Default: `token` under the issuer',
    'https://maskinporten.no/token',
  ),
  KULL_MASKINPORTEN_CLIENT_ID: described(
    z.string().min(1).max(200).optional(),
    'Our client at Maskinporten, with the scope `nhn:hpr/basic`',
    '8f0b1c2d-0000-0000-0000-000000000000',
  ),
  KULL_MASKINPORTEN_KEY_FILE: described(
    z.string().min(1).optional(),
    'The private key that was registered for the client: RSA, 2048 bits or more, PEM or JWK',
    '/var/lib/kull/keys/maskinporten.pem',
  ),
  KULL_MASKINPORTEN_KEY_ID: described(
    z.string().min(1).max(200).optional(),
    'The id (`kid`) that Maskinporten knows the key by',
    'kull-2026',
  ),
  KULL_ADMIN_TOKEN: described(
    z.string().regex(/^[\x21-\x7e]{16,}$/, 'must be at least 16 visible ASCII characters'),
    'What an administrator sends as `Authorization: Bearer …`; 32 characters or more in production',
    'change-me-to-32-random-characters',
  ),
  KULL_LOGINS: described(
    z.string().min(1).optional(),
    'File of the ways in which people log in (below). Without it only tokens are taken',
    '/var/lib/kull/keys/logins.json',
  ),
  KULL_SMTP_URL: described(
    z.url({ protocol: /^smtps?$/ }).optional(),
    'The mail server: `smtp://` (in production only with STARTTLS) or `smtps://`. Without it all mail waits',
    'smtps://kull:secret@smtp.example.no',
  ),
  KULL_MAIL_FROM: described(
    z
      .string()
      .refine((text) => parseMailbox(text) !== undefined, 'must be a name and an address: Name <address>')
      .default('Kursadministrasjonen <kull@example.no>'),
    'Who mail is from. The name is said at the end of every letter; set it where mail is sent in production',
  ),
  KULL_OFFICE_EMAIL: described(
    z
      .string()
      .refine((text) => parseAddress(text) !== undefined, 'must be one address')
      .optional(),
    'Where the office gets its own reminders. Without it they are only in the list of what goes out',
    'kurs@example.no',
  ),
  KULL_SMS_FOLDER: described(
    z.string().min(1).optional(),
    'Folder where text messages are handed over, one line each, for a gateway. Without it they wait',
    '/var/lib/kull/sms',
  ),
  KULL_OUTBOX: described(
    z.string().min(1).optional(),
    'Folder of the mail sink, shown at `/utboks` to this machine; not in production. `npm start` sets it',
    '.data/dev/outbox',
  ),
  KULL_MASKINPORTEN_JWKS_URL: described(
    z.url({ protocol: /^https?$/ }).optional(),
    'Where that issuer publishes its keys, when its tokens are taken from the association’s machines; https in production. Set this and the next two, or none',
    'https://maskinporten.no/jwk',
  ),
  KULL_MASKINPORTEN_AUDIENCE: described(
    z
      .string()
      .min(1)
      .refine((audience) => audience !== 'unspecified', 'must name this API')
      .optional(),
    'This API as it stands in `aud` of those tokens',
    'https://kull.example.no/api/v1',
  ),
  KULL_MASKINPORTEN_CONSUMERS: described(
    z
      .string()
      .regex(/^\d{9}(,\d{9})*$/, 'must be organisation numbers with commas between')
      .optional(),
    'Organisation numbers that those tokens may be used for here',
    '960474341',
  ),
  KULL_WEBHOOKS_TO_PRIVATE: described(
    z.literal('yes').optional(),
    'For development: webhooks may go to private addresses and by http. Not in production',
    'yes',
  ),
  KULL_CLOCK: described(
    clockTime.optional(),
    'What the clock shows when a database is started with for the first time, for demonstrations; not in production',
    '2026-09-01T08:00:00+02:00',
  ),
  KULL_QUEUE_PREFIX: described(
    z
      .string()
      .regex(/^\{[\w-]+\}$/, 'must be a name in braces')
      .default('{kull}'),
    'Prefix of all keys in Redis; the braces keep them in one slot of a cluster',
  ),
  KULL_REMINDERS_EVERY: described(
    z.coerce.number().int().min(1).max(3_600).default(60),
    'How often each worker looks for reminders that are due, in seconds; one statement when there are none',
  ),
};

interface SettingText {
  readonly name: string;
  readonly description: string;
  readonly sample: string;
  readonly fallback: string | undefined;
  readonly required: boolean;
}

const texts = (): readonly SettingText[] =>
  Object.entries(settings).map(([name, setting]) => {
    const { description = '', sample } = setting.meta() as { description?: string; sample?: string };
    const fallback = setting instanceof z.ZodDefault ? String(setting.def.defaultValue) : undefined;
    return { name, description, sample: sample ?? '', fallback, required: !setting.safeParse(undefined).success };
  });

/** The settings as a table for people; a test holds `apps/README.md` to it. */
export const configTable = (): string =>
  [
    '| Setting | Default | What for |',
    '|---|---|---|',
    ...texts().map(
      ({ name, description, fallback, required }) =>
        `| \`${name}\` | ${fallback ? `\`${fallback}\`` : required ? '**required**' : '–'} | ${description} |`,
    ),
  ].join('\n');

/** The settings as a file to start from; a test holds `.env.example` to it. */
export const envExample = (): string =>
  texts()
    .map(({ name, description, sample, fallback, required }) => {
      const value = `${name}=${fallback ?? sample}`;
      return `# ${description.replaceAll('`', '')}\n${required ? value : `# ${value}`}\n`;
    })
    .join('\n');
