import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInAccount } from '../harness/logged-in';
import { CourseClient } from '../rules/course-client';
import { folderNamed } from '../rules/course-folder';

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
