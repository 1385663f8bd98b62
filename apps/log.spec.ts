import { describe, expect, it } from '@jest/globals';
import { JsonLog } from './log';

const written = (write: (log: JsonLog) => void): string[] => {
  const lines: string[] = [];
  write(new JsonLog('test', { write: (line: string) => void lines.push(line) }));
  return lines;
};

describe('the log', () => {
  it('has the fields on the list and no others', () => {
    const [line] = written((log) =>
      log.log({
        method: 'POST',
        route: '/api/v1/intakes',
        status: 200,
        ms: 3,
        requestId: 'a-1',
        body: 'x',
        url: undefined,
      }),
    );
    const { level, time, ...fields } = JSON.parse(line!);
    expect([level, typeof time]).toEqual([30, 'string']);
    expect(fields).toEqual({
      program: 'test',
      method: 'POST',
      route: '/api/v1/intakes',
      status: 200,
      ms: 3,
      requestId: 'a-1',
    });
  });

  it('takes long numbers out of texts, and of an error only its kind', () => {
    const lines = written((log) => {
      log.warn('value 15817512310 and 9144900 is wrong', 'Nest');
      log.error(new TypeError('Kari 15817512310'));
    });
    expect(lines.join('')).not.toMatch(/\d{7,}(?!.*time)|Kari/);
    expect(JSON.parse(lines[0]!)).toMatchObject({ from: 'Nest', message: 'value # and # is wrong' });
    expect(JSON.parse(lines[1]!)).toMatchObject({ fault: 'TypeError' });
  });

  it('is one line of JSON per entry, whatever is in it', () => {
    const evil = 'a\r\n{"level":50}\u2028\u001b[31m"}';
    const lines = written((log) => {
      log.log(evil);
      log.log({ message: evil, route: evil, requestId: evil });
    });
    for (const line of lines) {
      expect(line.trimEnd().split(/[\r\n\u2028]/)).toHaveLength(1);
      expect(() => JSON.parse(line)).not.toThrow();
      expect(line).not.toContain('\\u001b');
    }
  });
});
