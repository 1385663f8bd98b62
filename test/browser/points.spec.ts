import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { People } from '@kull/people';
import type { Browser } from 'playwright-core';
import { StudentPoints, type ToldCourse } from '../../apps/web/src/student/student-points';
import { createTestApi, type TestApi } from '../harness/api';
import { launchChromium } from '../harness/chromium';
import { loggedInPerson } from '../harness/logged-in';
import { journey } from './journeys';
import { keepPicture, looks, overflows, settled, violations, visit } from './visiting';

const text = (words: string) => ({ nb: words, nn: words, en: words });

/** Amir, whose number is not in the register. */
const course: ToldCourse = {
  studentCourseId: 'stc_1',
  title: 'Nettbasert lederutdanning for allmennleger',
  classCode: 'NLA-2026V-1',
  coursePoints: {
    has: 0,
    of: 60,
    requirements: [
      { code: 'ATTENDANCE', status: 'met', text: text('Nok oppmøte: 58,5 av 60 timer; kravet er 80 %') },
      { code: 'HPR_UNKNOWN', status: 'waiting', text: text('HPR-nummeret finnes ikke i registeret') },
      { code: 'NOT_POSTED', status: 'not_met', text: text('Legeforeningen har ikke meldt at poengene er ført') },
    ],
    blocking: {
      code: 'HPR_UNKNOWN',
      status: 'waiting',
      text: text('HPR-nummeret finnes ikke i registeret'),
      action: 'CORRECT_HPR_NUMBER',
      dueAt: '2199-06-24',
    },
    outcome: text('Kurspoengene er ikke tildelt'),
  },
  assessments: [
    {
      code: 'TAKE_HOME_EXAM',
      title: 'Hjemmeeksamen',
      isPassed: true,
      result: { grade: 'C', at: '2027-06-24T10:00:00.000Z' },
      reasonsDeadline: '2199-07-01',
      appealDeadline: '2199-07-15',
    },
  ],
  ectsCredits: { has: 5, of: 5, requirements: [] },
  attendance: {
    countedIn: 'HALF_DAYS',
    sessions: { total: 44, attended: 25, open: 8 },
    standings: [
      {
        award: 'ectsCredits',
        status: 'AT_RISK',
        total: 352,
        required: 264,
        attended: 200,
        open: 64,
        possible: 264,
        leftToLose: 0,
        sessionsLeftToLose: 0,
      },
    ],
  },
};

let api: TestApi;
let origin: string;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  origin = await api.app.getUrl();
  browser = await launchChromium();
  const [personId] = await api.app.get(People).register([
    {
      nationalId: '15877512345',
      familyName: 'Haddad',
      givenNames: 'Amir',
      birthDate: '1975-07-15',
      asOf: '2026-03-01T10:00:00.000Z',
    },
  ]);
  cookie = await loggedInPerson(api, personId!);
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

describe.each(looks)('«Mine poeng», $width px wide, $colorScheme', ({ width, colorScheme }) => {
  const see = () => visit(browser, `${origin}/mine-poeng`, { width, colorScheme, headers: { cookie } });

  it('answers in one screen, says the rest when asked, and is accessible (walks S6)', async () => {
    jest.spyOn(api.app.get(StudentPoints), 'of').mockResolvedValue([course]);
    const seen = await see();
    const { page, complaints } = seen;
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await overflows(page)).toBe(false);
    const { y, height } = (await page.getByText('Du må rette HPR-nummeret innen').first().boundingBox())!;
    expect(y + height).toBeLessThan(640);
    const warning = (await page.getByText('Du må være med på alt som er igjen.').first().boundingBox())!;
    expect(warning.y).toBeLessThan((await page.getByText('0 av 60 kurspoeng').boundingBox())!.y);
    await page.goto(`${origin}/`);
    await journey('S6', seen, async () => {
      await page.getByRole('link', { name: 'Mine poeng' }).click();
      await page.getByText('Resultat: C (torsdag 24. juni 2027)').waitFor();
      await page.getByText(/^Be om begrunnelse innen \S+ 1\. juli 2199$/).waitFor();
      await page.getByText(/^Klag innen \S+ 15\. juli 2199$/).waitFor();
    });
    await page.getByText('Du har vært med på 25 av 44 halvdager.').waitFor();
    await page.locator('summary').first().click();
    await page.getByText('Legeforeningen har ikke meldt').waitFor();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await keepPicture(page, `points-${width}-${colorScheme}`);
    await page.context().close();
  });

  it('says what happens next while there is no course', async () => {
    const { page } = await see();
    await page.getByText('De kommer når klassen din er satt opp').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

it('is in the language that the student chose last', async () => {
  const { page } = await visit(browser, `${origin}/mine-poeng?lang=nn`, {
    width: 360,
    colorScheme: 'light',
    headers: { cookie: `${cookie}; kull-lang=en` },
  });
  expect(await page.locator('html').getAttribute('lang')).toBe('nn');
  await page.context().close();
});
