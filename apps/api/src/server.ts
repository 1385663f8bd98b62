import cookie from '@fastify/cookie';
import { Authenticator, refuseLargeBodiesOfStrangers } from '@kull/access';
import { JSON_LIMIT, registerBodies } from '@kull/http';
import { newUuid } from '@kull/kernel';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config';
import { appPaths } from '../../web/src/shell/app-paths';
import { AppModule } from './app.module';
import { hearAskedLanguage } from './asked-language';
import { describeApi } from './docs/document';
import { OpenApiDocument } from './docs/open-api-document';
import { slowDownRepeaters } from './rate-limits';
import { logRequests } from './request-log';
import { refuseOtherOrigins } from './same-origin';
import { addSecurityHeaders } from './security-headers';
import { refuseUnreadableAddress } from './unreadable-address';

/** Addresses that people and probes use; everything else is below `/api/v1`. */
const OUTSIDE_API = [
  '/',
  ...appPaths,
  'oppmote',
  'oppmote/*path',
  'assets/*path',
  'health/*path',
  'problems/*path',
  'v',
  'v/*path',
  'calendar/*path',
  'avmelding/*path',
  'utboks',
  'utboks/*path',
  'b/*path',
  'status/*path',
  'logg-inn',
  'logg-inn/*path',
  'logg-ut',
  'mine-poeng',
  'mine-poeng/*path',
  'vis-som/*path',
  'kalender',
  'kalender/*path',
  'min-qr',
  'min-qr/*path',
  'fravaer',
  'fravaer/*path',
  'kursbevis',
  'kursbevis/*path',
  'min-profil',
  'min-profil/*path',
  'soknad',
  'soknad/*path',
  'bekreft/*path',
  'tilbud',
  'tilbud/*path',
  'trekning/*path',
  'vedtak',
  'vedtak/*path',
  'levering',
  'levering/*path',
  'oauth/*path',
  '.well-known/*path',
  'api/docs',
  'api/docs/*path',
];

/** Values of reliability.md 6: without them one slow client holds a connection for ever (T09). */
const TIMEOUTS = { requestTimeout: 30_000, keepAliveTimeout: 72_000 };
const HEADERS_TIMEOUT = 10_000;

const adapter = ({ KULL_TRUST_PROXY }: Config): FastifyAdapter =>
  new FastifyAdapter({
    ...TIMEOUTS,
    bodyLimit: JSON_LIMIT,
    // Only who is named here may say for whom it asks (X-Forwarded-For).
    ...(KULL_TRUST_PROXY && { trustProxy: KULL_TRUST_PROXY }),
    genReqId: () => newUuid(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseUnreadableAddress,
    http: { maxHeaderSize: 16_384 },
    logger: false,
  });

/** The whole service, ready to listen or to be called by a test. */
export const createApi = async (config: Config, log: LoggerService): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config), adapter(config), {
    logger: log,
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  fastify.server.headersTimeout = HEADERS_TIMEOUT;
  addSecurityHeaders(fastify);
  logRequests(fastify, log);
  refuseOtherOrigins(fastify);
  hearAskedLanguage(fastify);
  await fastify.register(cookie);
  await slowDownRepeaters(fastify);
  refuseLargeBodiesOfStrangers(fastify, app.get(Authenticator));
  registerBodies(fastify);
  app.setGlobalPrefix('api/v1', { exclude: [...OUTSIDE_API, 'api/openapi.json'] });
  app.get(OpenApiDocument).describedBy(() => describeApi(app));
  return app;
};
