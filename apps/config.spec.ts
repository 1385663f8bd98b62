import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { clockOf, configFrom, hprApiOf, mailFrom } from './config';
import { configTable, envExample } from './settings';

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
      KULL_MAIL_FROM: 'Kursadministrasjonen <kull@example.no>',
      KULL_MASKINPORTEN_ISSUER: 'https://maskinporten.no/',
      KULL_QUEUE_PREFIX: '{kull}',
      KULL_REMINDERS_EVERY: 60,
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

  it("take HPR's open API only with all that it needs, and only encrypted", () => {
    const hpr = {
      KULL_HPR_API_URL: 'https://api.offentlig.hpr.nhn.no',
      KULL_MASKINPORTEN_CLIENT_ID: 'client',
      KULL_MASKINPORTEN_KEY_FILE: 'key.pem',
      KULL_MASKINPORTEN_KEY_ID: 'kid',
    };
    expect(hprApiOf(configFrom(enough))).toBeUndefined();
    expect(hprApiOf(configFrom({ ...enough, ...hpr }))).toEqual({
      baseUrl: 'https://api.offentlig.hpr.nhn.no',
      issuer: 'https://maskinporten.no/',
      tokenUrl: 'https://maskinporten.no/token',
      clientId: 'client',
      keyFile: 'key.pem',
      keyId: 'kid',
    });
    const { KULL_MASKINPORTEN_KEY_ID: _, ...without } = hpr;
    expect(() => configFrom({ ...enough, ...without })).toThrow('KULL_MASKINPORTEN_KEY_ID: is missing');
    for (const url of ['http://api.offentlig.hpr.nhn.no', 'ftp://127.0.0.1', 'HPR'])
      expect(() => configFrom({ ...enough, ...hpr, KULL_HPR_API_URL: url })).toThrow('KULL_HPR_API_URL');
  });

  it('want a long token in production', () => {
    expect(() => configFrom({ ...enough, NODE_ENV: 'production' })).toThrow('32 characters');
  });

  it('want a sender where mail is sent in production, and no outbox that shows it', () => {
    const production = { ...enough, NODE_ENV: 'production', KULL_ADMIN_TOKEN: 'x'.repeat(32) };
    const KULL_SMTP_URL = 'smtps://smtp.example.no';
    expect(() => configFrom({ ...production, KULL_SMTP_URL })).toThrow(
      'KULL_MAIL_FROM: must be set where mail is sent',
    );
    expect(() => configFrom({ ...production, KULL_OUTBOX: '/tmp/x' })).toThrow('KULL_OUTBOX: must not be set');
    const config = configFrom({ ...production, KULL_SMTP_URL, KULL_MAIL_FROM: 'BI <kull@bi.example.no>' });
    expect(mailFrom(config)).toEqual({ name: 'BI', address: 'kull@bi.example.no' });
    for (const wrong of ['kull@bi.example.no', 'BI <a@x.no>, <b@x.no>']) {
      expect(() => configFrom({ ...enough, KULL_MAIL_FROM: wrong })).toThrow('KULL_MAIL_FROM');
    }
    expect(() => configFrom({ ...enough, KULL_SMTP_URL: 'http://x.no' })).toThrow('KULL_SMTP_URL');
    expect(() => configFrom({ ...enough, KULL_OFFICE_EMAIL: 'a@x.no, b@x.no' })).toThrow('KULL_OFFICE_EMAIL');
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
