import { mkdirSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instant, systemClock } from '@kull/kernel';
import { type SendOutcome, TextMessageSender } from '../contracts';

const FILE = 'text-messages.jsonl';
/** Three parts of a text message; more is a letter. */
const LONGEST_TEXT = 480;
const E164 = /^\+[1-9]\d{6,14}$/;

/** A text message as it was handed over. */
export interface WrittenTextMessage {
  readonly at: Instant;
  readonly reference: string;
  readonly to: string;
  readonly text: string;
}

/** Hands text messages over as lines of a file, synced one by one, for whatever sends them; a stand-in for a gateway. */
export class FileTextMessageSender extends TextMessageSender {
  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  async send({ to, text, reference }: Parameters<TextMessageSender['send']>[0]): Promise<SendOutcome> {
    if (!E164.test(to)) return { outcome: 'refused', because: 'ADDRESS' };
    if (text === '' || text.length > LONGEST_TEXT) return { outcome: 'refused' };
    let file: FileHandle;
    try {
      // O_APPEND: lines of several processes follow each other whole.
      file = await open(join(this.folder, FILE), 'a', 0o600);
    } catch {
      return { outcome: 'deferred' };
    }
    const message: WrittenTextMessage = { at: systemClock.now(), reference, to, text };
    try {
      await file.write(`${JSON.stringify(message)}\n`);
      await file.sync();
      return { outcome: 'sent' };
    } catch {
      return { outcome: 'unknown' };
    } finally {
      await file.close();
    }
  }
}

/** What was handed over, in the order in which it came. */
export const writtenTextMessages = async (folder: string): Promise<readonly WrittenTextMessage[]> => {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as WrittenTextMessage);
};
