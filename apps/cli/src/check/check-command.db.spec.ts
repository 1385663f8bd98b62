import { CoursePoints } from '../../../../test/harness/course-points';
import { runCommand } from '../testing/run-command';

let course: CoursePoints;
beforeAll(async () => {
  course = await CoursePoints.start();
  for (const n of [1, 2]) {
    const student = await course.student(n);
    await course.award(student);
    if (n === 1) await course.work(student);
  }
});
afterAll(() => course.close());

const check = (...words: readonly string[]) =>
  runCommand(['check', 'certificates', '--database', course.store.url, ...words]);

it('says that all is well, and does not miss what is still being worked on', async () => {
  expect(await check()).toMatchObject({
    code: 0,
    out: '1 versjon av kursbevis er kontrollert, 1 gjelder. Alt stemmer.\n',
  });
});

it('says what is wrong, one line each, with its rule', async () => {
  const { code, out } = await check('--grace', '0');
  expect([code, out]).toEqual([
    1,
    expect.stringMatching(/^student-course-\S+ {2}CERTIFICATE_MISSING: kurspoengene er/),
  ]);
  const answer = JSON.parse((await check('--grace', '0', '--json')).out);
  expect(answer).toMatchObject({ versions: 1, live: 1, findings: 1, data: [{ rule: 'CERTIFICATE_MISSING' }] });
});

it('wants whole minutes, and an address to look at what is published', async () => {
  expect(await check('--grace', 'long')).toMatchObject({ code: 2 });
  expect(await check('--published')).toMatchObject({ code: 2, err: expect.stringContaining('hvor tjenesten er') });
});
