import { occasion } from '../../test-model/scripted';
import { defaultPlans } from './default-plans';
import { type Circumstances, judge } from './judge';

const dueAt = '2027-02-15T08:00:00.000Z';
const stands = occasion({ dueAt });
const usual: Circumstances = {
  dueAt,
  channel: 'MAIL',
  plan: { programmeCode: 'NLP', subject: 'GATHERING', ...defaultPlans.GATHERING, onSince: '2027-01-01T00:00:00.000Z' },
  standing: { stands },
  declined: false,
  recipient: 'reachable',
  now: '2027-02-15T08:01:00.000Z',
};

describe('what is due', () => {
  it('is sent when nothing speaks against it', () => expect(judge(usual)).toEqual({ send: stands }));

  it.each([
    ['its plan is off', { plan: { ...usual.plan!, onSince: undefined } }, 'SWITCHED_OFF'],
    ['nobody has a plan for it', { plan: undefined }, 'SWITCHED_OFF'],
    [
      'it fell due before its plan was on',
      { plan: { ...usual.plan!, onSince: '2027-02-15T08:00:30.000Z' } },
      'SWITCHED_OFF',
    ],
    ['the matter is settled', { standing: { cancelled: 'SETTLED' } }, 'SETTLED'],
    ['the person is forgotten', { recipient: 'forgotten' }, 'FORGOTTEN'],
    ['the person has declined', { declined: true }, 'DECLINED'],
    ['it is no news any more', { now: stands.validUntil }, 'TOO_LATE'],
    ['there is no address', { recipient: 'no address' }, 'NO_ADDRESS'],
  ] as const)('is cancelled when %s', (_, differently, reason) => {
    expect(judge({ ...usual, ...(differently as Partial<Circumstances>) })).toEqual({ cancel: reason });
  });

  it('is sent all the same when it may not be declined', () => {
    const plan = { ...usual.plan!, mayBeDeclined: false };
    expect(judge({ ...usual, plan, declined: true })).toEqual({ send: stands });
  });

  it('waits when its matter was put off, and while people sleep', () => {
    const later = '2027-02-17T08:00:00.000Z';
    expect(judge({ ...usual, standing: { stands: { ...stands, dueAt: later } } })).toEqual({ wait: later });
    expect(judge({ ...usual, now: '2027-02-15T20:30:00.000Z' })).toEqual({ wait: '2027-02-16T06:00:00.000Z' });
  });
});
