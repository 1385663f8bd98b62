import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FileTextMessageSender, writtenTextMessages } from './file-text-message-sender';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-sms-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a text message', () => {
  it('is handed over as a line each, also by several at once', async () => {
    const senders = [new FileTextMessageSender(folder), new FileTextMessageSender(folder)];
    const text = 'Samlingen er flyttet.\nNy dato: 12. mars';
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => senders[n % 2]!.send({ to: '+4799999999', text, reference: `rem-${n}` })),
    );
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['sent']));
    const written = await writtenTextMessages(folder);
    expect(new Set(written.map(({ reference }) => reference)).size).toBe(40);
    expect(written[0]).toMatchObject({ to: '+4799999999', text });
  });

  it.each(['99999999', '004799999999', '+0799999999', '+47 99 99 99 99', '+4799999999\n', ''])(
    'is refused to %j, which is no number',
    async (to) => {
      const sender = new FileTextMessageSender(folder);
      expect(await sender.send({ to, text: 'Hei', reference: 'r' })).toEqual({
        outcome: 'refused',
        because: 'ADDRESS',
      });
      expect(await writtenTextMessages(folder)).toEqual([]);
    },
  );

  it('is refused when it is too long or empty', async () => {
    const sender = new FileTextMessageSender(folder);
    const to = '+4799999999';
    expect(await sender.send({ to, text: 'x'.repeat(481), reference: 'r' })).toEqual({ outcome: 'refused' });
    expect(await sender.send({ to, text: '', reference: 'r' })).toEqual({ outcome: 'refused' });
    expect(await sender.send({ to, text: 'x'.repeat(480), reference: 'r' })).toEqual({ outcome: 'sent' });
  });

  it('waits when the folder is gone', async () => {
    const sender = new FileTextMessageSender(folder);
    rmSync(folder, { recursive: true });
    expect(await sender.send({ to: '+4799999999', text: 'Hei', reference: 'r' })).toEqual({ outcome: 'deferred' });
  });
});
