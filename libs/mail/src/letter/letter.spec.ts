import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import type { Envelope, Letter } from '../contracts';
import { composed } from './compose';
import { UnsendableLetter } from './unsendable-letter';

const sender = { from: { name: 'Handelshøyskolen BI', address: 'kull@example.no' }, organiser: 'Handelshøyskolen BI' };
const letter: Letter = {
  language: 'nb',
  subject: 'Samling 3 starter om to dager',
  salutation: 'Hei, Kari',
  parts: [
    { kind: 'heading', text: 'Samling 3' },
    { kind: 'paragraph', text: 'Vi ses på BI i Nydalen.' },
    { kind: 'facts', facts: [['Sted', 'BI Nydalen, rom A2-075']] },
    { kind: 'list', items: ['Ta med PC', 'Les kapittel 4'] },
  ],
  action: { label: 'Se samlingen', url: 'https://kull.example.no/samling/3?a=1&b=2' },
  declineUrl: 'https://kull.example.no/nei/Zm9v',
};
const envelope: Envelope = {
  messageId: '<rem-1@kull.example.no>',
  to: { name: 'Kari Nordmann', address: 'kari@example.no' },
  inReplyTo: '<rem-0@kull.example.no>',
};

const read = async (changes: Partial<Letter> = {}, to: Partial<Envelope> = {}) => {
  const bytes = await composed({ ...letter, ...changes }, { ...envelope, ...to }, 'kari@example.no', sender);
  const mail = await PostalMime.parse(bytes);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  return { bytes, mail, header };
};

