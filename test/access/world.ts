import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OfferQueries } from '@kull/admissions/read-models/offers.query';
import { DocumentStore } from '@kull/certificates/contracts';
import { EventStore } from '@kull/event-store';
import { release } from '../../libs/deliveries/test-model/released';
import type { TestApi } from '../harness/api';
import { CorrectedCourse } from '../rules/corrected-course';
import { CourseClient } from '../rules/course-client';
import { folderNamed } from '../rules/course-folder';
import type { Subject } from './matrix';

/** Something that a route may be about. `studentNo`: of a student there. A `gone` one is of X, ours or A's, and over. */
export interface Thing {
  readonly id: string;
  readonly studentNo?: string;
}

/** All that the matrix asks for: of class X and class Y, of person A and person B, and what is nowhere. */
export interface World {
  readonly things: Readonly<Record<Subject, Readonly<Record<string, Thing>>>>;
  readonly persons: Readonly<Record<'A' | 'B', string>>;
}

const OTHER_RECIPIENT = '987654321';
const someone = (numbers: readonly string[]): string => numbers.at(-1)!;

/** A class with awards, certificates and a delivery; one student of it; what belongs to it. */
const classOf = async (api: TestApi, client: CourseClient, seed: number, participants: number) => {
  const { id } = await CorrectedCourse.awarded(api, client, seed, participants);
  const awards = await client.get<{ data: { id: string; studentNo: string; ectsCredits: string | null }[] }>(
    `/classes/${id}/awards?limit=200`,
  );
  const numbers = awards.json().data.map(({ studentNo }) => studentNo);
  const studentNo = someone(numbers);
  const told = { studentNo, sessions: ['M6'], reason: 'ILLNESS' };
  const absence = await client.post<{ id: string }>(`/classes/${id}/absences`, told);
  const feed = await client.post<{ id: string }>(`/classes/${id}/calendar-feeds`, {});
  const oldFeed = await client.post<{ id: string }>(`/classes/${id}/calendar-feeds`, {});
  await client.post(`/calendar-feeds/${oldFeed.json().id}/revocations`, {});
  const oldAbsence = await client.post<{ id: string }>(`/classes/${id}/absences`, { ...told, sessions: ['M5'] });
  await client.post(`/absences/${oldAbsence.json().id}/withdrawals`, {});
  const certificates = await client.get<{ data: { certificateNo: string }[] }>(`/certificates?class=${id}`);
  // Of a student who has ectsCredits: the statement of them can be made.
  const explained = await Promise.all(
    awards.json().data.map(async (one) => ({
      id: one.id,
      stated: (await client.get(`/student-courses/${one.id}/files/statement.pdf`)).status === 200,
    })),
  );
  return {
    class: { id, studentNo },
    course: { id: explained.find(({ stated }) => stated)!.id },
    absence: { id: absence.json().id },
    feed: { id: feed.json().id },
    certificate: { id: certificates.json().data[0]!.certificateNo },
    oldFeed: { id: oldFeed.json().id },
    oldAbsence: { id: oldAbsence.json().id },
  };
};

const lines = (name: string): readonly string[] =>
  readFileSync(join(folderNamed('nlp-2026-intake'), name), 'utf8')
    .trimEnd()
    .split('\r\n');

