import { addDays, fold, isRejected, type LocalDate } from '@kull/kernel';
import fc from 'fast-check';
import { type EnrolmentCommand, type EnrolmentEvent, enrolment } from './enrolment';
import type { Enrolment } from './enrolment.state';
import { rosterOn } from './roster';
import { type ClassById, transferOf } from './transfer';
import { type UndoneTransfer, undoneTransfer } from './undone-transfer';

const SESSION = '2026-10-12T07:00:00.000Z';
const BEFORE = '2026-09-01T08:00:00.000Z';

const classNamed = (code: string): ClassById => {
  const plan = {
    code,
    site: 'OSLO',
    capacity: 54,
    intake: 'NLP-2026',
    programme: { code: 'NLP', title: 'NLP' },
    endsOn: '2027-06-18',
  };
  const session = { code: 'M1', title: 'Økt 1', startsAt: SESSION, halfHours: 8, gathering: 1 };
  const gathering = { number: 1, title: 'Samling 1', venue: 'BI', sessions: [session], revision: 0 };
  const gatherings = [{ ...gathering, status: 'scheduled' as const }];
  const places = { capacity: 54, ceiling: 54, guestSeats: 0, gatherings, guests: [] };
  return { classId: `cls_${code}`, state: { status: 'open', plan, planned: plan, ...places } };
};
const [a, b] = [classNamed('A'), classNamed('B')];

const enrolled: EnrolmentEvent = {
  type: 'StudentEnrolled',
  data: {
    classId: 'cls_A',
    classCode: 'A',
    programme: 'NLP',
    intake: 'NLP-2026',
    personId: 'per_kari',
    studentNo: 'S1',
    participantStatus: 'PHYSICIAN',
    particulars: { person: 'per_kari', sealed: 'x' },
    fingerprint: 'f',
    capacity: 54,
  },
};

/** How a student stands in each of the two classes. */
type Standing = Readonly<Record<'A' | 'B', Enrolment>>;

const begun: Standing = { A: fold<Enrolment, EnrolmentEvent>(enrolment, [enrolled]), B: { status: 'none' } };

const following = (state: Enrolment, command: EnrolmentCommand): Enrolment | string => {
  const decision = enrolment.decide(state, command);
  return isRejected(decision)
    ? decision.rejected.code
    : fold<Enrolment, EnrolmentEvent>(enrolment, decision.events, state);
};

type Name = 'A' | 'B';
const classes: Readonly<Record<Name, ClassById>> = { A: a, B: b };
const otherOf = (name: Name): Name => (name === 'A' ? 'B' : 'A');

const moved = (standing: Standing, from: Name, on: LocalDate): Standing | string => {
  const to = otherOf(from);
  const transfer = transferOf(standing[from], classes[from], classes[to], on);
  if ('rejected' in transfer) return transfer.rejected.code;
  const [left, there] = [following(standing[from], transfer.leave), following(standing[to], transfer.enter)];
  if (typeof left === 'string') return left;
  return typeof there === 'string' ? there : ({ [from]: left, [to]: there } as unknown as Standing);
};

const undone = (standing: Standing, from: Name, now = BEFORE): Standing | string => {
  const to = otherOf(from);
  const found: UndoneTransfer | { readonly rejected: { readonly code: string } } = undoneTransfer(
    standing[from],
    classes[from],
    classes[to],
    now,
  );
  if ('rejected' in found) return found.rejected.code;
  const there = following(standing[to], found.takeBack);
  if (typeof there === 'string') return there;
  const back = following(standing[from], found.restore);
  return typeof back === 'string' ? back : ({ [from]: back, [to]: there } as unknown as Standing);
};

const inB = moved(begun, 'A', '2026-10-05') as Standing;
const onLeave = (from: string, until?: string): EnrolmentCommand => ({
  type: 'GrantLeave',
  data: { from, ...(until !== undefined && { until }), reasonClass: 'ILLNESS' },
});

