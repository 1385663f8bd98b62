import { ConfigError, configFrom } from '../../config';
import { JsonLog } from '../../log';
import { createApi } from './server';

/** Longer than any request; shorter than the patience of whoever stops us. */
const DRAIN_WITHIN_MS = 9_000;

const main = async (): Promise<void> => {
  const config = configFrom(process.env);
  const app = await createApi(config, new JsonLog('api'));
  await app.listen(config.PORT, config.KULL_HOST);
  // The launcher waits for this word; when it is gone, so are we.
  process.send?.({ ready: true, url: await app.getUrl() });
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), DRAIN_WITHIN_MS).unref();
    void app.close().finally(() => process.exit(0));
  });
};

main().catch((error: unknown) => {
  const text = error instanceof ConfigError || error instanceof Error ? error.message : 'The api did not start';
  console.error(text);
  process.exit(1);
});
