import { describe, expect, it } from '@jest/globals';
import { fileNameOf } from './attachments';

describe('the name of a file', () => {
  it('is kept as it is given, without folders, breaks and excess', () => {
    expect(fileNameOf('vitnemål BI.pdf')).toBe('vitnemål BI.pdf');
    expect(fileNameOf('C:\\Brukere\\kari\\attest.pdf')).toBe('attest.pdf');
    expect(fileNameOf('../../etc/attest.pdf')).toBe('attest.pdf');
    expect(fileNameOf('to\nlinjer\u0000.pdf')).toBe('to linjer .pdf');
    expect([...fileNameOf('å'.repeat(500))]).toHaveLength(120);
    expect(fileNameOf(' ')).toBe('');
  });
});
