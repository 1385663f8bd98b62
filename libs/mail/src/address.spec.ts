import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAddress, parseMailbox } from './address';

describe('an address', () => {
  it.each([
    ['kari.nordmann@example.no', 'kari.nordmann@example.no'],
    ["o'hara+kull@sub.example.no", "o'hara+kull@sub.example.no"],
    ['kari@blåbær.no', 'kari@xn--blbr-roah.no'],
  ])('%s is one', (text, address) => {
    expect(parseAddress(text)).toBe(address);
  });

  it.each([
    'a@x.no\r\nRCPT TO:<evil@x.no>',
    'a@x.no, evil@x.no',
    'grp: evil@x.no;',
    'a@x.no evil@x.no',
    'a@x.no;evil@x.no',
    'a(kommentar)@x.no',
    '"a b"@x.no',
    '"a@evil.no"@x.no',
    'a@[127.0.0.1]',
    'a@localhost',
    'a@x..no',
    'a..b@x.no',
    '.a@x.no',
    'a@-x.no',
    'a@127.0.0.1',
    'a@x.no\u0000',
    'a\u202e@x.no',
    'a@x.no\u3002evil.no',
    '<a@x.no>',
    'Kari <a@x.no>',
    ' a@x.no',
    'kåre@x.no',
    `${'a'.repeat(65)}@x.no`,
    `a@${'x'.repeat(64)}.no`,
    `a@${'x.'.repeat(130)}no`,
    '@x.no',
    'a@',
    '',
  ])('%j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('never has anything in it that SMTP or a header could understand as more than one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const address = parseAddress(text);
        return address === undefined || /^[^\s<>(),;:"[\]\\@]+@[A-Za-z0-9.-]+$/.test(address);
      }),
    );
  });
});

describe('a sender', () => {
  it('is a name and an address', () => {
    expect(parseMailbox('Handelshøyskolen BI <kull@example.no>')).toEqual({
      name: 'Handelshøyskolen BI',
      address: 'kull@example.no',
    });
    expect(parseMailbox('"BI, kurs" <kull@example.no>')).toEqual({ name: 'BI, kurs', address: 'kull@example.no' });
  });

  it.each(['kull@example.no', 'BI <kull@example.no>, Ond <evil@x.no>', 'BI\r\nBcc: x <a@x.no>', 'BI <a b@x.no>', ''])(
    '%j is none',
    (text) => {
      expect(parseMailbox(text)).toBeUndefined();
    },
  );
});
