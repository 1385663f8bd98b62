import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { jobsWithWords } from './job-words';

const libs = join(__dirname, '../../../../../libs');

/** The kinds of jobs that the contexts have handlers for, by what stands in their code. */
const jobsInCode = (): readonly string[] =>
  readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file.includes('/src/'))
    .flatMap((file) => [...readFileSync(join(libs, file), 'utf8').matchAll(/^@JobHandler\('([\w-]+)'/gm)])
    .map(([, job]) => job!);

describe('the words for jobs', () => {
  it('are there for each that can stop, and for no other', () =>
    expect([...jobsWithWords].sort()).toEqual([...new Set(jobsInCode())].sort()));
});
