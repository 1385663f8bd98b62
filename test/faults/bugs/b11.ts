import promises from 'node:fs/promises';
import { join } from 'node:path';

/** B11: a secret is written where it stays, and the first process to write one dies in the middle of it (F02). */
const budget = process.env.FAULT_BUDGET ?? '';
promises.link = async (draft, path) => {
  const whole = await promises.readFile(draft);
  await promises.writeFile(path, whole.subarray(0, whole.length / 2), { flag: 'wx', mode: 0o600 });
  try {
    await promises.writeFile(join(budget, 'b11-died'), String(process.pid), { flag: 'wx' });
  } catch {
    await promises.writeFile(path, whole);
    return;
  }
  process.kill(process.pid, 'SIGKILL');
};
