import { fold, isRejected } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import type { SendOutcome } from '@kull/mail/contracts';
import fc from 'fast-check';
import { type ReminderCommand, reminder } from './reminder';
import type { PlannedReminder, ReminderEvent } from './reminder.events';

const planned: PlannedReminder = {
  programmeCode: 'NLP',
  subject: 'GATHERING',
  about: 'cls_1.3',
  step: 'P2D',
  version: '1',
  recipient: 'per_kari',
  channel: 'MAIL',
  dueAt: '2027-02-15T08:00:00.000Z',
  validUntil: '2027-02-16T08:00:00.000Z',
};
const messageId = 'rem_1';
const notBefore = '2027-02-15T08:05:00.000Z';

const begun: ReminderEvent = { type: 'ReminderPlanned', data: planned };
const attempted = (attempt = 1): ReminderEvent => ({ type: 'ReminderAttempted', data: { attempt, messageId } });
const deferred: ReminderEvent = { type: 'ReminderDeferred', data: { attempt: 1, code: 451, notBefore } };
const sent: ReminderEvent = { type: 'ReminderSent', data: { attempt: 1 } };
const unknown: ReminderEvent = { type: 'ReminderUnknown', data: { attempt: 1, cause: 'NO_REPLY' } };

const attempt: ReminderCommand = { type: 'AttemptReminder', data: { planned, messageId } };
const settle = (outcome: SendOutcome): ReminderCommand => ({ type: 'SettleAttempt', data: { outcome, notBefore } });
const cancel: ReminderCommand = { type: 'CancelReminder', data: { planned, reason: 'SETTLED' } };
const lose: ReminderCommand = { type: 'LoseAttempt', data: {} };
const resolve = (resolution: 'ARRIVED' | 'SEND_AGAIN', at = planned.dueAt): ReminderCommand => ({
  type: 'ResolveReminder',
  data: { resolution, at },
});
const bounce: ReminderCommand = { type: 'NoteBounce', data: { code: '5.1.1' } };

