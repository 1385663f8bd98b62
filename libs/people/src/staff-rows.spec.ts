import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readStaffRows, type StaffRow } from './staff-rows';

const row = (changes: Partial<StaffRow> = {}): StaffRow => ({
  row: 1,
  code: 'khe',
  name: 'Kari Helgesen',
  email: 'khe@example.no',
  phone: '',
  language: 'nb',
  ...changes,
});

const codesOf = (...rows: StaffRow[]) => readStaffRows(rows).rejected.map(({ row: at, code }) => `${at} ${code}`);

describe('a staff file', () => {
  it('is taken in with numbers as telephones want them', () => {
    const { staff } = readStaffRows([
      row({ phone: '99 99 99 99', language: '' }),
      row({ row: 2, code: 'ola', phone: '0046 70 123 45 67' }),
    ]);
    expect(staff).toEqual([
      { code: 'khe', name: 'Kari Helgesen', email: 'khe@example.no', phone: '+4799999999', language: 'nb' },
      { code: 'ola', name: 'Kari Helgesen', email: 'khe@example.no', phone: '+46701234567', language: 'nb' },
    ]);
  });

  it.each([
    [{ code: ' ' }, 'INVALID_STAFF_CODE'],
    [{ code: 'x'.repeat(65) }, 'INVALID_STAFF_CODE'],
    [{ name: '' }, 'MISSING_NAME'],
    [{ email: 'khe@' }, 'INVALID_EMAIL'],
    [{ email: 'a@x.no, b@x.no' }, 'INVALID_EMAIL'],
    [{ phone: '123' }, 'INVALID_PHONE'],
    [{ language: 'sv' }, 'INVALID_LANGUAGE'],
  ] as const)('says of %j that it is %s', (changes, code) => {
    expect(codesOf(row(changes))).toEqual([`1 ${code}`]);
  });

  it('takes the first of two with one code', () => {
    expect(codesOf(row(), row({ row: 2, name: 'Noen andre' }))).toEqual(['2 DUPLICATE_STAFF_CODE']);
  });

  it('puts every row on exactly one side', () => {
    const text = fc.constantFrom('', 'khe', 'ola', 'khe@example.no', '99999999', 'nn', 'x', '\u0000');
    const rows = fc.array(fc.record({ code: text, name: text, email: text, phone: text, language: text }));
    fc.assert(
      fc.property(rows, (all) => {
        const { staff, rejected } = readStaffRows(all.map((one, at) => ({ ...one, row: at + 1 })));
        return (
          staff.length + rejected.length === all.length && new Set(staff.map(({ code }) => code)).size === staff.length
        );
      }),
    );
  });
});
