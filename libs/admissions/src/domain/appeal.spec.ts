import { addDays, fold, isWorkingDay } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import fc from 'fast-check';
import {
  appeal,
  appealBy,
  appealDeadline,
  type DecideAppeal,
  type FileAppeal,
  type GiveReasons,
  knownLater,
} from './appeal';
import type { AppealDecided, AppealEvent } from './appeal.events';

const names = { intake: 'NLP-2026', applicationNo: 'A-1', personId: 'per_1' };
const decision = { ...names, availableOn: '2026-04-23', appealBy: '2026-05-15' };
const text = { person: 'per_1', sealed: 'AQID' };
const [one, other] = ['ab'.repeat(32), 'cd'.repeat(32)] as const;

const file = (on: string, fingerprint: string = one): FileAppeal => ({
  type: 'FileAppeal',
  data: { decision, on, text, fingerprint },
});
const filed = (on: string): AppealEvent => ({ type: 'AppealFiled', data: { ...names, on, text, fingerprint: one } });
const reasons = (on: string): GiveReasons => ({
  type: 'GiveReasons',
  data: { decision, on, text, fingerprint: other },
});
const given1 = (on: string, by: string): AppealEvent => ({
  type: 'ReasonsGiven',
  data: { ...names, on, appealBy: by, text, fingerprint: other },
});
const known = (on: string, by: string): AppealEvent => ({
  type: 'DecisionMadeKnown',
  data: { ...names, on, appealBy: by },
});
const decideIt = (outcome: AppealDecided['data']['outcome'], by = 'mli'): DecideAppeal => ({
  type: 'DecideAppeal',
  data: { on: '2026-05-20', by, notBy: ['assessor-a', 'ehe'], outcome, reasons: text },
});
const decided = (outcome: AppealDecided['data']['outcome']): AppealEvent => ({
  type: 'AppealDecided',
  data: { ...names, on: '2026-05-20', outcome, reasons: text },
});

describe('the time to appeal', () => {
  it('ends after three weeks, moved past Ascension Day: the day that ux.md names', () =>
    expect(appealDeadline('2026-04-23')).toBe('2026-05-15'));

  it('is three weeks or more, ends on a working day, and is never shorter for a later start', () => {
    fc.assert(
      fc.property(fc.nat(4_000), fc.nat(30), (start, more) => {
        const from = addDays('2024-01-01', start);
        const last = appealDeadline(from);
        expect(last >= addDays(from, 21)).toBe(true);
        // Easter is the longest row of days on which nobody works: from Maundy Thursday to Easter Monday.
        expect(last <= addDays(from, 26)).toBe(true);
        expect(isWorkingDay(last)).toBe(true);
        if (last !== addDays(from, 21)) expect(isWorkingDay(addDays(last, -1))).toBe(false);
        expect(appealDeadline(addDays(from, more)) >= last).toBe(true);
      }),
    );
  });

  it('runs from access and anew from reasons, whichever gives longest, to the day', () => {
    const day = fc.nat(120).map((days) => addDays('2026-04-23', days));
    fc.assert(
      fc.property(fc.option(day), fc.array(day, { maxLength: 3 }), (knownOn, given) => {
        const events: AppealEvent[] = [
          ...(knownOn === null ? [] : [known(knownOn, appealDeadline(knownOn))]),
          ...given.map((on) => given1(on, appealDeadline(on))),
        ];
        const starts = [decision.availableOn, ...(knownOn === null ? [] : [knownOn]), ...given].sort();
        const last = appealBy(fold(appeal, events), decision);
        expect(last).toBe(appealDeadline(starts.at(-1)!));
        expect('events' in appeal.decide(fold(appeal, events), file(last))).toBe(true);
        expect(appeal.decide(fold(appeal, events), file(addDays(last, 1)))).toEqual({
          rejected: { code: 'APPEAL_TOO_LATE', appealBy: last },
        });
      }),
    );
  });
});

