import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificatesParts } from '@kull/certificates';
import { codeKeysOf } from '@kull/certificates/code-keys';
import { DocumentTable } from '@kull/certificates/document-table';
import { HolderKeys } from '@kull/certificates/holder-keys';
import { loadOrCreateNumberKey } from '@kull/certificates/number-key';
import { SettleCertificate } from '@kull/certificates/reactions/settle-certificate';
import { SigningKeyRings } from '@kull/certificates/signing-key-rings';
import type { CoursePointsEntitlement, Holder } from '@kull/credits/contracts';
import { holderPurpose } from '@kull/credits/contracts';
import { deliveriesParts } from '@kull/deliveries';
import { BatchKeeper } from '@kull/deliveries/commands/batch-keeper';
import { BatchPreviews } from '@kull/deliveries/commands/batch-preview';
import { Candidates } from '@kull/deliveries/commands/candidates';
import { ChangeFeedHandler } from '@kull/deliveries/commands/change-feed';
import { DeliverClass, DeliverClassHandler } from '@kull/deliveries/commands/deliver-class';
import { FeedPlanner } from '@kull/deliveries/commands/feed-planner';
import { FeedScopes } from '@kull/deliveries/commands/feed-scopes';
import { PrepareDraftHandler } from '@kull/deliveries/commands/prepare-draft';
import { ReceiveAcknowledgementsHandler } from '@kull/deliveries/commands/receive-acknowledgements';
import { ReleaseDraftHandler } from '@kull/deliveries/commands/release-draft';
import { SettleDraftHandler } from '@kull/deliveries/commands/settle-draft';
import { DeliverableQueries } from '@kull/deliveries/read-models/deliverable.query';
import {
  type CertificateRenderer,
  createCertificateRenderer,
  loadOrCreateManifestKey,
  type ManifestKey,
} from '@kull/documents';
import { defineCodec } from '@kull/event-store';
import { accept, type Decider, type DomainEvent, type Instant, idOf, newUuid } from '@kull/kernel';
import { HprRegister, People, peopleKeysFrom, peopleMigrations } from '@kull/people';
import { ClassDirectory, type ClassPlan, type PlannedClass } from '@kull/teaching/contracts';
import { z } from 'zod';
import { createTestStore, type TestStore } from './database';

/** Student courses as certificates see them; what credits itself decides is tested there. */
const studentCourse: Decider<
  object,
  { readonly type: 'Tell'; readonly data: { readonly events: readonly DomainEvent[] } },
  DomainEvent,
  never
> = {
  category: 'student-course',
  initial: {},
  decide: (_, { data }) => accept(...data.events),
  evolve: (state) => state,
};

const anyData = { schemaVersion: 1, schema: z.looseObject({}) };
const toldCodec = defineCodec({
  CoursePointsAwarded: anyData,
  CoursePointsAwardCorrected: anyData,
  AwardReversed: anyData,
});

const plan: ClassPlan = {
  code: 'NLA-2026V-1',
  site: 'ONLINE',
  capacity: 30,
  startsOn: '2026-01-12',
  endsOn: '2026-06-19',
  programme: { code: 'NLA', title: 'Nettbasert lederutdanning for allmennleger' },
  course: {
    ectsCredits: 5,
    sessions: ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'].map((code) => ({
      code,
      title: code,
      startsAt: '2026-01-12T08:00:00.000Z',
      halfHours: 15,
    })),
    ectsRule: { minAttendance: { numerator: 75, denominator: 100 }, assessment: 'EXAM' },
    courseApproval: {
      approvalId: 'LF-TEST-0001',
      title: 'Nettbasert lederutdanning for allmennleger',
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
      minAttendance: { numerator: 8, denominator: 10 },
      assessmentRequired: true,
      deliveryMode: 'ONLINE',
      creditLines: [
        { lineNo: 1, specialty: 'ALLM', purpose: 'BOTH', category: 'VALGFRITT', approvedHalfHours: 120, points: 60 },
      ],
    },
    sharingBasis: 'AGREEMENT:LF-TEST-0001',
    organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
    recipient: { name: 'Den norske legeforening', orgNumber: '960474341' },
  },
};