describe('a reminder', () => {
  it('is written down before it is attempted', () => given(reminder)().when(attempt).then(begun, attempted()));

  it('is not attempted while it is being attempted', () =>
    given(reminder)(begun, attempted()).when(attempt).rejectedAs({ code: 'NOT_WAITING' }));

  it('is not attempted again once it was sent, failed, is unknown or cancelled', () => {
    const failed: ReminderEvent = { type: 'ReminderFailed', data: { attempt: 1, code: 550 } };
    for (const end of [sent, failed, unknown]) {
      given(reminder)(begun, attempted(), end).when(attempt).rejectedAs({ code: 'NOT_WAITING' });
    }
    const cancelled: ReminderEvent = { type: 'ReminderCancelled', data: { reason: 'SETTLED' } };
    given(reminder)(begun, cancelled).when(attempt).rejectedAs({ code: 'NOT_WAITING' });
  });

  it('is attempted again when it was deferred, under the same message id', () => {
    given(reminder)(begun, attempted(), deferred).when(attempt).then(attempted(2));
    given(reminder)(begun, attempted(), deferred)
      .when({ type: 'AttemptReminder', data: { planned, messageId: 'rem_2' } })
      .rejectedAs({ code: 'OTHER_MESSAGE_ID' });
  });

  it('is settled as the server answered', () => {
    const history = given(reminder)(begun, attempted());
    history.when(settle({ outcome: 'sent' })).then(sent);
    history.when(settle({ outcome: 'deferred', code: 451 })).then(deferred);
    history
      .when(settle({ outcome: 'refused', code: 550, because: 'ADDRESS' }))
      .then({ type: 'ReminderFailed', data: { attempt: 1, code: 550, because: 'ADDRESS' } });
    history.when(settle({ outcome: 'unknown' })).then(unknown);
  });

  it('is not settled by whoever comes too late', () =>
    given(reminder)(begun, attempted(), unknown)
      .when(settle({ outcome: 'sent' }))
      .rejectedAs({ code: 'NOT_ATTEMPTING' }));

  it('is unknown when its attempt was lost, and only then', () => {
    given(reminder)(begun, attempted())
      .when(lose)
      .then({ type: 'ReminderUnknown', data: { attempt: 1, cause: 'STOPPED' } });
    given(reminder)(begun, attempted(), sent).when(lose).thenNothing();
  });

  it('is cancelled until it is attempted, once', () => {
    given(reminder)()
      .when(cancel)
      .then(begun, { type: 'ReminderCancelled', data: { reason: 'SETTLED' } });
    given(reminder)(begun, attempted(), deferred)
      .when(cancel)
      .then({ type: 'ReminderCancelled', data: { reason: 'SETTLED' } });
    given(reminder)(begun, { type: 'ReminderCancelled', data: { reason: 'MOVED' } })
      .when(cancel)
      .thenNothing();
    given(reminder)(begun, attempted()).when(cancel).rejectedAs({ code: 'NOT_WAITING' });
  });

  it('is resolved by a person while it is unknown', () => {
    const history = given(reminder)(begun, attempted(), unknown);
    history.when(resolve('ARRIVED')).then({ type: 'ReminderResolved', data: { resolution: 'ARRIVED' } });
    history.when(resolve('SEND_AGAIN', planned.validUntil)).rejectedAs({ code: 'NO_LONGER_VALID' });
    given(reminder)(begun, attempted(), sent).when(resolve('SEND_AGAIN')).rejectedAs({ code: 'OUTCOME_KNOWN' });
    given(reminder)().when(resolve('ARRIVED')).rejectedAs({ code: 'REMINDER_UNKNOWN' });
  });

  it('is attempted once more when a person decided so', () =>
    given(reminder)(begun, attempted(), unknown, { type: 'ReminderResolved', data: { resolution: 'SEND_AGAIN' } })
      .when(attempt)
      .then(attempted(2)));

  it('has failed when it came back, also when nobody knew that it was sent', () => {
    for (const end of [sent, unknown]) {
      given(reminder)(begun, attempted(), end)
        .when(bounce)
        .then({ type: 'ReminderBounced', data: { code: '5.1.1' } });
    }
    given(reminder)(begun, attempted(), sent, { type: 'ReminderBounced', data: {} }).when(bounce).thenNothing();
    given(reminder)(begun).when(bounce).rejectedAs({ code: 'NOT_SENT' });
  });

  it('is handed to a server at most once per decision of a person, whatever is asked in whatever order', () => {
    const commands = fc.array(
      fc.constantFrom(
        attempt,
        attempt,
        settle({ outcome: 'sent' }),
        settle({ outcome: 'deferred', code: 451 }),
        settle({ outcome: 'refused', code: 550 }),
        settle({ outcome: 'unknown' }),
        lose,
        cancel,
        bounce,
        resolve('ARRIVED'),
        resolve('SEND_AGAIN'),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(commands, (asked) => {
        const history: ReminderEvent[] = [];
        for (const command of asked) {
          const decision = reminder.decide(fold(reminder, history), command);
          if (!isRejected(decision)) history.push(...decision.events);
        }
        // Every attempt but a deferred one may have reached the recipient.
        const count = (type: ReminderEvent['type']): number => history.filter((event) => event.type === type).length;
        const mayHaveArrived = count('ReminderAttempted') - count('ReminderDeferred') - count('ReminderFailed');
        const again = history.filter(
          ({ type, data }) => type === 'ReminderResolved' && 'resolution' in data && data.resolution === 'SEND_AGAIN',
        );
        expect(mayHaveArrived).toBeLessThanOrEqual(1 + again.length);
        expect(count('ReminderCancelled')).toBeLessThanOrEqual(1);
        expect(count('ReminderPlanned')).toBeLessThanOrEqual(1);
        const ends = history.map(({ type }) => type);
        if (ends.includes('ReminderCancelled')) expect(ends.at(-1)).toBe('ReminderCancelled');
      }),
    );
  });
});
