import { parseNationalId } from './national-id';

const development = { acceptSynthetic: true };
const production = { acceptSynthetic: false };

describe('national ids', () => {
  it.each([
    ['15817512310', 'first control digit by the present rule', '1975-01-15'],
    ['15817512329', 'residue 1, the rule from 2032', '1975-01-15'],
    ['15817512337', 'residue 2, the rule from 2032', '1975-01-15'],
    ['15817512345', 'residue 3, the rule from 2032', '1975-01-15'],
    ['41819020149', 'a D-number that is synthetic', '1990-01-01'],
    ['41819020173', 'the same by the rule from 2032', '1990-01-01'],
    ['47906701517', 'the sample of ID-porten', '1967-10-07'],
  ])('takes %s: %s', (digits, _why, birthDate) => {
    expect(parseNationalId(digits, development)).toEqual({ digits, birthDate, synthetic: true });
  });
  it.each([
    ['15817512311', 'the second control digit is wrong'],
    ['1581751231', 'ten digits'],
    ['158175123100', 'twelve digits'],
    ['15817512310 ', 'a space'],
    ['1581751231O', 'a letter'],
    ['31827512310', '31 February'],
    ['', 'blank'],
  ])('refuses %p: %s', (digits) => {
    expect(parseNationalId(digits, development)).toBeUndefined();
  });
  it('refuses synthetic ones in production', () => {
    expect(parseNationalId('15817512310', production)).toBeUndefined();
  });
});
