import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database';
import { migrate } from './migrate';

let testDatabase: TestDatabase;
let url: string;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const missing = new URL(testDatabase.url);
  missing.pathname = `${missing.pathname}_new`;
  url = missing.href;
});
afterAll(async () => {
  const owner = await new DataSource({ type: 'postgres', url: testDatabase.url }).initialize();
  await owner.query(`drop database if exists "${new URL(url).pathname.slice(1)}" with (force)`);
  await owner.destroy();
  await testDatabase.drop();
});

describe('migrating', () => {
  it('makes the database when it is missing, whoever comes first, and each step once', async () => {
    const runs = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const steps = runs.flatMap(({ run }) => run);
    expect(steps).toContain('http/001-idempotency 1790000000000');
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('does nothing to a database that is up to date', async () => {
    expect((await migrate(url)).run).toEqual([]);
  });
});
