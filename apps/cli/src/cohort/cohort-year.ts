import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { lockRegister, registerOf } from '../class/registers';
import type { KullClient } from '../service/client';
import { NotDone } from '../terminal/failures';
import type { CohortDocument, CohortFolder, Happening, PlannedSession } from './cohort-folder';
import { batchesOf, exceptionsIn } from './marks';

type PlannedGathering = CohortDocument['classes'][number]['gatherings'][number];

const anything = z.looseObject({});
const reported = z.looseObject({ id: z.string() });
const marked = z.looseObject({
  rejected: z.number(),
  marks: z.array(z.looseObject({ status: z.string(), message: z.string().optional() })),
});
const imported = z.looseObject({ rejected: z.array(z.looseObject({ row: z.number(), message: z.string() })) });

/** Where the operations about a class are, by its code. */
export type ClassesAt = (code: string) => string;

/** One thing that happens in the year, when the clock shows `at`. */
export interface YearStep {
  readonly at: string;
  readonly what: string;
  readonly take: () => Promise<void>;
}

const json = (body: object) => ({ json: JSON.stringify(body) });

const happen = async (client: KullClient, classAt: ClassesAt, one: Happening): Promise<void> => {
  const { at, class: code, studentNo } = one;
  const student = `${classAt(code)}/students/${encodeURIComponent(studentNo)}`;
  const say = (path: string, body: object) => client.post(path, json(body), at, anything);
  switch (one.kind) {
    case 'WITHDRAWAL':
      await say(`${student}/withdrawals`, { on: one.on, reasonClass: one.reasonClass });
      return;
    case 'TRANSFER':
      await say(`${student}/transfers`, { to: classAt(one.to).split('/').at(-1), on: one.on });
      return;
    case 'LEAVE':
      await say(`${student}/leaves`, { from: one.from, until: one.until, reasonClass: one.reasonClass });
      return;
    case 'MAKE_UP': {
      const { gathering } = one;
      await say(`${classAt(code)}/make-ups`, { studentNo, gathering, in: classAt(one.in).split('/').at(-1) });
      return;
    }
    case 'ABSENCE': {
      const body = json({ studentNo, sessions: one.sessions, reason: one.reason });
      const { id } = await client.post(`${classAt(code)}/absences`, body, at, reported);
      await say(`/v1/absences/${id}/decisions`, one.decision);
    }
  }
};

/** Marks everybody at the sessions of a gathering, and locks them; not the session about which marks disagree. */
const hold = async (
  client: KullClient,
  at: string,
  classCode: string,
  sessions: readonly PlannedSession[],
  exceptions: ReturnType<typeof exceptionsIn>,
): Promise<void> => {
  const { students } = await registerOf(client, at, sessions[0]!.code);
  const expected = students.filter(({ onLeave }) => !onLeave).map(({ studentNo }) => studentNo);
  const disputed = new Set<string>();
  for (const batch of batchesOf(classCode, sessions, expected, exceptions)) {
    const answer = await client.post(`${at}/mark-batches`, json(batch), '', marked);
    if (answer.rejected > 0)
      throw new NotDone(`Oppmøtet i ${classCode} ble ikke tatt inn.`, [
        ...new Set(answer.marks.flatMap(({ message }) => message ?? [])),
      ]);
    for (const [i, { status }] of answer.marks.entries())
      if (status === 'conflict') disputed.add(batch.marks[i]!.session);
  }
  const agreed = sessions.filter(({ code }) => !disputed.has(code));
  await Promise.all(agreed.map(({ code }) => lockRegister(client, at, code)));
};

const endOf = (sessions: readonly PlannedSession[]): number =>
  Math.max(...sessions.map(({ startsAt, hours }) => Date.parse(startsAt) + hours * 3_600_000));

const partsOf = (client: KullClient, classAt: ClassesAt, csv: Buffer): readonly YearStep[] => {
  const columns = ['student_no', 'part', 'fulfilled_at', 'reported_by'];
  const rows = parse<Record<string, string>>(csv, { bom: true, columns: true, delimiter: ';' });
  return [...new Set(rows.map((row) => row.class!))].map((code) => ({
    at: '2027-02-24T21:30:00+01:00',
    what: `Fører obligatoriske deler i ${code}`,
    take: async () => {
      const own = rows.filter((row) => row.class === code);
      await client.post(`${classAt(code)}/student-courses`, json({}), '', anything);
      const sent = stringify(own, { header: true, columns, bom: true, delimiter: ';', record_delimiter: '\r\n' });
      const { rejected } = await client.post(`${classAt(code)}/part-imports`, { csv: Buffer.from(sent) }, '', imported);
      if (rejected.length > 0)
        throw new NotDone(`Obligatoriske deler i ${code} ble ikke tatt inn.`, [rejected[0]!.message]);
    },
  }));
};

/** The year of the cohort until a day: what happened to people, and the gatherings that were over by then; in order of time. */
export const yearUntil = (
  until: string,
  client: KullClient,
  { document, happenings, table }: CohortFolder,
  classAt: ClassesAt,
): readonly YearStep[] => {
  const exceptions = exceptionsIn(table('exceptions.csv'));
  const held = document.classes.flatMap(({ code, gatherings }) =>
    gatherings
      .filter(({ sessions }) => endOf(sessions) <= Date.parse(until))
      .map(
        ({ number, sessions }: PlannedGathering): YearStep => ({
          at: new Date(endOf(sessions) + 3_600_000).toISOString(),
          what: `Fører oppmøte på samling ${number} i ${code}`,
          take: () => hold(client, classAt(code), code, sessions, exceptions),
        }),
      ),
  );
  const happened = happenings.map(
    (one): YearStep => ({
      at: one.at,
      what: `Fører det som skjedde med ${one.studentNo}`,
      take: () => happen(client, classAt, one),
    }),
  );
  return [...held, ...happened, ...partsOf(client, classAt, table('parts.csv'))].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
};
