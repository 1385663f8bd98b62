import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBounce } from './bounce';

interface Parts {
  readonly action?: string;
  readonly status?: string;
  readonly returned?: readonly [type: string, content: string];
}

const report = ({
  action = 'failed',
  status = '5.1.1',
  returned = ['text/rfc822-headers', 'Message-ID: <rem-1@kull.example.no>\r\nSubject: Samling\r\n'],
}: Parts = {}): Buffer =>
  Buffer.from(
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.example.no>',
      'To: kull@example.no',
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <20260315.1@mx.example.no>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'This is the mail system at host mx.example.no.',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.no',
      'Arrival-Date: Sun, 15 Mar 2026 09:00:00 +0100',
      '',
      'Final-Recipient: rfc822; kari@example.no',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 <kari@example.no>:',
      '    Recipient address rejected',
      '',
      '--b',
      `Content-Type: ${returned[0]}`,
      '',
      returned[1],
      '--b--',
      '',
    ].join('\r\n'),
  );

describe('what came back', () => {
  it('names the letter and says why', async () => {
    expect(await readBounce(report())).toEqual({ messageId: '<rem-1@kull.example.no>', code: '5.1.1' });
  });

  it('may bring the whole letter with it', async () => {
    const letter = 'Message-ID:\r\n <rem-2@kull.example.no>\r\nTo: kari@example.no\r\n\r\nMessage-ID: <evil@x.no>\r\n';
    expect(await readBounce(report({ returned: ['message/rfc822', letter], status: '5.2.2 (full)' }))).toEqual({
      messageId: '<rem-2@kull.example.no>',
      code: '5.2.2',
    });
  });

  it.each([
    ['a delay', { action: 'delayed', status: '4.4.1' }],
    ['a failure that passes', { status: '4.2.2' }],
    ['a delivery', { action: 'delivered', status: '2.0.0' }],
    ['a report without the letter', { returned: ['text/plain', 'Hei'] }],
    ['a letter without an id', { returned: ['text/rfc822-headers', 'Subject: Hei\r\n\r\nMessage-ID: <x@y.no>'] }],
  ] as const)('is no bounce when it is %s', async (_, parts) => {
    expect(await readBounce(report(parts))).toBeUndefined();
  });

  it('is no bounce when it is an ordinary letter, or nothing at all', async () => {
    const reply = 'From: kari@example.no\r\nIn-Reply-To: <rem-1@kull.example.no>\r\n\r\nStatus: 5.1.1\r\n';
    for (const text of [reply, '', '\u0000']) expect(await readBounce(Buffer.from(text))).toBeUndefined();
  });

  it('is read without a fault whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 900 }), async (bytes, at) => {
        const broken = Buffer.concat([report().subarray(0, at), bytes, report().subarray(at)]);
        const bounce = await readBounce(broken);
        return bounce === undefined || (/^<.+>$/.test(bounce.messageId) && /^5\./.test(bounce.code));
      }),
      { numRuns: 60 },
    );
  });
});
