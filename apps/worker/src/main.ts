import { faultText, Messaging } from '@kull/messaging';
import { NestFactory } from '@nestjs/core';
import { ConfigError, configFrom } from '../../config';
import { JsonLog } from '../../log';
import { Following } from './following';
import { WorkerModule } from './worker.module';

/** Longer than jobs are waited for; shorter than the patience of whoever stops us. */
const DRAIN_WITHIN_MS = 9_500;

const log = new JsonLog('worker');

const main = async (): Promise<void> => {
  const config = configFrom(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: log,
    abortOnError: false,
  });
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code), DRAIN_WITHIN_MS).unref();
    void app.close().finally(() => process.exit(code));
  };
  process.once('SIGTERM', () => stop(0));
  process.once('SIGINT', () => stop(0));
  // The launcher is gone, and so are we.
  process.once('disconnect', () => stop(0));
  await app.get(Following).start();
  await app
    .get(Messaging)
    .start({ redisUrl: config.REDIS_URL, databaseUrl: config.DATABASE_URL, prefix: config.KULL_QUEUE_PREFIX }, () =>
      stop(1),
    );
  process.send?.({ ready: true });
};

/** An error that nobody caught ends the process; its text, which may name people, is not written anywhere. */
const fall = (fault: unknown): void => {
  log.fatal({ message: 'unexpected fault', fault: faultText(fault) });
  process.exit(1);
};
process.on('uncaughtException', fall);
process.on('unhandledRejection', fall);

main().catch((error: unknown) => {
  const text = error instanceof ConfigError || error instanceof Error ? error.message : 'The worker did not start';
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
