import { addDays, fold, isRejected, type LocalDate } from '@kull/kernel';
import fc from 'fast-check';
import { type EnrolmentCommand, type EnrolmentEvent, enrolment, type StudentEnrolled } from './enrolment';
import type { Enrolled, Enrolment } from './enrolment.state';
import { rosterOn, type Standing } from './roster';

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-09-01', days));
const data: StudentEnrolled['data'] = {
  classId: 'cls_1',
  classCode: 'OSLO-1',
  programme: 'NLP',
  intake: 'NLP-2026',
  personId: 'per_kari',
  studentNo: 'S1',
  participantStatus: 'PHYSICIAN',
  fingerprint: 'a',
  capacity: 54,
};

const command = fc.oneof(
  fc.option(day, { nil: undefined }).map(
    (enteredOn): EnrolmentCommand => ({
      type: 'EnrolStudent',
      data: { ...data, ...(enteredOn !== undefined && { enteredOn }) },
    }),
  ),
  day.map(
    (on): EnrolmentCommand => ({
      type: 'TransferStudent',
      data: { to: { classId: 'cls_2', classCode: 'OSLO-2' }, on },
    }),
  ),
  day.map((on): EnrolmentCommand => ({ type: 'WithdrawStudent', data: { on, reasonClass: 'NEW_JOB' } })),
  fc.record({ from: day, until: fc.option(day, { nil: undefined }) }).map(
    ({ from, until }): EnrolmentCommand => ({
      type: 'GrantLeave',
      data: { from, ...(until !== undefined && { until }), reasonClass: 'ILLNESS' },
    }),
  ),
  day.map((on): EnrolmentCommand => ({ type: 'EndLeave', data: { on } })),
);

/** What happened to one student, whatever was asked for. */
const history = fc.array(command, { maxLength: 25, size: 'max' }).map((commands) => {
  const events: EnrolmentEvent[] = [];
  let state: Enrolment = enrolment.initial;
  for (const one of commands) {
    const decision = enrolment.decide(state, one);
    if (isRejected(decision)) continue;
    events.push(...decision.events);
    state = fold<Enrolment, EnrolmentEvent>(enrolment, decision.events, state);
  }
  return events;
});

/** The day from which an event tells. */
const tellsFrom = (event: EnrolmentEvent): LocalDate => {
  switch (event.type) {
    case 'StudentEnrolled':
      return event.data.enteredOn ?? '';
    case 'LeaveGranted':
      return event.data.from;
    case 'StudentTransferred':
    case 'LeaveEnded':
    case 'StudentWithdrawn':
      return event.data.on;
  }
};

/** What the events that tell by that day come to, the last word of each kind being the one that counts. */
const standingBy = (events: readonly EnrolmentEvent[], on: LocalDate): Standing['kind'] | undefined => {
  const state = fold<Enrolment, EnrolmentEvent>(
    enrolment,
    events.filter((event) => tellsFrom(event) <= on),
  );
  if (state.status === 'none') return undefined;
  if (state.status !== 'enrolled' && state.status !== 'on_leave') return state.status;
  const away = state.leaves.some(({ from, until }) => from <= on && (until === undefined || on < until));
  return away ? 'on_leave' : 'active';
};

const standingOf = (events: readonly EnrolmentEvent[], on: LocalDate): Standing['kind'] | undefined =>
  rosterOn([fold<Enrolment, EnrolmentEvent>(enrolment, events)], on)[0]?.standing.kind;

describe('a roster as of a day', () => {
  it('is what the events that tell by that day come to', () =>
    fc.assert(
      fc.property(history, day, (events, on) => {
        const standing = standingOf(events, on);
        expect(standing === 'expected' ? undefined : standing).toBe(standingBy(events, on));
      }),
      { numRuns: 3_000 },
    ));

  it('says what a departure was when the student is back', () => {
    const student = fold<Enrolment, EnrolmentEvent>(enrolment, [
      { type: 'StudentEnrolled', data },
      { type: 'StudentWithdrawn', data: { ...data, on: '2026-10-01', reasonClass: 'WORK' } },
      { type: 'StudentEnrolled', data: { ...data, enteredOn: '2026-11-01' } },
    ]) as Enrolled;
    expect(['2026-09-15', '2026-10-01', '2026-11-01'].map((on) => rosterOn([student], on)[0])).toMatchObject([
      { standing: { kind: 'active' } },
      { standing: { kind: 'withdrawn', on: '2026-10-01', reasonClass: 'WORK' } },
      { standing: { kind: 'active' }, enteredOn: '2026-11-01' },
    ]);
  });
});
