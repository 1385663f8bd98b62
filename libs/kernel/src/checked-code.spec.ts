import fc from 'fast-check';
import { checkedCodeOf, parseCheckedCode } from './checked-code';

const LENGTH = 5;
const codes = fc.string().map((name) => checkedCodeOf(LENGTH, name));
const place = fc.nat({ max: LENGTH });

describe('a code with a check character', () => {
  it('is made from a name, the same for the same name', () => {
    expect(checkedCodeOf(LENGTH, 'cls_1', 'S1')).toBe(checkedCodeOf(LENGTH, 'cls_1', 'S1'));
    expect(checkedCodeOf(LENGTH, 'cls_1', 'S2')).not.toBe(checkedCodeOf(LENGTH, 'cls_1', 'S1'));
  });

  it('reads as it is written, however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
        const typed = ` ${code.slice(0, 5)}-${code.slice(5)} `.toLowerCase();
        expect(parseCheckedCode(typed, LENGTH)).toBe(code);
        expect(parseCheckedCode(code.replaceAll('0', 'O').replaceAll('1', 'l'), LENGTH)).toBe(code);
      }),
    );
  });

  it('is none when a character is wrong, two are swapped, or one is missing', () => {
    fc.assert(
      fc.property(codes, place, place, fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (code, i, j, other) => {
        const plain = [...code];
        const mistyped = [plain.with(i, other), plain.with(i, plain[j]!).with(j, plain[i]!), plain.toSpliced(i, 1)];
        for (const wrong of mistyped.map((characters) => characters.join('')))
          if (wrong !== code) expect(parseCheckedCode(wrong, LENGTH)).toBeUndefined();
      }),
    );
  });
});
