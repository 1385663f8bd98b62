import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { behaviourSchema } from './conduct';
import { startSink } from './sink';

/** The sink as a process: `--folder F [--port N] [--behaviour FILE.json]`. Says over IPC where it listens. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { folder: { type: 'string' }, port: { type: 'string' }, behaviour: { type: 'string' } },
  });
  const folder = values.folder ?? process.env.KULL_OUTBOX;
  if (!folder) throw new Error('--folder is missing');
  const sink = await startSink({
    folder,
    port: Number(values.port ?? process.env.KULL_SINK_PORT ?? 0),
    behaviour: values.behaviour ? behaviourSchema.parse(JSON.parse(readFileSync(values.behaviour, 'utf8'))) : undefined,
  });
  const stop = (): void => void sink.close().finally(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Whoever started it is gone, and so is it.
  process.once('disconnect', stop);
  const url = `smtp://127.0.0.1:${sink.port}`;
  if (process.send) process.send({ ready: true, url });
  else process.stdout.write(`${url}\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The sink did not start'}\n`);
  process.exit(1);
});
