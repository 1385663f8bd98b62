import fc from 'fast-check';
import { certificateNumber, parseCertificateNumber } from './certificate-number';

const key = new Uint8Array(32).fill(1);
const source = { studentCourseId: 'stc_1', classId: 'cls_1', approvalId: 'LF-TEST-0001', ordinal: 1 };
const numbers = fc.integer({ min: 1 }).map((ordinal) => certificateNumber(key, { ...source, ordinal }));

describe('a certificate number', () => {
  it('is the same for the same entitlement, ordinal and key, and another otherwise', () => {
    expect(certificateNumber(key, source)).toBe(certificateNumber(key, { ...source }));
    const others = [
      certificateNumber(new Uint8Array(32).fill(2), source),
      certificateNumber(key, { ...source, ordinal: 2 }),
      certificateNumber(key, { ...source, studentCourseId: 'stc_2' }),
    ];
    expect(new Set([certificateNumber(key, source), ...others]).size).toBe(4);
  });

  it('reads as it is written, also with small letters, without hyphens, and with O and I for 0 and 1', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
        expect(parseCertificateNumber(number)).toBe(number);
        expect(parseCertificateNumber(number.toLowerCase().replaceAll('-', ' '))).toBe(number);
        expect(parseCertificateNumber(number.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(number);
      }),
    );
  });

  it('is not taken for another when one character is wrong or two are swapped', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.nat({ max: 8 }),
        fc.nat({ max: 8 }),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (number, i, j, other) => {
          const plain = [...number.replaceAll('-', '')];
          const wrong = plain.with(i, other).join('');
          const swapped = plain.with(i, plain[j]!).with(j, plain[i]!).join('');
          if (wrong !== plain.join('')) expect(parseCertificateNumber(wrong)).toBeUndefined();
          if (swapped !== plain.join('')) expect(parseCertificateNumber(swapped)).toBeUndefined();
        },
      ),
    );
  });

  it('refuses what is none', () => {
    expect(['', 'ABC', '7Q4K-9M2X-TT', 'UUUU-UUUU-U'].map(parseCertificateNumber)).toEqual(Array(4).fill(undefined));
  });
});
