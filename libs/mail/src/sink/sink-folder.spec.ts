import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SinkFolder } from './sink-folder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-sink-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const envelope = { from: 'kull@example.no', to: ['kari@example.no'] };
const letter = (n: number): Buffer =>
  Buffer.from(`Subject: x\r\nMessage-ID:\r\n <rem-${n}@kull.example.no>\r\n\r\nMessage-ID: <evil@x.no>\r\n`);

describe('the folder of a sink', () => {
  it('keeps letters byte for byte, in the order in which they came', async () => {
    const kept = new SinkFolder(folder);
    kept.prepare();
    expect(await kept.messages()).toEqual([]);
    for (const n of [1, 2]) await kept.keep(envelope, letter(n));
    const messages = await kept.messages();
    expect(messages).toMatchObject([
      { ...envelope, messageId: '<rem-1@kull.example.no>' },
      { ...envelope, messageId: '<rem-2@kull.example.no>' },
    ]);
    expect(await kept.read(messages[1]!)).toEqual(letter(2));
  });

  it('forgets the line that a killed process did not finish: its letter was not accepted', async () => {
    const kept = new SinkFolder(folder);
    kept.prepare();
    await kept.keep(envelope, letter(1));
    appendFileSync(join(folder, 'ledger.jsonl'), '{"at":"2027-03-01T08');
    expect(await kept.messages()).toHaveLength(1);
    const after = new SinkFolder(folder);
    after.prepare();
    await after.keep(envelope, letter(2));
    expect((await after.messages()).map(({ messageId }) => messageId)).toEqual([
      '<rem-1@kull.example.no>',
      '<rem-2@kull.example.no>',
    ]);
  });
});