/** What a reader sees of the HTML. */
const shown = (html: string): string =>
  html
    .replaceAll(/<head>[\s\S]*?<\/head>|<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe('a letter', () => {
  it('says the same in text and in HTML, with its action as a button and as an address', async () => {
    const { mail } = await read();
    for (const words of ['Hei, Kari', 'BI Nydalen, rom A2-075', 'Les kapittel 4', 'Se samlingen', 'Takk nei her']) {
      expect(mail.text).toContain(words);
      expect(shown(mail.html!)).toContain(words);
    }
    expect(mail.text).toContain('https://kull.example.no/samling/3?a=1&b=2');
    expect(mail.html).toContain('<html lang="nb">');
    expect(mail.html).toContain('<p class="action"><a href="https://kull.example.no/samling/3?a=1&amp;b=2">');
    expect(mail.html).toContain('prefers-color-scheme:dark');
    expect(mail.html).not.toMatch(/<(img|script|link|iframe)|url\(|@import/i);
    expect(mail.text).toContain('Sendt av Handelshøyskolen BI.');
  });

  it('has the headers that programs go by', async () => {
    const { mail, header } = await read();
    expect(header('message-id')).toBe('<rem-1@kull.example.no>');
    expect(header('in-reply-to')).toBe('<rem-0@kull.example.no>');
    expect(header('references')).toBe('<rem-0@kull.example.no>');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('list-unsubscribe')).toBe('<https://kull.example.no/nei/Zm9v>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.from).toMatchObject({ name: 'Handelshøyskolen BI', address: 'kull@example.no' });
    expect(mail.to).toMatchObject([{ name: 'Kari Nordmann', address: 'kari@example.no' }]);
  });

  it.each([
    ['nn', 'Send av', 'påminningar'],
    ['en', 'Sent by', 'Decline them here'],
  ] as const)('is in %s to its end', async (language, ...words) => {
    const { mail } = await read({ language });
    for (const word of words) expect(mail.text).toContain(word);
    expect(mail.html).toContain(`<html lang="${language}">`);
  });

  it('that may not be declined has no such header and no such words', async () => {
    const { mail, header } = await read({ declineUrl: undefined });
    expect(header('list-unsubscribe')).toBeUndefined();
    expect(header('list-unsubscribe-post')).toBeUndefined();
    expect(mail.text).not.toContain('Takk nei');
  });

  it('carries its attachments as they are', async () => {
    const bytes = Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
    const mediaType = 'text/calendar; method=PUBLISH';
    const { mail, bytes: raw } = await read({ attachments: [{ filename: 'samling.ics', mediaType, bytes }] });
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]).toMatchObject({
      filename: 'samling.ics',
      mimeType: 'text/calendar',
      method: 'PUBLISH',
    });
    expect(raw.toString('latin1')).toContain(bytes.toString('base64'));
  });

  const unsendable = async (changes: Partial<Letter>, to: Partial<Envelope> = {}) => {
    const fault = await read(changes, to).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(UnsendableLetter);
    return (fault as UnsendableLetter).code;
  };

  it('is not sent to anybody with a national id in it', async () => {
    for (const text of ['Nummeret er 15817500009.', '158175 00009', '(15817500009)']) {
      expect(await unsendable({ parts: [{ kind: 'paragraph', text }] })).toBe('NATIONAL_ID_IN_LETTER');
      expect(await unsendable({ subject: text })).toBe('NATIONAL_ID_IN_LETTER');
      expect(await unsendable({ parts: [{ kind: 'facts', facts: [['Nr.', text]] }] })).toBe('NATIONAL_ID_IN_LETTER');
    }
    const sent = await read({ parts: [{ kind: 'paragraph', text: 'Telefon +4799999999, HPR 9144900' }] });
    expect(sent.mail.text).toContain('9144900');
  });

  it.each(['Hei\r\nBcc: evil@x.no', 'Hei\n', 'Hei\u0000', 'Hei\u0085', 'Hei\u2028'])(
    'is not sent with control characters in its subject: %j',
    async (subject) => {
      expect(await unsendable({ subject })).toBe('CONTROL_CHARACTER_IN_SUBJECT');
    },
  );

  it('is not sent with links or ids that are none', async () => {
    for (const url of [
      'javascript:alert(1)',
      '/relativ',
      'https://x.no/\r\nBcc: a@x.no',
      'https://x.no/>, <https://y.no',
    ]) {
      expect(await unsendable({ declineUrl: url })).toBe('NOT_AN_ADDRESS_ON_THE_WEB');
      expect(await unsendable({ action: { label: 'x', url } })).toBe('NOT_AN_ADDRESS_ON_THE_WEB');
    }
    expect(await unsendable({}, { messageId: '<a@x.no>\r\nBcc: <b@x.no>' })).toBe('NOT_A_MESSAGE_ID');
    expect(await unsendable({}, { inReplyTo: 'a@x.no' })).toBe('NOT_A_MESSAGE_ID');
  });

  it('lets no name become markup, a header or another order of letters', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '\u202egnp.exe',
        'Kari\u0000Nordmann',
        'Kari\r\nBcc: evil@x.no',
        'a@x.no\r\nRCPT TO:<evil@x.no>',
        'a@x.no, evil@x.no',
        'grp: evil@x.no;',
        '👩‍⚕️ Ærlig Åse',
        'x'.repeat(10_000),
        '&lt;b&gt;',
      ),
    );
    await fc.assert(
      fc.asyncProperty(nasty, async (name) => {
        fc.pre(!/\d{6}.?\d{5}/.test(name));
        const { mail, header } = await read(
          { salutation: `Hei, ${name}`, parts: [{ kind: 'facts', facts: [['Navn', name]] }] },
          { to: { name, address: 'kari@example.no' } },
        );
        expect(mail.to).toHaveLength(1);
        expect(mail.to![0]!.address).toBe('kari@example.no');
        expect(header('bcc')).toBeUndefined();
        const plain = shown(mail.html!);
        expect(
          mail.html!.replaceAll(
            /<\/?(html|head|body|main|footer|meta|title|style|p|h1|table|tr|th|td|a|br)\b[^<>]*>|<!doctype html>/g,
            '',
          ),
        ).not.toMatch(/[<>]/);
        expect(`${mail.text}${plain}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u);
      }),
      { numRuns: 60 },
    );
  });

  it('shows a long name whole, and cuts it only in the header', async () => {
    const name = 'Å'.repeat(10_000);
    const { mail } = await read({ salutation: `Hei, ${name}` }, { to: { name, address: 'kari@example.no' } });
    expect(mail.text).toContain(name);
    expect(mail.to![0]!.name).toBe('Å'.repeat(100));
  });
});
