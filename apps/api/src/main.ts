import { traceOf } from '@kull/http';
import { configFrom } from '../../config';
import { JsonLog } from '../../log';
import { createApi } from './server';

/** Longer than nearly every request; shorter than the patience of whoever stops us. */
const DRAIN_WITHIN_MS = 9_000;

const log = new JsonLog('api');

const main = async (): Promise<void> => {
  const config = configFrom(process.env);
  const app = await createApi(config, log);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_WITHIN_MS).unref();
    void app.close().finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The launcher is gone, and so are we.
  process.once('disconnect', stop);
  await app.listen(config.PORT, config.KULL_HOST);
  process.send?.({ ready: true, url: await app.getUrl() });
};

/** An error that nobody caught ends the process; its text, which may carry values, is not written anywhere. */
const fall = (error: unknown): void => {
  log.fatal({ message: 'UNEXPECTED_FAULT', ...traceOf(error) });
  process.exit(1);
};
process.on('uncaughtException', fall);
process.on('unhandledRejection', fall);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The api did not start'}\n`);
  process.exit(1);
});
