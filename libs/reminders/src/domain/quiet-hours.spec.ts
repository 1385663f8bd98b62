import { addDays, inOslo, instantInOslo } from '@kull/kernel';
import fc from 'fast-check';
import { nextAskingTime } from './asking-times';
import { afterQuietHours, sendAfter, speakingHours } from './quiet-hours';

const instant = fc
  .integer({ min: Date.parse('2027-01-01T00:00:00Z'), max: Date.parse('2028-12-31T00:00:00Z') })
  .map((ms) => new Date(ms).toISOString());
const channel = fc.constantFrom('MAIL', 'TEXT_MESSAGE') as fc.Arbitrary<'MAIL' | 'TEXT_MESSAGE'>;

describe('quiet hours', () => {
  it.each([
    ['MAIL', '2027-02-15', '06:59:59', '2027-02-15', '07:00:00'],
    ['MAIL', '2027-02-15', '20:59:59', '2027-02-15', '20:59:59'],
    ['MAIL', '2027-02-15', '21:00:00', '2027-02-16', '07:00:00'],
    ['TEXT_MESSAGE', '2027-02-15', '08:00:00', '2027-02-15', '09:00:00'],
    ['TEXT_MESSAGE', '2027-02-15', '17:00:00', '2027-02-16', '09:00:00'],
    ['MAIL', '2027-03-27', '23:30:00', '2027-03-28', '07:00:00'],
    ['MAIL', '2027-10-30', '23:30:00', '2027-10-31', '07:00:00'],
    ['MAIL', '2028-02-28', '22:00:00', '2028-02-29', '07:00:00'],
  ] as const)('%s at %s %s: not before %s %s', (of, date, time, day, hour) => {
    expect(afterQuietHours(of, instantInOslo(date, time))).toBe(instantInOslo(day, hour));
  });

  it('put off by less than a day, into the hours in which people are written to, and once', () => {
    fc.assert(
      fc.property(instant, channel, (at, of) => {
        const then = afterQuietHours(of, at);
        expect(then >= at).toBe(true);
        expect(Date.parse(then) - Date.parse(at)).toBeLessThan(25 * 3_600_000);
        const { time } = inOslo(then);
        expect(time >= speakingHours[of].from && time < speakingHours[of].to).toBe(true);
        expect(afterQuietHours(of, then)).toBe(then);
      }),
    );
  });
});

describe('letters that may wait', () => {
  const dueAt = instantInOslo('2027-02-15', '14:00:00');

  it('are collected until nine the next morning', () => {
    const validUntil = instantInOslo('2027-02-18', '14:00:00');
    const terms = { channel: 'MAIL', collected: true } as const;
    expect(sendAfter({ dueAt, validUntil }, terms)).toBe(instantInOslo('2027-02-16', '09:00:00'));
    expect(sendAfter({ dueAt: instantInOslo('2027-02-15', '09:00:00'), validUntil }, terms)).toBe(
      instantInOslo('2027-02-15', '09:00:00'),
    );
  });

  it('do not wait until they are no news any more', () => {
    const validUntil = instantInOslo('2027-02-15', '20:00:00');
    expect(sendAfter({ dueAt, validUntil }, { channel: 'MAIL', collected: true })).toBe(dueAt);
  });
});

describe('a source', () => {
  const steps = [
    { step: 'P2D', daysBefore: 2, at: '09:00:00' },
    { step: 'LAST_MORNING', daysBefore: 0, at: '08:00:00' },
  ];

  it('is asked at every time of day of its plan, in every year, each once', () => {
    for (const [from, to] of [
      ['2027-03-26', '2027-03-30'],
      ['2027-10-29', '2027-11-02'],
      ['2028-02-27', '2028-03-02'],
    ] as const) {
      const asked: string[] = [];
      let now = instantInOslo(from);
      while (now < instantInOslo(to)) {
        now = nextAskingTime({ steps }, now);
        asked.push(now);
      }
      expect(new Set(asked).size).toBe(asked.length);
      for (let day = from as string; day < to; day = addDays(day, 1)) {
        for (const { at } of steps) expect(asked.filter((one) => one === instantInOslo(day, at))).toHaveLength(1);
      }
    }
  });

  it('is asked within an hour, and later than now', () => {
    fc.assert(
      fc.property(instant, (now) => {
        const next = nextAskingTime({ steps }, now);
        expect(next > now).toBe(true);
        expect(Date.parse(next) - Date.parse(now)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});