describe('an appeal', () => {
  it('is filed on the last day', () => given(appeal)().when(file('2026-05-15')).then(filed('2026-05-15')));
  it('is told the last day when it comes after it', () =>
    given(appeal)().when(file('2026-05-16')).rejectedAs({ code: 'APPEAL_TOO_LATE', appealBy: '2026-05-15' }));
  it('is in time when the decision was known later', () =>
    given(appeal)(known('2026-05-04', '2026-05-26')).when(file('2026-05-26')).then(filed('2026-05-26')));
  it('is filed once; the same again changes nothing', () => {
    given(appeal)(filed('2026-05-01')).when(file('2026-06-30')).thenNothing();
    given(appeal)(filed('2026-05-01')).when(file('2026-05-02', other)).rejectedAs({ code: 'ALREADY_APPEALED' });
  });
  it('waits for a decision', () =>
    given(appeal)()
      .when({ type: 'FileAppeal', data: { on: '2026-05-01', text, fingerprint: one } })
      .rejectedAs({ code: 'NOT_DECIDED' }));
});

describe('what opens a period', () => {
  const makeKnown = (on: string) => ({ type: 'MakeDecisionKnown', data: { decision, on } }) as const;

  it('is access, once, and never before the decision', () => {
    given(appeal)().when(makeKnown('2026-04-25')).then(known('2026-04-25', '2026-05-18'));
    given(appeal)().when(makeKnown('2026-04-01')).then(known('2026-04-23', '2026-05-15'));
    given(appeal)(known('2026-04-25', '2026-05-18')).when(makeKnown('2026-05-25')).thenNothing();
  });
  it('is access on the day the office ends the intake, when that is later; what is long over is history', () => {
    expect(knownLater('2026-06-15', '2026-06-15')).toBeUndefined();
    expect(knownLater('2026-06-15', '2026-03-01')).toBeUndefined();
    expect(knownLater('2026-06-15', '2026-06-18')).toBe('2026-06-18');
    expect(knownLater('2026-06-15', '2026-07-16')).toBe('2026-07-16');
    expect(knownLater('2026-06-15', '2026-07-17')).toBeUndefined();
  });
  it('is each statement of reasons, once', () => {
    given(appeal)().when(reasons('2026-05-12')).then(given1('2026-05-12', '2026-06-02'));
    given(appeal)(given1('2026-05-12', '2026-06-02')).when(reasons('2026-05-13')).thenNothing();
  });
});

describe('the decision on an appeal', () => {
  it('upholds it, or forwards it, and then the board ends it', () => {
    given(appeal)(filed('2026-05-01')).when(decideIt('UPHELD')).then(decided('UPHELD'));
    given(appeal)(filed('2026-05-01')).when(decideIt('FORWARDED')).then(decided('FORWARDED'));
    given(appeal)(filed('2026-05-01'), decided('FORWARDED')).when(decideIt('DISMISSED')).then(decided('DISMISSED'));
    given(appeal)(filed('2026-05-01'), decided('FORWARDED')).when(decideIt('UPHELD')).then(decided('UPHELD'));
  });
  it('is not made by who scored or decided what is appealed', () => {
    for (const by of ['assessor-a', 'ehe'])
      given(appeal)(filed('2026-05-01')).when(decideIt('UPHELD', by)).rejectedAs({ code: 'OWN_DECISION' });
  });
  it('needs an appeal, and one that was forwarded before it is dismissed', () => {
    given(appeal)().when(decideIt('UPHELD')).rejectedAs({ code: 'NOT_APPEALED' });
    given(appeal)(filed('2026-05-01')).when(decideIt('DISMISSED')).rejectedAs({ code: 'NOT_FORWARDED' });
  });
  it('ends it', () => {
    for (const end of ['UPHELD', 'DISMISSED'] as const)
      given(appeal)(filed('2026-05-01'), decided('FORWARDED'), decided(end))
        .when(decideIt('UPHELD'))
        .rejectedAs({ code: 'APPEAL_ALREADY_DECIDED' });
    given(appeal)(filed('2026-05-01'), decided('FORWARDED'))
      .when(decideIt('FORWARDED'))
      .rejectedAs({ code: 'APPEAL_ALREADY_DECIDED' });
  });
});
