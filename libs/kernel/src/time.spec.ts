import {
  ageOn,
  deadlineInWeeks,
  idOf,
  instantInOslo,
  localDateInOslo,
  parseInstant,
  publicHolidays,
  uuidOf,
} from './index';

describe('instants', () => {
  it('compares the window across the change to summer time', () => {
    expect(parseInstant('2026-03-01T00:00:00+01:00')).toBe('2026-02-28T23:00:00.000Z');
    expect(parseInstant('2026-03-31T23:59:59+02:00')).toBe('2026-03-31T21:59:59.000Z');
  });
  it.each(['2026-03-31', '2026-03-31T10:00:00', '2026-02-30T10:00:00Z', '2026-03-01T24:00:00Z', 'x', ''])(
    'refuses %p, which names no instant',
    (text) => expect(parseInstant(text)).toBeUndefined(),
  );
  it('knows the local day of an instant', () => {
    expect(localDateInOslo('2026-03-31T21:59:59.000Z')).toBe('2026-03-31');
    expect(localDateInOslo('2026-03-31T22:00:00.000Z')).toBe('2026-04-01');
    expect(localDateInOslo('2026-12-31T22:59:59.000Z')).toBe('2026-12-31');
  });
  it('finds the instant of a local time in winter, in summer and in the skipped hour', () => {
    expect(instantInOslo('2026-01-15', '12:00:00')).toBe('2026-01-15T11:00:00.000Z');
    expect(instantInOslo('2026-07-15', '12:00:00')).toBe('2026-07-15T10:00:00.000Z');
    expect(instantInOslo('2026-03-29', '02:30:00')).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('days', () => {
  it('counts age in whole years', () => {
    expect(ageOn('2001-03-31', '2026-03-31')).toBe(25);
    expect(ageOn('2001-04-01', '2026-03-31')).toBe(24);
    expect(ageOn('2000-02-29', '2025-02-28')).toBe(24);
  });
  it('moves an appeal deadline past Ascension Day (domain.md 6)', () => {
    expect(deadlineInWeeks('2026-04-23', 3)).toBe('2026-05-15');
  });
  it('has twelve public holidays with the moving ones in place', () => {
    const days = publicHolidays(2026);
    expect(days.size).toBe(12);
    expect(days.get('2026-04-05')).toBe('EASTER_SUNDAY');
    expect(days.get('2026-05-14')).toBe('ASCENSION_DAY');
    expect(publicHolidays(2027).get('2027-05-06')).toBe('ASCENSION_DAY');
  });
});

describe('ids', () => {
  it('gives the same id to the same name, and another to another', () => {
    expect(uuidOf('a', 1)).toBe(uuidOf('a', 1));
    expect(uuidOf('a', 1)).not.toBe(uuidOf('a1'));
    expect(uuidOf('a', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(idOf('app', 'NLP-2026', 'A26-000439')).toMatch(/^app_[0-9a-hjkmnp-tv-z]{26}$/);
  });
});