describe('a transfer that is undone', () => {
  it('leaves both classes as if it had not been', () => expect(undone(inB, 'A')).toEqual(begun));

  it('says in both what it restores, and whose place it is', () => {
    const found = undoneTransfer(inB.A, a, b, BEFORE) as UndoneTransfer;
    expect(enrolment.decide(inB.B, found.takeBack)).toEqual({
      events: [
        {
          type: 'StudentTransferred',
          data: {
            classId: 'cls_B',
            programme: 'NLP',
            intake: 'NLP-2026',
            personId: 'per_kari',
            studentNo: 'S1',
            to: { classId: 'cls_A', classCode: 'A' },
            on: '2026-10-05',
            restores: 'none',
          },
        },
      ],
    });
    expect(enrolment.decide(inB.A, found.restore)).toEqual({
      events: [{ type: 'StudentEnrolled', data: { ...enrolled.data, restores: 'enrolled' } }],
    });
  });

  it('is undone once, and only of a student who was moved', () => {
    expect(undone(begun, 'A')).toBe('NOT_MOVED');
    expect(undone(undone(inB, 'A') as Standing, 'A')).toBe('NOT_MOVED');
    expect(undone(inB, 'B')).toBe('NOT_MOVED');
  });

  it('stands when something has become of the student since', () => {
    const back = moved(inB, 'B', '2026-10-06') as Standing;
    expect(undone(back, 'A')).toBe('NOT_MOVED');
    expect(undone(back, 'B')).toEqual(inB);
    const away = following(inB.B, onLeave('2026-11-01')) as Enrolment;
    expect(undone({ ...inB, B: away }, 'A')).toBe('MOVED_SINCE');
    const gone = following(inB.B, { type: 'WithdrawStudent', data: { on: '2026-11-01', reasonClass: 'NEW_JOB' } });
    expect(undone({ ...inB, B: gone as Enrolment }, 'A')).toBe('MOVED_SINCE');
  });

  it('stands once one of the classes has met since the day of the move', () => {
    expect(undone(inB, 'A', '2026-10-12T06:59:59.999Z')).toEqual(begun);
    expect(undone(inB, 'A', SESSION)).toBe('CLASS_HAS_MET');
    const later = moved(begun, 'A', '2026-10-20') as Standing;
    expect(undone(later, 'A', '2026-11-01T08:00:00.000Z')).toEqual(begun);
    const unplanned: ClassById = { classId: 'cls_B', state: { status: 'unplanned' } };
    expect(undoneTransfer(inB.A, a, unplanned, BEFORE)).toEqual({ rejected: { code: 'CLASS_NOT_PLANNED' } });
  });

  it('restores a leave that was over by then', () => {
    const left = { ...begun, A: following(begun.A, onLeave('2026-09-10', '2026-09-20')) as Enrolment };
    expect(left.A).toMatchObject({ status: 'on_leave' });
    expect(undone(moved(left, 'A', '2026-10-05') as Standing, 'A')).toEqual(left);
  });
});

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-09-01', days));
const act = fc.record({
  what: fc.constantFrom('move', 'undo', 'leave', 'endLeave', 'withdraw', 'enrol'),
  from: fc.constantFrom<Name>('A', 'B'),
  on: day,
  until: day,
});

/** What has become of a student after a while, in either class. */
const having = (acts: readonly { what: string; from: Name; on: LocalDate; until: LocalDate }[]): Standing => {
  let standing = begun;
  for (const { what, from, on, until } of acts) {
    const one = (command: EnrolmentCommand): Standing | string => {
      const state = following(standing[from], command);
      return typeof state === 'string' ? state : { ...standing, [from]: state };
    };
    const isElsewhere = ['enrolled', 'on_leave'].includes(standing[otherOf(from)].status);
    const tried: Readonly<Record<string, () => Standing | string>> = {
      move: () => moved(standing, from, on),
      undo: () => undone(standing, from),
      leave: () => one(onLeave(on, until)),
      endLeave: () => one({ type: 'EndLeave', data: { on } }),
      withdraw: () => one({ type: 'WithdrawStudent', data: { on, reasonClass: 'NEW_JOB' } }),
      enrol: () => {
        const data = enrolled.data;
        const { classId, state } = classes[from];
        const classCode = state.status === 'unplanned' ? '' : state.plan.code;
        return isElsewhere
          ? 'ALREADY_ENROLLED'
          : one({ type: 'EnrolStudent', data: { ...data, classId, classCode, enteredOn: on } });
      },
    };
    const result = tried[what]!();
    if (typeof result !== 'string') standing = result;
  }
  return standing;
};

const rosters = ({ A, B }: Standing) =>
  Array.from({ length: 75 }, (_, days) => addDays('2026-08-25', days)).map((on) => [
    rosterOn([A], on),
    rosterOn([B], on),
  ]);

it('is undone without a trace in what both classes are, whatever had happened before (ux.md 5, row 25)', () => {
  let undos = 0;
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.constantFrom<Name>('A', 'B'), day, (acts, from, on) => {
      const before = having(acts);
      const there = moved(before, from, on);
      if (typeof there === 'string') return;
      undos += 1;
      const back = undone(there, from);
      expect(back).toEqual(before);
      expect(rosters(back as Standing)).toEqual(rosters(before));
    }),
    { numRuns: 2_000 },
  );
  expect(undos).toBeGreaterThan(300);
});
