import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { clockOf, configFrom, configTable, envExample } from './config';

const enough = {
  DATABASE_URL: 'postgres://kull@127.0.0.1/kull',
  KULL_ADMIN_TOKEN: 'a-token-of-more-than-sixteen',
};

describe('the settings', () => {
  it('have defaults for all but the database and the token', () => {
    expect(configFrom({ ...enough, REDIS_URL: '' })).toEqual({
      ...enough,
      NODE_ENV: 'development',
      KULL_HOST: '127.0.0.1',
      PORT: 3000,
      KULL_PUBLIC_URL: 'https://kull.example.no',
      KULL_ORGANISER_DOMAIN: 'bi.no',
      KULL_SIGNATORY_NAME: 'Kursadministrasjonen',
      KULL_SIGNATORY_ROLE: 'For kursarrangøren',
      KULL_KEYS: '.data/keys',
      KULL_QUEUE_PREFIX: '{kull}',
    });
  });

  it('are refused with all that is wrong at once, and without the values', () => {
    const read = () =>
      configFrom({
        DATABASE_URL: 'mysql://secret@x/y',
        PORT: '70000',
        KULL_QUEUE_PREFIX: 'kull',
        KULL_PEOPLE_KEY: 'short',
      });
    expect(read).toThrow(
      /DATABASE_URL[\s\S]*PORT[\s\S]*KULL_PEOPLE_KEY[\s\S]*KULL_ADMIN_TOKEN: is missing[\s\S]*KULL_QUEUE_PREFIX/,
    );
    expect(read).not.toThrow(/secret|mysql/);
  });

  it('do not let what stands on certificates depend on the port', () => {
    expect(configFrom({ ...enough, PORT: '80' }).KULL_PUBLIC_URL).toBe('https://kull.example.no');
    expect(() => configFrom({ ...enough, KULL_PUBLIC_URL: 'https://kull.example.no/' })).toThrow('KULL_PUBLIC_URL');
    expect(() => configFrom({ ...enough, KULL_PUBLIC_URL: 'http://kull.example.no' })).toThrow('KULL_PUBLIC_URL');
  });

  it('want a long token in production', () => {
    expect(() => configFrom({ ...enough, NODE_ENV: 'production' })).toThrow('32 characters');
  });

  it('let the clock be moved, but not in production', () => {
    const KULL_CLOCK = '2026-09-01T08:00:00+02:00';
    const production = { ...enough, NODE_ENV: 'production', KULL_ADMIN_TOKEN: 'x'.repeat(32) };
    expect(clockOf(configFrom({ ...enough, KULL_CLOCK }))).toEqual({ movable: true, startsAt: KULL_CLOCK });
    expect(clockOf(configFrom(enough))).toEqual({ movable: true });
    expect(clockOf(configFrom(production))).toEqual({ movable: false });
    expect(() => configFrom({ ...production, KULL_CLOCK })).toThrow('KULL_CLOCK: must not be set in production');
    for (const wrong of ['2026-09-01', '2026-09-01T08:00:00', '9999-12-31T23:00:00Z', 'tomorrow']) {
      expect(() => configFrom({ ...enough, KULL_CLOCK: wrong })).toThrow('KULL_CLOCK');
    }
  });

  it('are in the table for people and in .env.example as they are here', () => {
    expect(readFileSync(join(__dirname, 'README.md'), 'utf8')).toContain(configTable());
    expect(readFileSync(join(__dirname, '..', '.env.example'), 'utf8')).toBe(envExample());
  });
});
