import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { migrate } from '../../apps/api/src/migrate';
import { createApi } from '../../apps/api/src/server';
import { configFrom } from '../../apps/config';
import { createTestDatabase } from './database';

/** The whole API in this process, on a database and keys of its own. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly fastify: FastifyInstance;
  /** Every route as Fastify has it. */
  readonly routes: readonly RouteOptions[];
  readonly authorization: string;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

const ADMIN_TOKEN = 'test-token-of-more-than-32-characters';

const silent: LoggerService = { log: () => {}, error: () => {}, warn: () => {} };

export const createTestApi = async (
  log: LoggerService = silent,
  env: Readonly<Record<string, string>> = {},
): Promise<TestApi> => {
  const database = await createTestDatabase();
  const keys = mkdtempSync(join(tmpdir(), 'kull-test-keys-'));
  await migrate(database.url);
  const app = await createApi(
    configFrom({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      KULL_ADMIN_TOKEN: ADMIN_TOKEN,
      KULL_KEYS: keys,
      ...env,
    }),
    log,
  );
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  const routes: RouteOptions[] = [];
  fastify.addHook('onRoute', (route) => void routes.push(route));
  await app.init();
  await fastify.ready();
  return {
    app,
    fastify,
    routes,
    authorization: `Bearer ${ADMIN_TOKEN}`,
    databaseUrl: database.url,
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(keys, { recursive: true, force: true });
    },
  };
};
