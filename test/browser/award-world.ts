import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { CourseClient } from '../rules/course-client';
import { folderNamed } from '../rules/course-folder';
import { keepPicture, looks, overflows, type Visit, type VisitChoice, violations, visit } from './visiting';

const spring = folderNamed('nla-2026-spring');

/** A file of the course in the spring. */
export const fileOf = (name: string): Buffer => readFileSync(join(spring, name));

/** The course of the spring in the service, two administrators who are logged in, and a browser. */
export interface AwardWorld {
  readonly api: TestApi;
  readonly client: CourseClient;
  readonly classId: string;
  readonly origin: string;
  readonly browser: Browser;
  readonly cookie: string;
  readonly otherCookie: string;
  close(): Promise<void>;
}

/** As it stands when attendance is in: nothing is graded, nothing is judged. */
export const attendedCourse = async (): Promise<AwardWorld> => {
  const api = await createTestApi();
  const client = new CourseClient(api);
  const planned = await client.post<{ id: string }>('/classes', JSON.parse(fileOf('course.json').toString('utf8')));
  const { id } = planned.json();
  await client.put(`/classes/${id}/hpr-register`, fileOf('hpr-register.csv'));
  await client.post(`/classes/${id}/participant-imports`, fileOf('participants.csv'));
  await client.post(`/classes/${id}/attendance-imports`, fileOf('attendance.csv'));
  await api.app.listen(0, '127.0.0.1');
  const origin = await api.app.getUrl();
  const browser = await launchChromium();
  const cookie = await loggedInAccount(api, 'mli', { role: 'administrator' });
  const otherCookie = await loggedInAccount(api, 'khe', { role: 'administrator' });
  return {
    api,
    client,
    classId: id,
    origin,
    browser,
    cookie,
    otherCookie,
    close: async () => {
      await browser.close();
      await api.close();
    },
  };
};

/** Somebody who looks at the screens of that world, as the first administrator unless said otherwise. */
export const visitorOf = (world: () => AwardWorld) => {
  const open = (path: string, choice: Partial<VisitChoice> = {}): Promise<Visit> => {
    const { browser, origin, cookie } = world();
    return visit(browser, origin + path, { width: 1280, colorScheme: 'light', headers: { cookie }, ...choice });
  };

  const wrongIn = async (path: string, name: string, choice: Partial<VisitChoice>): Promise<readonly string[]> => {
    const { page, complaints } = await open(path, choice);
    await page.locator('h1').waitFor();
    await keepPicture(page, name);
    const wrong = [...(await violations(page)), ...complaints, ...((await overflows(page)) ? ['too wide'] : [])];
    await page.context().close();
    return wrong.map((one) => `${name}: ${one}`);
  };

  /** A screen in every look, and in nynorsk and English: nothing is wrong with it. */
  const expectAccessible = async (path: string, name: string): Promise<void> => {
    for (const { width, colorScheme } of looks)
      expect(await wrongIn(path, `${name}-${width}-${colorScheme}`, { width, colorScheme })).toEqual([]);
    for (const language of ['nn', 'en'])
      expect(
        await wrongIn(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`, `${name}-${language}`, {}),
      ).toEqual([]);
  };

  return { open, expectAccessible };
};
