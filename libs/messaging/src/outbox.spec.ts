import { faultText } from './fault-text';
import { checkIntent } from './outbox';

const intent = (payload: Record<string, unknown>, over: object = {}) =>
  ({ key: 'issue.1', job: 'issue', payload, ...over }) as never;

describe('an intent', () => {
  it.each([
    { studentCourseId: 'stc_0123456789abcdefghjkmnpqrs' },
    { classCode: 'NLA-2026-TRØ', version: 2 },
    { at: '2026-03-31T21:59:59.000Z', on: '2026-03-31' },
  ])('carries ids, codes and dates: %j', (payload) => {
    expect(checkIntent(intent(payload), ['issue'])).toMatchObject({ payload });
  });

  it.each([
    { name: 'Kari Nordmann' },
    { mail: 'kari@example.no' },
    { note: '' },
    { hours: 1.5 },
    { nested: { id: 'x' } },
    { list: ['x'] },
    { none: null },
    { yes: true },
    { long: 'x'.repeat(121) },
  ])('carries nothing else: %j', (payload) => {
    expect(() => checkIntent(intent(payload), ['issue'])).toThrow(TypeError);
  });

  it('asks only for jobs that its reaction declares, under a key of ids', () => {
    expect(() => checkIntent(intent({ id: 'x' }), ['print'])).toThrow('does not declare');
    expect(() => checkIntent(intent({ id: 'x' }, { key: 'issue for Kari' }), ['issue'])).toThrow('key');
  });
});

describe('what is kept of an error', () => {
  class RenderFailed extends Error {
    override readonly name = 'RenderFailed';
  }
  it.each([
    [new RangeError('01017012345'), 'RangeError'],
    [new RenderFailed('Kari'), 'RenderFailed'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED'],
    [Object.assign(new Error('x'), { driverError: { code: '23505' } }), 'Error 23505'],
    [Object.assign(new Error('x'), { code: 'Key (nin)=(01017012345)' }), 'Error'],
    [Object.assign(new Error('x'), { name: 'Kari Nordmann' }), 'Error'],
    ['01017012345', 'Unknown'],
  ])('is class and code: %p', (fault, text) => {
    expect(faultText(fault)).toBe(text);
  });
});
