import { newUuid } from '@kull/kernel';
import { createTestStore, type TestStore } from '../../../../test/harness/database';
import { teachingParts } from '../teaching.module';
import { enrolment, type StudentEnrolled } from './enrolment';
import { enrolmentIdOf } from './ids';

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore(teachingParts);
});
afterAll(() => store.close());

const context = { commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-01-12T00:00:00.000Z' };

const orderFor = (student: Pick<StudentEnrolled['data'], 'classId' | 'studentNo' | 'personId' | 'capacity'>) => ({
  decider: enrolment,
  id: enrolmentIdOf(student.classId, student.studentNo),
  command: {
    type: 'EnrolStudent',
    data: {
      ...student,
      classCode: student.classId,
      programme: 'NLP',
      intake: 'NLP-2026',
      participantStatus: 'PHYSICIAN',
      fingerprint: '0'.repeat(64),
    },
  },
  commandId: newUuid(),
});

const codesOf = (outcomes: readonly object[]): readonly string[] =>
  outcomes.map((outcome) =>
    'rejected' in outcome ? (outcome.rejected as { readonly code: string }).code : 'ENROLLED',
  );

const count = (codes: readonly string[], wanted: string): number => codes.filter((code) => code === wanted).length;

describe('enrolments that run at once', () => {
  it('never take more places than the class has', async () => {
    const orders = Array.from({ length: 100 }, (_, i) =>
      orderFor({ classId: 'cls_full', studentNo: `S${i}`, personId: `per_${i}`, capacity: 54 }),
    );
    const codes = codesOf(await store.events.executeEach(orders, context));
    expect([count(codes, 'ENROLLED'), count(codes, 'CLASS_FULL')]).toEqual([54, 46]);
    expect(await store.events.query('select places_taken::int as taken from class_v2')).toEqual([{ taken: 54 }]);
  });

  it('give a person one place only in the classes of an intake', async () => {
    const orders = Array.from({ length: 20 }, (_, i) =>
      orderFor({ classId: `cls_${i % 4}`, studentNo: `S${i}`, personId: 'per_same', capacity: 54 }),
    );
    const codes = codesOf(await store.events.executeEach(orders, context));
    expect([count(codes, 'ENROLLED'), count(codes, 'ALREADY_ENROLLED')]).toEqual([1, 19]);
  });
});
