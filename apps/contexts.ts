import { availableParallelism } from 'node:os';
import { accessMigrations, accessParts } from '@kull/access';
import { AdmissionsModule, admissionsParts } from '@kull/admissions';
import { AttendanceModule, attendanceParts } from '@kull/attendance';
import { CertificatesModule, certificatesParts } from '@kull/certificates';
import { CreditsModule, creditsParts } from '@kull/credits';
import { DeliveriesModule, deliveriesParts } from '@kull/deliveries';
import type { Codec, Migration, ReadModel, WhoseTables } from '@kull/event-store';
import { httpMigrations, httpWhose } from '@kull/http';
import type { MailOptions } from '@kull/mail';
import { messagingCodec, messagingMigrations, messagingWhose, type Reaction } from '@kull/messaging';
import { peopleMigrations, peopleParts } from '@kull/people';
import { RemindersModule, remindersParts } from '@kull/reminders';
import { TeachingModule, teachingParts } from '@kull/teaching';
import type { DynamicModule, Type } from '@nestjs/common';
import { type Config, mailFrom } from './config';

/** What a context brings besides its Nest module. */
export interface ContextParts {
  readonly codecs: readonly Codec[];
  readonly readModels: readonly ReadModel[];
  readonly reactions: readonly Reaction[];
  readonly migrations?: readonly Migration[];
  /** Whose the rows of the tables are that the migrations make. */
  readonly whose?: WhoseTables;
}

/** Where a context runs: the worker does the heavy work, the api answers. */
export type Process = 'api' | 'worker';

export interface Context {
  readonly name: string;
  readonly module: (config: Config, process: Process) => Type | DynamicModule;
  readonly parts: ContextParts;
}

/** A round that sends itself is at most this late. */
const ROUNDS_EVERY_MS = 10_000;

/** The contexts of the house, in the order in which they build on each other. Api, worker and migration take them from here. */
export const contexts: readonly Context[] = [
  {
    name: 'admissions',
    // Synthetic national ids belong to nobody: production refuses them (I-45).
    module: (config, process) =>
      AdmissionsModule.forRoot({
        roundsEveryMs: process === 'worker' ? ROUNDS_EVERY_MS : undefined,
        acceptSynthetic: config.NODE_ENV !== 'production',
        keysFolder: config.KULL_KEYS,
        letters: {
          organiser: mailFrom(config).name,
          signatory: { name: config.KULL_SIGNATORY_NAME, role: config.KULL_SIGNATORY_ROLE },
          service: config.KULL_BASE_URL ?? `http://${config.KULL_HOST}:${config.PORT}`,
        },
        mail: {
          baseUrl: config.KULL_BASE_URL ?? `http://${config.KULL_HOST}:${config.PORT}`,
          mailDomain: new URL(config.KULL_PUBLIC_URL).hostname,
        },
      }),
    parts: admissionsParts,
  },
  {
    name: 'teaching',
    module: ({ NODE_ENV, KULL_KEYS, KULL_BASE_URL, KULL_HOST, PORT }) =>
      TeachingModule.forRoot({
        nationalIds: { acceptSynthetic: NODE_ENV !== 'production' },
        keysFolder: KULL_KEYS,
        baseUrl: KULL_BASE_URL ?? `http://${KULL_HOST}:${PORT}`,
      }),
    parts: teachingParts,
  },
  {
    name: 'attendance',
    module: ({ KULL_KEYS }) => AttendanceModule.forRoot({ keysFolder: KULL_KEYS }),
    parts: attendanceParts,
  },
  {
    name: 'credits',
    module: ({ KULL_ORGANISER_DOMAIN }) => CreditsModule.forRoot({ organiserDomain: KULL_ORGANISER_DOMAIN }),
    parts: creditsParts,
  },
  {
    name: 'certificates',
    module: (config, process) =>
      CertificatesModule.forRoot({
        keysFolder: config.KULL_KEYS,
        publicUrl: config.KULL_PUBLIC_URL,
        signatory: { name: config.KULL_SIGNATORY_NAME, role: config.KULL_SIGNATORY_ROLE },
        renderThreads: process === 'worker' ? (config.KULL_RENDER_THREADS ?? availableParallelism()) : 0,
      }),
    parts: certificatesParts,
  },
  {
    name: 'deliveries',
    module: (config, process) =>
      DeliveriesModule.forRoot({
        keysFolder: config.KULL_KEYS,
        publicUrl: config.KULL_PUBLIC_URL,
        webhooksToPrivate: config.KULL_WEBHOOKS_TO_PRIVATE === 'yes',
        notesOverdue: process === 'worker',
      }),
    parts: deliveriesParts,
  },
  {
    name: 'reminders',
    module: (config, process) =>
      RemindersModule.forRoot({
        keysFolder: config.KULL_KEYS,
        baseUrl: config.KULL_BASE_URL ?? `http://${config.KULL_HOST}:${config.PORT}`,
        mailDomain: new URL(config.KULL_PUBLIC_URL).hostname,
        tickEveryMs: process === 'worker' ? config.KULL_REMINDERS_EVERY * 1_000 : undefined,
        office: { name: config.KULL_SIGNATORY_NAME, email: config.KULL_OFFICE_EMAIL },
      }),
    parts: remindersParts,
  },
];

/** How mail and text messages are sent, by api and worker alike. */
export const mailOptions = (config: Config): MailOptions => ({
  smtpUrl: config.KULL_SMTP_URL,
  requireTls: config.NODE_ENV === 'production',
  from: mailFrom(config),
  textMessageFolder: config.KULL_SMS_FOLDER,
});

/** Everything of one kind, of all contexts. */
export const allParts = (): Required<ContextParts> => ({
  codecs: [
    messagingCodec,
    ...[accessParts, peopleParts, ...contexts.map(({ parts }) => parts)].flatMap(({ codecs }) => codecs),
  ],
  readModels: [accessParts, peopleParts, ...contexts.map(({ parts }) => parts)].flatMap(({ readModels }) => readModels),
  reactions: contexts.flatMap(({ parts }) => parts.reactions),
  migrations: [
    ...messagingMigrations,
    ...httpMigrations,
    ...accessMigrations,
    ...peopleMigrations,
    ...contexts.flatMap(({ parts }) => parts.migrations ?? []),
  ],
  whose: Object.assign(
    {},
    messagingWhose,
    httpWhose,
    ...[accessParts, peopleParts, ...contexts.map(({ parts }) => parts)].map(({ whose }) => whose),
  ),
});
