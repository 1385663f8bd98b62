import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@kull/kernel';
import { systemClock } from '@kull/kernel';
import { z } from 'zod';

const LEDGER = 'ledger.jsonl';

const line = z.object({
  at: z.string(),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  sha256: z.string(),
  file: z.string().regex(/^[\w-]+\.eml$/),
});

/** One letter as it was accepted: what the envelope said, and where its bytes are. */
export type SunkMessage = z.infer<typeof line>;

const messageIdIn = (bytes: Buffer): string => {
  const [headers = ''] = bytes.toString('latin1').split('\r\n\r\n', 1);
  return /^message-id:\s*(<[^>\r\n]*>)/im.exec(headers)?.[1] ?? '';
};

const fileName = (at: Instant): string => `${at.replaceAll(/[^\dTZ]/g, '')}-${randomBytes(4).toString('hex')}.eml`;

const linesOf = (text: string): readonly SunkMessage[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((one) => line.parse(JSON.parse(one)));

/** The folder of a sink: each letter as `.eml`, and a ledger with a line for each, synced before the letter is accepted. */
export class SinkFolder {
  private readonly ledger: string;

  constructor(private readonly folder: string) {
    this.ledger = join(folder, LEDGER);
  }

  /** Makes the folder, and cuts off a line that a killed process did not finish: its letter was not accepted. */
  prepare(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    if (!existsSync(this.ledger)) return;
    const bytes = readFileSync(this.ledger);
    truncateSync(this.ledger, bytes.lastIndexOf(0x0a) + 1);
  }

  async keep(envelope: Pick<SunkMessage, 'from' | 'to'>, bytes: Buffer): Promise<void> {
    const at = systemClock.now();
    const file = fileName(at);
    await writeFile(join(this.folder, file), bytes, { flag: 'wx', flush: true });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const message: SunkMessage = { at, messageId: messageIdIn(bytes), ...envelope, sha256, file };
    const ledger = await open(this.ledger, 'a');
    try {
      await ledger.write(`${JSON.stringify(message)}\n`);
      await ledger.sync();
    } finally {
      await ledger.close();
    }
  }

  /** In the order in which they came. */
  async messages(): Promise<readonly SunkMessage[]> {
    return existsSync(this.ledger) ? linesOf(await readFile(this.ledger, 'utf8')) : [];
  }

  read({ file }: SunkMessage): Promise<Buffer> {
    return readFile(join(this.folder, file));
  }
}
