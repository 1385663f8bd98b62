import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApi } from '../harness/api';
import { type CohortClass, planCohort } from '../harness/filled-cohort';
import { loggedInAccount } from '../harness/logged-in';
import { folderNamed } from '../rules/course-folder';
import type { Asker } from './principals';
import type { Thing, World } from './world';

/** Who asks, of what, and what stands in an address where the matrix asks for nothing in particular. */
export interface Story {
  readonly askers: readonly Asker[];
  readonly things: World['things'];
  readonly filledIn: readonly (readonly [RegExp, string])[];
}

const CSV = 'text/csv';
/** Early in the first round, after its end, and in the middle of a gathering. */
const TIMES = { answering: '2026-05-02T10:00:00Z', decided: '2026-06-20T10:00:00Z', gathering: '2026-11-16T08:30:00Z' };
const SESSION = 'G3D1F';

/** One act after another, each by somebody; what is answered is watched by whoever tells the story. */
class Acts {
  constructor(private readonly api: TestApi) {}

  async by(
    { headers }: Pick<Asker, 'headers'>,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object | string,
  ): Promise<Record<string, never>> {
    const isText = typeof body === 'string';
    const reply = await this.api.fastify.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-type': isText ? CSV : 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { payload: isText ? body : JSON.stringify(body) }),
    });
    if (reply.statusCode >= 300) throw new Error(`${method} ${path}: ${reply.statusCode} ${reply.body}`);
    return reply.headers['content-type']?.toString().includes('json') ? reply.json() : {};
  }

  clock(office: Pick<Asker, 'headers'>, now: string): Promise<unknown> {
    return this.by(office, 'PUT', '/clock', { now });
  }
}

/** The day of the test, whatever day it is. */
export const atTheGathering = (api: TestApi): Promise<unknown> =>
  new Acts(api).clock({ headers: { authorization: api.authorization } }, TIMES.gathering);

interface Row {
  readonly id: string;
}

const dataOf = (answer: Record<string, never>): readonly Row[] => answer.data as unknown as readonly Row[];

/** Answers, decisions, an appeal, somebody who is partial: of the intake in the world. */
const inTheIntake = async (acts: Acts, asker: (name: string) => Asker, { things }: World): Promise<string> => {
  const office = asker('operator');
  const [{ id: intake }] = dataOf(await acts.by(office, 'GET', '/intakes')) as [Row];
  const [a, b] = [things.application.A!.id, things.application.B!.id];
  await acts.clock(office, TIMES.answering);
  await acts.by(asker('student A'), 'POST', `/offers/${things.offer.A!.id}/answers`, {
    answer: 'ACCEPT',
    keepWaiting: true,
  });
  await acts.by(office, 'POST', `/intakes/${intake}/rounds/1/closings`, {});
  for (const round of [2, 3, 4]) {
    await acts.by(office, 'POST', `/intakes/${intake}/rounds/${round}/earmarked-releases`, {});
    await acts.by(office, 'POST', `/intakes/${intake}/rounds/${round}/offers`, {});
    await acts.by(office, 'POST', `/intakes/${intake}/rounds/${round}/closings`, {});
  }
  await acts.by(office, 'POST', `/intakes/${intake}/completions`, {});
  await acts.clock(office, TIMES.decided);
  const appeal = { wantedChange: 'En plass i OSLO-1', grounds: 'Jeg svarte i tide' };
  await acts.by(asker('student B'), 'POST', `/applications/${b}/appeals`, appeal);
  await acts.by(asker('administrator'), 'POST', `/applications/${a}/appeals`, appeal);
  const [letter] = dataOf(await acts.by(asker('student A'), 'GET', `/applications/${a}/letters`)) as [Row];
  await acts.by(asker('student A'), 'GET', `/applications/${a}/letters/${letter.id}/document`);
  await acts.by(office, 'POST', `/applications/${a}/statements-of-reasons`, { text: 'Slik ble det regnet' });
  const [{ id: first }] = dataOf(await acts.by(office, 'GET', '/appeals')) as [Row];
  await acts.by(asker('administrator'), 'POST', `/appeals/${first}/decisions`, {
    outcome: 'FORWARDED',
    reasons: 'Svaret kom ikke',
  });
  return intake;
};

