import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateQueries } from '@kull/certificates/read-models/certificate.query';
import { IssuedCertificateQueries } from '@kull/certificates/read-models/issued-certificates.query';
import { sentLineReadModel } from '@kull/deliveries/read-models/sent-line.v2';
import { SentLineQueries } from '@kull/deliveries/read-models/sent-lines.query';
import type { Recorded, Tx } from '@kull/event-store';
import { ClassList, type ListedClass } from '@kull/teaching/contracts/classes';
import { CoursePoints, classId, type Student } from '../../../../test/harness/course-points';
import type { Occasion } from '../domain/occasion';
import type { Plan } from '../domain/plan';
import type { EventSource } from '../event-source';
import { CertificatesIssued, CertificatesReplaced, CertificatesRevoked } from './certificates/source';
import { OverdueDeliveries } from './deliveries/overdue-source';
import { RejectedLines } from './deliveries/rejected-source';
import { writeOccasion } from './index';
import { planWith } from './testing/plans';

class OneClass extends ClassList {
  async ofProgramme() {
    return [];
  }
  async named(classIds: readonly string[]): Promise<readonly ListedClass[]> {
    const programme = { code: 'NLA', title: 'Nettbasert lederutdanning for allmennleger' };
    const plan = { code: 'NLA-2026V-1', site: 'ONLINE', capacity: 30, programme };
    return classIds.includes(classId) ? [{ classId, plan }] : [];
  }
  async approvedBy() {
    return [];
  }
  async students() {
    return [];
  }
  async sessionsEnding() {
    return [];
  }
  async sessionsBeginning() {
    return [];
  }
  async nextBeginning() {
    return undefined;
  }
  async sessionsOf() {
    return [];
  }
}

let points: CoursePoints;
let issued: CertificatesIssued;
let replaced: CertificatesReplaced;
let revoked: CertificatesRevoked;
let overdue: OverdueDeliveries;
let rejected: RejectedLines;
const students: Student[] = [];
beforeAll(async () => {
  points = await CoursePoints.start();
  const { events } = points.store;
  const certificates = new IssuedCertificateQueries(new CertificateQueries(events));
  const classes = new OneClass();
  const lines = new SentLineQueries(events);
  issued = new CertificatesIssued(certificates, classes);
  replaced = new CertificatesReplaced(certificates, classes);
  revoked = new CertificatesRevoked(certificates, classes);
  overdue = new OverdueDeliveries(lines, certificates, classes);
  rejected = new RejectedLines(lines, classes);
  for (const n of [1, 2, 3, 4]) students.push(await points.student(n));
  await points.loadRegister(students);
  for (const student of students) {
    await points.award(student);
    await points.work(student);
  }
}, 60_000);
afterAll(() => points.close());

const certificatePlan = planWith('NLA', 'CERTIFICATE_ISSUED');

const eventsOf = async (...types: readonly string[]): Promise<readonly Recorded[]> => {
  const { reader } = points.store.events;
  return reader.pageOfTypes(0, await reader.head(), types, 1_000);
};

const toldBy = async (source: EventSource, plan: Plan, ...types: readonly string[]): Promise<readonly Occasion[]> =>
  (await Promise.all((await eventsOf(...types)).map((event) => source.fromEvent(plan, event)))).flat();

const all = ['CertificateIssued', 'CertificateCorrected', 'CertificateRevoked'];

describe('certificates', () => {
  it('that are issued are told to their holders, by the instant of the award', async () => {
    const told = await toldBy(issued, certificatePlan, ...all);
    expect(
      told.map(({ recipient, version, dueAt, validUntil }) => ({ recipient, version, dueAt, validUntil })),
    ).toEqual(
      students.map(({ personId }) => ({
        recipient: { kind: 'person', personId },
        version: '1',
        dueAt: '2026-06-19T10:00:00.000Z',
        validUntil: '2026-06-21T10:00:00.000Z',
      })),
    );
    expect(await issued.standing(certificatePlan, told)).toEqual(told.map((stands) => ({ stands })));
    expect(await toldBy(issued, planWith('OTHER', 'CERTIFICATE_ISSUED'), ...all)).toEqual([]);
    const text = writeOccasion(told[0]!, 'en', {});
    expect(text.action!.url).toBe(`/v/${told[0]!.about}`);
    expect(JSON.stringify(text)).toContain('60 course points');
  });

  it('that are replaced or revoked before they were told of are told of once, as they are', async () => {
    const first = await toldBy(issued, certificatePlan, ...all);
    const [one, other] = students as [Student, Student, ...Student[]];
    await points.correct(one, '2026-07-01T10:00:00.000Z', { changed: 'NAME', reasonCode: 'NAME_CHANGE' });
    await points.work(one);
    await points.takeBack(other, '2026-07-02T10:00:00.000Z');
    await points.work(other);

    expect(await issued.standing(certificatePlan, first)).toEqual([
      { cancelled: 'MOVED' },
      { cancelled: 'WITHDRAWN' },
      { stands: first[2] },
      { stands: first[3] },
    ]);
    const versionTwo = await toldBy(replaced, certificatePlan, ...all);
    expect(versionTwo).toMatchObject([
      { recipient: { personId: one.personId }, version: '2', dueAt: '2026-07-01T10:00:00.000Z' },
    ]);
    expect(await replaced.standing(certificatePlan, versionTwo)).toEqual([{ stands: versionTwo[0] }]);
    expect(writeOccasion(versionTwo[0]!, 'nb', {}).parts[0]).toMatchObject({
      text: expect.stringContaining('har fått versjon 2, fordi navnet ditt er rettet'),
    });
    const gone = await toldBy(revoked, certificatePlan, ...all);
    expect(gone).toMatchObject([{ recipient: { personId: other.personId }, subject: 'CERTIFICATE_REVOKED' }]);
    expect(await revoked.standing(certificatePlan, gone)).toEqual([{ stands: gone[0] }]);
    expect(writeOccasion(gone[0]!, 'nb', {}).subject).toBe('Viktig om kursbeviset ditt');
  });
});

