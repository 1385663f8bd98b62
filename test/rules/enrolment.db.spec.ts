import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnrolPlaceHolders } from '@kull/teaching/reactions/enrol-place-holders';
import { PlanIntakeClasses } from '@kull/teaching/reactions/plan-intake-classes';
import { createTestApi, type TestApi } from '../harness/api';
import { CourseClient } from './course-client';
import { folderNamed } from './course-folder';

const folder = folderNamed('nlp-2026-intake');
const file = (name: string): Buffer => readFileSync(join(folder, name));

interface ListedClass {
  readonly code: string;
  readonly site: string;
  readonly placesTaken: number;
}

let api: TestApi;
let client: CourseClient;
let intakeId: string;
beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  const document = JSON.parse(file('intake.json').toString('utf8')) as { rounds: { round: number }[] };
  intakeId = (await client.post<{ id: string }>('/intakes', document)).json().id;
  await api.app.get(PlanIntakeClasses).handle({ intakeId });
});
afterAll(() => api.close());

const classes = async (): Promise<readonly ListedClass[]> =>
  (await client.get<{ data: readonly ListedClass[] }>('/classes?intake=NLP-2026')).json().data;

/** Takes the intake to its end; answers how many hold a place, and the lines of class-lists.csv. */
const complete = async () => {
  const at = `/intakes/${intakeId}`;
  await client.put(`${at}/hpr-register`, file('hpr-register.csv'));
  await client.put(`${at}/municipalities`, file('municipalities.csv'));
  await client.post(`${at}/application-imports`, file('applications.csv'));
  await client.post(`${at}/assessment-imports`, file('assessments.csv'));
  await client.post(`${at}/ranking-runs`, {});
  for (const round of [1, 2, 3, 4]) {
    await client.post(`${at}/rounds/${round}/earmarked-releases`, {});
    await client.post(`${at}/rounds/${round}/offers`, {});
    await client.post(`${at}/rounds/${round}/answer-imports`, file('answers.csv'));
    await client.post(`${at}/rounds/${round}/closings`, {});
  }
  const { placesHeld } = (await client.post<{ placesHeld: number }>(`${at}/completions`, {})).json();
  const lists = (await client.get(`${at}/files/class-lists.csv`)).text.split('\r\n').slice(1, -1);
  return { placesHeld, lists };
};

describe('the classes of an intake', () => {
  it('are planned when it opens, empty', async () => {
    expect(await classes()).toMatchObject([
      { code: 'OSLO-1', site: 'Oslo', placesTaken: 0 },
      { code: 'OSLO-2', site: 'Oslo', placesTaken: 0 },
      { code: 'OSLO-3', site: 'Oslo', placesTaken: 0 },
      { code: 'TRONDHEIM-1', site: 'Trondheim', placesTaken: 0 },
    ]);
  });

  it('get the students who hold a place when it is completed, once', async () => {
    const { placesHeld, lists } = await complete();
    const enrol = api.app.get(EnrolPlaceHolders);
    await Promise.all([enrol.handle({ intakeId }), enrol.handle({ intakeId })]);
    const taken = (await classes()).map(({ code, placesTaken }) => `${code}: ${placesTaken}`);
    const listed = ['OSLO-1', 'OSLO-2', 'OSLO-3', 'TRONDHEIM-1'].map(
      (code) => `${code}: ${lists.filter((line) => line.startsWith(`${code};`)).length}`,
    );
    expect(lists).toHaveLength(placesHeld);
    expect(taken).toEqual(listed);
    const before = await client.events();
    await enrol.handle({ intakeId });
    expect(await client.events()).toBe(before);
  });
});
