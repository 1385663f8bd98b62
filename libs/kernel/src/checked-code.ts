// Codes that people type: Crockford's base32 has no letters that look like digits (ux.md 3.1).
import { idOf } from './ids';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Product in the field of 32 elements, modulo x⁵ + x² + 1. */
const times = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
};

/** Each place has a weight of its own in a field, so any one wrong character and any two swapped ones are noticed. */
const checkOf = (symbols: readonly number[]): number => {
  let sum = 0;
  let weight = 1;
  for (const symbol of symbols) {
    weight = times(weight, 2);
    sum ^= times(symbol, weight);
  }
  return sum;
};

/** The symbols, each a number below 32, as Crockford's base32, and behind them their check character. */
export const checkedCode = (symbols: readonly number[]): string =>
  [...symbols, checkOf(symbols)].map((symbol) => alphabet[symbol]).join('');

/** The code of so many symbols, and a check character, that belongs to this name: the same name has the same code. */
export const checkedCodeOf = (length: number, ...name: readonly (string | number)[]): string =>
  checkedCode(
    [
      ...idOf('', ...name)
        .slice(-length)
        .toUpperCase(),
    ].map((character) => alphabet.indexOf(character)),
  );

/**
 * The code of so many symbols and a check character that somebody typed, or undefined when it was not written right:
 * case, spaces and hyphens do not matter, O is 0, I and L are 1.
 */
export const parseCheckedCode = (text: string, length: number): string | undefined => {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (plain.length !== length + 1) return undefined;
  const symbols = [...plain].map((character) => alphabet.indexOf(character));
  if (symbols.includes(-1)) return undefined;
  return checkedCode(symbols.slice(0, length)) === plain ? plain : undefined;
};