/** What the feed of deliveries says, told instead of decided: its own rules are tested there. */
const said = (type: string, data: object, occurredAt: string): Recorded =>
  ({ type, data, occurredAt, stream: 'feed-1' }) as unknown as Recorded;

const hear = async (...events: readonly Recorded[]): Promise<void> =>
  points.store.events.transaction((tx: Tx) => sentLineReadModel.apply(events, tx));

describe('deliveries', () => {
  const plan = planWith('NLA', 'DELIVERY_OVERDUE');
  const numberOf = async (student: Student): Promise<string> => {
    const found = await eventsOf('CertificateIssued');
    const of = found.find(
      ({ data }) => (data as { statement: { personId: string } }).statement.personId === student.personId,
    );
    return (of!.data as { number: string }).number;
  };
  const batch = (batchId: string, seq: number, ...lines: readonly { number: string; version: number }[]) =>
    said(
      'ExportBatchPrepared',
      {
        batchId,
        seq,
        classId,
        classCode: 'NLA-2026V-1',
        lines: lines.map((one) => ({ ...one, lineNo: 1, action: 'ADD', points: 60 })),
      },
      '2026-07-20T06:00:00.000Z',
    );

  it('that are overdue are told to the office, until they leave or the certificate is revoked', async () => {
    const [replacedOne, revokedOne, third] = await Promise.all(students.slice(0, 3).map(numberOf));
    const events = [replacedOne, revokedOne, third].map((number) =>
      said(
        'ExportOverdue',
        { number, studentCourseId: 'stc_1', classId, completionDate: '2026-06-19' },
        '2026-07-20T05:00:00.000Z',
      ),
    );
    await hear(...events);
    const told = (await Promise.all(events.map((event) => overdue.fromEvent(plan, event)))).flat();
    expect(told.map(({ about, recipient, dueAt }) => [about, recipient, dueAt])).toEqual([
      [replacedOne, { kind: 'office' }, '2026-07-20T05:00:00.000Z'],
      [third, { kind: 'office' }, '2026-07-20T05:00:00.000Z'],
    ]);
    expect(await overdue.standing(plan, told)).toEqual(told.map((stands) => ({ stands })));
    const ofRevoked = { ...told[0]!, about: revokedOne! };
    expect(await overdue.standing(plan, [ofRevoked])).toEqual([{ cancelled: 'WITHDRAWN' }]);
    await hear(batch('bat_1', 1, { number: replacedOne!, version: 2 }, { number: third!, version: 1 }));
    expect(await overdue.standing(plan, told)).toEqual([{ cancelled: 'SETTLED' }, { cancelled: 'SETTLED' }]);
  });

  it('whose lines are rejected are told of, until they are mended, received after all, or sent again', async () => {
    const [one, , third] = await Promise.all(students.slice(0, 3).map(numberOf));
    const receipt = (type: string, number: string, code?: string, receivedAt = '2026-07-21T08:00:00.000Z') =>
      said(type, { batchId: 'bat_1', number, lineNo: 1, version: 1, code, receivedAt }, '2026-07-21T09:00:00.000Z');
    const events = [receipt('ExportRecordRejected', one!, 'E301'), receipt('ExportRecordRejected', third!, 'E102')];
    await hear(...events);
    const rejectedPlan = planWith('NLA', 'LINES_REJECTED');
    const told = (await Promise.all(events.map((event) => rejected.fromEvent(rejectedPlan, event)))).flat();
    expect(told).toMatchObject([
      { about: `bat_1.${one}.1`, facts: { code: 'E301', batchSeq: 1 }, dueAt: '2026-07-21T09:00:00.000Z' },
      { about: `bat_1.${third}.1`, facts: { code: 'E102' } },
    ]);
    expect(await rejected.standing(rejectedPlan, told)).toEqual(told.map((stands) => ({ stands })));
    expect(await rejected.fromEvent(planWith('OTHER', 'LINES_REJECTED'), events[0]!)).toEqual([]);
    // What the receiver says it knew before it rejected the line changes nothing, although it comes later.
    await hear(receipt('ExportRecordAccepted', one!, undefined, '2026-07-21T07:00:00.000Z'));
    expect(await rejected.standing(rejectedPlan, told)).toEqual(told.map((stands) => ({ stands })));
    await hear(receipt('ExportRecordRequeued', one!));
    await hear(batch('bat_2', 2, { number: third!, version: 2 }));
    expect(await rejected.standing(rejectedPlan, told)).toEqual([{ cancelled: 'SETTLED' }, { cancelled: 'SETTLED' }]);
    // Queued again, it has still not left.
    expect(await new SentLineQueries(points.store.events).overdue([one!])).toMatchObject([{ hasLeft: false }]);
  });

  it('that were received are not rejected by a receipt from before', async () => {
    const third = await numberOf(students[2]!);
    const receipt = (type: string, receivedAt: string) =>
      said(type, { batchId: 'bat_2', number: third, lineNo: 1, version: 2, code: 'E102', receivedAt }, receivedAt);
    const late = receipt('ExportRecordRejected', '2026-07-22T07:00:00.000Z');
    await hear(receipt('ExportRecordAccepted', '2026-07-22T08:00:00.000Z'));
    await hear(late);
    expect(await rejected.fromEvent(planWith('NLA', 'LINES_REJECTED'), late)).toEqual([]);
  });
});