/** Another intake, where nothing is offered yet: who is partial, two runs and what is between them. */
const beforeTheOffers = async (acts: Acts, asker: (name: string) => Asker): Promise<void> => {
  const [office, assessor, administrator] = ['operator', 'assessor', 'administrator'].map(asker) as [
    Asker,
    Asker,
    Asker,
  ];
  const file = (name: string): string => readFileSync(join(folderNamed('nlp-2026-intake'), name), 'utf8');
  const first = (name: string, lines: number): string => `${file(name).split('\r\n').slice(0, lines).join('\r\n')}\r\n`;
  const plan = { ...JSON.parse(file('intake.json')), intake: 'NLP-2026-B' };
  const { id } = await acts.by(office, 'POST', '/intakes', plan);
  await acts.by(office, 'PUT', `/intakes/${id}/hpr-register`, file('hpr-register.csv'));
  await acts.by(office, 'PUT', `/intakes/${id}/municipalities`, file('municipalities.csv'));
  await acts.by(office, 'POST', `/intakes/${id}/application-imports`, first('applications.csv', 4));
  await acts.by(office, 'POST', `/intakes/${id}/assessment-imports`, first('assessments.csv', 7));
  await acts.by(office, 'POST', `/intakes/${id}/ranking-runs`, {});
  const [one, two] = dataOf(await acts.by(office, 'GET', `/applications?intake=${id}`)) as [Row, Row];
  const partial = { ground: 'OTHER', explanation: 'Gode venner' };
  await acts.by(assessor, 'POST', `/applications/${one.id}/disqualifications`, partial);
  const other = { ...partial, assessor: 'assessor-z' };
  await acts.by(administrator, 'POST', `/applications/${two.id}/disqualifications`, other);
  await acts.by(assessor, 'GET', `/intakes/${id}/assessment-work`);
  await acts.by(assessor, 'POST', `/intakes/${id}/assessment-imports`, 'application_no;assessor;score\r\n');
  await acts.by(office, 'GET', `/intakes/${id}/disqualifications`);
  await acts.by(office, 'POST', `/intakes/${id}/ranking-runs`, {});
  await acts.by(office, 'GET', `/intakes/${id}/ranking-comparison?from=1&to=2`);
};

/** Marks, one that disagrees, a scan at the door, a leave, an absence: of a class that is taught. */
const atTheDoor = async (
  acts: Acts,
  [own, other]: readonly [CohortClass, CohortClass],
  { coordinator, teacher }: Readonly<Record<'coordinator' | 'teacher', Asker>>,
): Promise<void> => {
  const at = `/classes/${own.id}`;
  const [first, second, third, fourth] = own.students as [string, string, string, string];
  const mark = (studentNo: string, more: object, session = SESSION) => ({
    ...{ id: randomUUID(), session, studentNo, presence: 'PRESENT', observedAt: TIMES.gathering },
    ...more,
  });
  const away = { presence: 'EXCUSED', excuse: 'ILLNESS' };
  const marked = (by: Asker, device: string, marks: readonly object[]) =>
    acts.by(by, 'POST', `${at}/mark-batches`, { device, marks });
  const seen = mark(first, {});
  await marked(teacher, 'door-1', [
    seen,
    mark(second, away),
    mark(third, away),
    mark(first, { replaces: seen.id, lateHours: 0.5 }),
    mark(other.students[0]!, {}),
  ]);
  await marked(coordinator, 'office-1', [mark(second, {}), mark(third, {}), mark(other.students[0]!, {})]);
  const said = { presence: 'EXCUSED', excuse: 'ILLNESS', reasonClass: 'OTHER', reason: 'Legeerklæring sett' };
  const { students } = (await acts.by(coordinator, 'GET', `${at}/registers/${SESSION}`)) as unknown as {
    students: readonly { studentNo: string; marks: readonly Row[] }[];
  };
  const marks = students.find(({ studentNo }) => studentNo === third)!.marks.map(({ id }) => id);
  await acts.by(coordinator, 'POST', `${at}/registers/${SESSION}/settlements`, { studentNo: third, marks, ...said });
  await acts.by(coordinator, 'POST', `${at}/registers/${SESSION}/corrections`, { studentNo: fourth, ...said });
  const { code } = await acts.by(coordinator, 'GET', `${at}/students/${first}/door-code`);
  const scan = { id: randomUUID(), session: SESSION, code, observedAt: TIMES.gathering };
  const unknown = { ...scan, id: randomUUID(), code: 'x' };
  for (const by of [teacher, coordinator]) {
    await acts.by(by, 'POST', `${at}/door-scans`, { device: 'door-2', scans: [scan, unknown] });
    await acts.by(by, 'POST', `${at}/check-ins`, { id: randomUUID(), code, session: SESSION });
    await acts.by(by, 'POST', `${at}/registers/${SESSION}/sheet-imports`, 'row_code;presence\r\nx;T\r\n');
  }
  await acts.by(coordinator, 'POST', `/classes/${other.id}/make-ups`, {
    ...{ studentNo: other.students[1], gathering: 6, in: own.id },
  });
  await acts.by(coordinator, 'POST', `/classes/${other.id}/students/${other.students[2]}/transfers`, {
    ...{ to: own.id, on: '2026-11-10' },
  });
  await acts.by(coordinator, 'POST', `${at}/students/${fourth}/leaves`, { from: '2026-11-01', reasonClass: 'ILLNESS' });
};

/** The record of everybody whom they may read: which of them has most to tell, their ids do not say. */
const everyPerson = async (acts: Acts, asker: (name: string) => Asker, { persons }: World): Promise<void> => {
  for (const by of ['coordinator of X', 'coordinator of Y'].map(asker)) {
    const { data } = (await acts.by(by, 'GET', '/persons')) as unknown as { data: readonly { personId: string }[] };
    for (const { personId } of data)
      for (const reader of [by, asker('operator')]) {
        await acts.by(reader, 'GET', `/persons/${personId}`);
        await acts.by(reader, 'GET', `/persons/${personId}/timeline`);
      }
  }
  for (const personId of Object.values(persons)) await acts.by(asker('operator'), 'GET', `/persons/${personId}`);
};