class OneClass extends ClassDirectory {
  async find(classId: string): Promise<PlannedClass | undefined> {
    const places = { capacity: plan.capacity, ceiling: plan.capacity, guestSeats: 0 };
    return classId.startsWith('cls_')
      ? { status: 'open', plan, planned: plan, ...places, gatherings: [], guests: [] }
      : undefined;
  }
  async students() {
    return [];
  }
  async members() {
    return [];
  }
  async formerMembers() {
    return [];
  }
  async classesOf() {
    return [];
  }
}

const AT: Instant = '2026-06-19T10:00:00.000Z';
export const classId = 'cls_1';

/** A student whose course points can be awarded, corrected and taken back. */
export interface Student {
  readonly id: string;
  readonly studentNo: string;
  readonly personId: string;
  readonly holder: Holder;
}

/** What is done with deliveries, without HTTP around it. */
export interface Deliveries {
  readonly deliverClass: DeliverClassHandler;
  readonly prepare: PrepareDraftHandler;
  readonly settle: SettleDraftHandler;
  readonly release: ReleaseDraftHandler;
  readonly receive: ReceiveAcknowledgementsHandler;
  readonly change: ChangeFeedHandler;
  readonly planner: FeedPlanner;
  readonly previews: BatchPreviews;
  readonly certificates: DeliverableQueries;
}

const deliveriesOn = (
  { events }: TestStore,
  people: People,
  register: HprRegister,
  documents: DocumentTable,
  classes: ClassDirectory,
  signingKeys: SigningKeyRings,
  publicUrl: string,
): Deliveries => {
  const certificates = new DeliverableQueries(events);
  const candidates = new Candidates(people, register, publicUrl);
  const planner = new FeedPlanner(events, classes, certificates, candidates);
  const files = new BatchKeeper(documents, signingKeys);
  return {
    deliverClass: new DeliverClassHandler(events, classes, planner, files),
    prepare: new PrepareDraftHandler(events, new FeedScopes(certificates), planner),
    settle: new SettleDraftHandler(events),
    release: new ReleaseDraftHandler(events, planner, files),
    receive: new ReceiveAcknowledgementsHandler(events, people, certificates),
    change: new ChangeFeedHandler(events),
    planner,
    previews: new BatchPreviews(candidates),
    certificates,
  };
};

/** Certificates and deliveries on a real database, with awards told instead of judged. */
export class CoursePoints {
  private told = 0;

  private constructor(
    readonly store: TestStore,
    readonly people: People,
    readonly register: HprRegister,
    readonly documents: DocumentTable,
    readonly renderer: CertificateRenderer,
    readonly settle: SettleCertificate,
    readonly deliveries: Deliveries,
    readonly manifestKey: ManifestKey,
    readonly holderKeys: HolderKeys,
    readonly signingKeys: SigningKeyRings,
    private readonly keys: string,
  ) {}

  static async start(): Promise<CoursePoints> {
    const keys = mkdtempSync(join(tmpdir(), 'kull-test-keys-'));
    const store = await createTestStore({
      codecs: [...certificatesParts.codecs, ...deliveriesParts.codecs, toldCodec],
      readModels: [...certificatesParts.readModels, ...deliveriesParts.readModels],
      migrations: [...peopleMigrations, ...certificatesParts.migrations],
    });
    const peopleKeys = peopleKeysFrom(Buffer.alloc(32, 1));
    const people = new People(store.database, peopleKeys);
    const register = new HprRegister(store.database, peopleKeys, { now: async () => AT });
    const documents = new DocumentTable(store.database);
    const signingKeys = new SigningKeyRings(store.events, keys);
    const renderer = createCertificateRenderer({
      threads: 0,
      key: async () => (await signingKeys.active('DOCUMENT')).key,
    });
    const publicUrl = 'https://kull.example.no';
    const tools = {
      renderer,
      numberKey: await loadOrCreateNumberKey(keys),
      codeKeys: codeKeysOf(signingKeys),
      holderKeys: await HolderKeys.fromFolder(keys),
      issuer: { signatory: { name: 'Kursadministrasjonen', role: 'For kursarrangøren' }, publicUrl },
    };
    const classes = new OneClass();
    const manifestKey = await loadOrCreateManifestKey(keys);
    return new CoursePoints(
      store,
      people,
      register,
      documents,
      renderer,
      new SettleCertificate(store.events, people, classes, documents, tools),
      deliveriesOn(store, people, register, documents, classes, signingKeys, publicUrl),
      manifestKey,
      tools.holderKeys,
      signingKeys,
      keys,
    );
  }