/** Two applicants who were offered a place. */
const applicants = async (api: TestApi, client: CourseClient) => {
  const file = (name: string): Buffer => readFileSync(join(folderNamed('nlp-2026-intake'), name));
  const intake = (await client.post<{ id: string }>('/intakes', JSON.parse(file('intake.json').toString()))).json();
  await client.put(`/intakes/${intake.id}/hpr-register`, file('hpr-register.csv'));
  await client.put(`/intakes/${intake.id}/municipalities`, file('municipalities.csv'));
  const [header, ...rows] = lines('applications.csv');
  const some = rows.slice(0, 12);
  const csv = (all: readonly string[]): Buffer => Buffer.from(`${all.join('\r\n')}\r\n`);
  await client.post(`/intakes/${intake.id}/application-imports`, csv([header!, ...some]));
  const numbers = new Set(some.map((row) => row.slice(0, row.indexOf(';'))));
  const [scoreHeader, ...scores] = lines('assessments.csv');
  const judged = scores.filter((row) => numbers.has(row.slice(0, row.indexOf(';'))));
  await client.post(`/intakes/${intake.id}/assessment-imports`, csv([scoreHeader!, ...judged]));
  await client.post(`/intakes/${intake.id}/ranking-runs`, {});
  await client.post(`/intakes/${intake.id}/rounds/1/offers`, {});
  const list = await client.get<{ data: { id: string }[] }>(`/applications?intake=${intake.id}`);
  const found: { application: string; person: string; offer: string }[] = [];
  for (const { id } of list.json().data) {
    const view = (await client.get<{ personId: string; offers: { id: string }[] }>(`/applications/${id}`)).json();
    const offer = view.offers[0];
    if (offer) found.push({ application: id, person: view.personId, offer: offer.id });
  }
  const [a, b] = found;
  if (!a || !b || !(await api.app.get(OfferQueries, { strict: false }).find(a.offer))) throw new Error('no offers');
  return { a, b };
};

const webhookFor = async (client: CourseClient, orgNumber: string): Promise<Thing> => {
  const made = await client.post<{ id: string }>('/webhooks', { url: 'http://127.0.0.1:9/kull', orgNumber });
  if (made.status !== 201) throw new Error(made.text);
  return { id: made.json().id };
};

const closedWebhook = async (client: CourseClient): Promise<Thing> => {
  const webhook = await webhookFor(client, '960474341');
  await client.post(`/webhooks/${webhook.id}/closings`, {});
  return webhook;
};

export const worldIn = async (api: TestApi): Promise<World> => {
  const client = new CourseClient(api);
  const x = await classOf(api, client, 3, 16);
  const y = await classOf(api, client, 4, 20);
  const { a, b } = await applicants(api, client);
  const { data } = (await client.get<{ data: { id: string }[] }>('/exports')).json();
  const others = await release(
    api.app.get(EventStore, { strict: false }),
    api.app.get(DocumentStore, { strict: false }),
    new Uint8Array(10),
    { recipient: OTHER_RECIPIENT },
  );
  const none = { id: 'none_4h7m2x9k1q5v8t3r6b0n4d7f2c', studentNo: 'S999999' };
  const everybody = (await client.get<{ data: { personId: string; students: { classId: string }[] }[] }>('/persons'))
    .json()
    .data.filter(({ students }) => students.length === 1);
  const personOf = (classId: string): Thing => ({
    id: everybody.find(({ students }) => students[0]!.classId === classId)!.personId,
  });
  const inClasses = (of: keyof typeof x) => ({ X: x[of], Y: y[of], none });
  return {
    persons: { A: a.person, B: b.person },
    things: {
      '-': { any: { id: 'x1', studentNo: 'x1' } },
      class: inClasses('class'),
      course: inClasses('course'),
      absence: { ...inClasses('absence'), gone: x.oldAbsence },
      feed: { ...inClasses('feed'), gone: x.oldFeed },
      person: { X: personOf(x.class.id), Y: personOf(y.class.id), none },
      certificate: { ...inClasses('certificate'), none: { id: '0000-0000-0000-0000-0000-0' } },
      export: { ours: { id: data[0]!.id }, others: { id: others.batchId }, none },
      webhook: {
        ours: await webhookFor(client, '960474341'),
        others: await webhookFor(client, OTHER_RECIPIENT),
        gone: await closedWebhook(client),
        none,
      },
      application: { A: { id: a.application }, B: { id: b.application }, none },
      offer: { A: { id: a.offer }, B: { id: b.offer }, none },
    },
  };
};
