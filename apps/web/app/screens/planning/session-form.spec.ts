import { describe, expect, it } from '@jest/globals';
import { callOffReasons as reasonsOfTeaching } from '../../../../../libs/teaching/src/domain/call-off-reason';
import type { PlannedSession } from './gathering-days';
import { callOffReasons, changeOf, freshSession, saidOf } from './session-form';

const session: PlannedSession = {
  code: '4-1E',
  title: 'Endring',
  startsAt: '2027-03-22T12:00:00.000Z',
  hours: 4,
  room: 'A',
  teachers: ['T-1'],
};
const gathering = { number: 4, title: 'Endring', venue: 'BI', sessions: [session] };

describe('what is asked for of one session', () => {
  it('is nothing while nothing is changed', () => expect(changeOf(saidOf(session), session)).toBeUndefined());

  it('is a move with the whole of when and where, by the clock in Norway', () =>
    expect(changeOf({ ...saidOf(session), day: '2027-03-29', room: ' ' }, session)).toEqual({
      move: { code: '4-1E', startsAt: '2027-03-29T11:00:00.000Z', teachers: ['T-1'] },
    }));

  it('is to call it off once there is a reason', () => {
    const said = { ...saidOf(session), isCalledOff: true };
    expect(changeOf(said, session)).toBeUndefined();
    expect(changeOf({ ...said, reasonClass: 'OTHER' }, session)).toEqual({
      callOff: { code: '4-1E', reasonClass: 'OTHER' },
    });
  });

  it('is a new one when the time is typed whole', () => {
    const fresh = freshSession(gathering);
    expect(changeOf(fresh, undefined)).toBeUndefined();
    expect(changeOf({ ...fresh, time: '17:00', hours: '2,5' }, undefined)).toEqual({
      add: { title: 'Endring', hours: 2.5, startsAt: '2027-03-22T16:00:00.000Z', room: 'A' },
    });
  });

  it('knows the reasons of the service', () => expect(callOffReasons).toEqual(reasonsOfTeaching));
});