/** What a grader does, and the association: of what the world has already. */
const afterwards = async (acts: Acts, asker: (name: string) => Asker, { things }: World): Promise<void> => {
  const [grader, client] = [asker('grader'), asker('client')];
  const { id, studentNo } = things.class.X!;
  const header = 'student_no;assessment;result;graded_by;attested_by;attested_at\r\n';
  const rows = `${header}${studentNo};EXAM;PASSED;gra;;\r\nS999999;EXAM;PASSED;gra;;\r\n`;
  await acts.by(grader, 'POST', `/classes/${id}/result-previews`, rows);
  await acts.by(grader, 'POST', `/classes/${id}/result-imports`, rows);
  await acts.by(grader, 'POST', `/classes/${id}/attestations`, { results: [{ studentNo, assessment: 'EXAM' }] });
  await acts.by(grader, 'POST', `/student-courses/${things.course.X!.id}/assessments/EXAM/reasons`, {});
  const delivery = `/exports/${things.export.ours!.id}`;
  const { lines } = (await acts.by(client, 'GET', delivery)) as unknown as {
    lines: readonly { certificateNo: string; lineNo: number; version: number }[];
  };
  const { certificateNo, lineNo, version } = lines[0]!;
  const receipt = { certificateId: certificateNo, lineNo, version, receivedAt: TIMES.gathering };
  const records = [
    { ...receipt, result: 'REJECTED', code: 'E201', message: 'Nummeret er ukjent' },
    { ...receipt, certificateId: 'X-1', result: 'RECEIVED' },
  ];
  const receiptHeader = 'certificate_id;line_no;version;result;code;message;received_at';
  const csv = `${receiptHeader}\r\nX-1;1;1;RECEIVED;;;2026-07-12T10:00:00Z\r\n`;
  for (const by of [client, asker('operator')]) {
    await acts.by(by, 'POST', `${delivery}/acknowledgements`, { records });
    await acts.by(by, 'POST', `${delivery}/acknowledgement-imports`, csv);
    await acts.by(by, 'POST', '/points-look-ups', { certificateNumber: certificateNo });
  }
  await acts.by(client, 'POST', '/webhooks', { url: 'http://127.0.0.1:9/kull' });
};

const accountOf = async (
  api: TestApi,
  code: string,
  role: 'coordinator' | 'teacher',
  classes: readonly CohortClass[],
): Promise<Asker> => ({
  name: `${role} of Z`,
  headers: {
    cookie: await loggedInAccount(api, code, { role, classes: classes.map(({ id }) => id) }),
    'sec-fetch-site': 'same-origin',
  },
  roles: [role],
  theirs: (_, thing) => thing === 'Z',
});

/**
 * What happens in the world of the matrix until there is something in every list: by whom it may be done, so that what
 * each is answered is seen.
 */
export const fieldStory = async (
  api: TestApi,
  world: World,
  askersAt: () => Promise<readonly Asker[]>,
  met: (askers: readonly Asker[]) => void,
): Promise<Story> => {
  const acts = new Acts(api);
  const classes = (await planCohort(api.app, 'NLP-2027', { classes: 2, students: 6 })) as [CohortClass, CohortClass];
  const named = (askers: readonly Asker[]) => (name: string) => askers.find((one) => one.name === name)!;
  let askers = await askersAt();
  met(askers);
  await acts.by(
    named(askers)('administrator'),
    'POST',
    '/staff-imports',
    'code;name;email;phone;language\r\nkhe;Kari Helgesen;khe@example.no;+4799999999;nb\r\nx;;;;\r\n',
  );
  const intake = await inTheIntake(acts, named(askers), world);
  await beforeTheOffers(acts, named(askers));
  await acts.clock(named(askers)('operator'), TIMES.gathering);
  askers = await askersAt();
  met(askers);
  await everyPerson(acts, named(askers), world);
  await afterwards(acts, named(askers), world);
  const own = {
    coordinator: await accountOf(api, 'coz', 'coordinator', classes),
    teacher: await accountOf(api, 'tez', 'teacher', classes.slice(0, 1)),
  };
  met(Object.values(own));
  await atTheDoor(acts, classes, own);
  const Z: Thing = { id: classes[0].id, studentNo: classes[0].students[0]! };
  return {
    askers: [...askers, ...Object.values(own)],
    things: { ...world.things, class: { ...world.things.class, Z } },
    filledIn: [
      [/\/intakes\/x1/, `/intakes/${intake}`],
      [/intake=none/, `intake=${intake}`],
      [/\/sessions$/, '/sessions?on=2026-11-16'],
      [/\/registers\/M1$/, `/registers/${SESSION}`],
    ],
  };
};