  async close(): Promise<void> {
    await this.renderer.close();
    await this.store.close();
    rmSync(this.keys, { recursive: true, force: true });
  }

  async student(n: number): Promise<Student> {
    const studentNo = `S2600${String(n).padStart(2, '0')}`;
    const hprNumber = String(9_100_000 + n);
    const known = { familyName: `Testesen ${n}`, givenNames: 'Kari', birthDate: '1980-01-15', language: 'nb' } as const;
    const [personId] = await this.people.register([{ ...known, nationalId: `test-${n}`, hprNumber, asOf: AT }]);
    return { id: idOf('stc', plan.code, studentNo), studentNo, personId: personId!, holder: { ...known, hprNumber } };
  }

  /** The register knows all of them, and whoever gets a new number. */
  loadRegister(students: readonly Student[], ...moreNumbers: readonly string[]): Promise<void> {
    const entry = { profession: 'PHYSICIAN', authorisedFrom: '2005-07-01' };
    return this.register.load(classId, [
      ...students.map(({ holder }) => ({ ...entry, ...holder, hprNumber: holder.hprNumber! })),
      ...moreNumbers.map((hprNumber) => ({ ...entry, ...students[0]!.holder, hprNumber })),
    ]);
  }

  async award(student: Student, over: Partial<CoursePointsEntitlement> = {}): Promise<void> {
    const data = await this.entitlement(student, student.holder, over);
    await this.tell(student, AT, { type: 'CoursePointsAwarded', data });
  }

  async correct(
    student: Student,
    at: Instant,
    change: {
      readonly changed: string;
      readonly reasonCode: string;
      readonly holder?: Partial<Holder>;
      readonly halfHours?: number;
    },
  ): Promise<void> {
    const { changed, reasonCode, halfHours } = change;
    const over = halfHours === undefined ? {} : { attendedHalfHours: halfHours };
    const data = await this.entitlement(student, { ...student.holder, ...change.holder }, over);
    const by = { correctionId: `correction-${at}`, reasonCode, recordedBy: 'admin-1' };
    await this.tell(student, at, { type: 'CoursePointsAwardCorrected', data: { ...data, ...by, changed: [changed] } });
  }

  async takeBack(student: Student, at: Instant): Promise<void> {
    const by = { correctionId: `correction-${at}`, recordedBy: 'admin-1', approvedBy: 'admin-2' };
    const standing = { attendedHalfHours: 117, assessmentPassed: false };
    await this.tell(student, at, {
      type: 'AwardReversed',
      data: { ...by, ...standing, award: 'coursePoints', reasonCode: 'RESULT_CHANGED' },
    });
  }

  /** What a worker does with the job. */
  work({ id }: Student): Promise<void> {
    const job = { outboxId: newUuid(), key: `settle.${id}`, fence: { hold: async () => undefined } };
    return this.settle.handle({ studentCourseId: id }, job);
  }

  deliver() {
    const context = { commandId: newUuid(), actor: 'admin-1', occurredAt: '2030-01-01T00:00:00.000Z' };
    return this.deliveries.deliverClass.execute(new DeliverClass(classId, context));
  }

  private async entitlement(student: Student, holder: Holder, over: Partial<CoursePointsEntitlement>) {
    const [sealed] = await this.people.seal([{ person: student.personId, purpose: holderPurpose, value: holder }]);
    return {
      classId,
      classCode: plan.code,
      studentNo: student.studentNo,
      personId: student.personId,
      holder: sealed!,
      participantStatus: 'PHYSICIAN',
      approvalId: 'LF-TEST-0001',
      completionDate: '2026-06-19',
      attendedHalfHours: 117,
      totalHalfHours: 120,
      assessmentPassed: true,
      hprVerifiedAt: AT,
      coursePoints: 60,
      lines: plan.course!.courseApproval!.creditLines,
      ...over,
    };
  }

  private async tell(student: Student, occurredAt: Instant, ...events: readonly DomainEvent[]): Promise<void> {
    await this.store.events.execute(
      studentCourse,
      student.id,
      { type: 'Tell', data: { events } },
      { commandId: idOf('told', this.told++), actor: 'test', occurredAt },
    );
  }
}
