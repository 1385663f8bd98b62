import fc from 'fast-check';
import { hasRepeatedNames } from './repeated-names';

describe('names that a JSON text repeats', () => {
  it.each([
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"a":{"b":1,"b":1}}',
    '{"a":[{"b":1},{"c":1,"c":2}]}',
    '{"a":"x","b":[1,2],"a":null}',
  ])('are found: %s', (json) => expect(hasRepeatedNames(json)).toBe(true));

  it.each(['{}', '[]', '"a"', '{"a":"a"}', '{"a":[{"a":1},{"a":2}]}', '{"a":"{\\"a\\":1,\\"a\\":2}"}', '["a","a"]'])(
    'are none: %s',
    (json) => expect(hasRepeatedNames(json)).toBe(false),
  );

  it('are never in what JSON.stringify wrote', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !hasRepeatedNames(JSON.stringify(value))));
  });

  it('are found wherever one is put', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1, noNullPrototype: true });
    fc.assert(
      fc.property(object, fc.nat(), (value, n) => {
        const names = Object.keys(value);
        const again = `${JSON.stringify(names[n % names.length])}:1`;
        return hasRepeatedNames(`${JSON.stringify(value).slice(0, -1)},${again}}`);
      }),
    );
  });
});
