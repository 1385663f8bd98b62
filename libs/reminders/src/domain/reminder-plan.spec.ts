import { given } from '@kull/kernel/given';
import { defaultPlans } from './default-plans';
import { type ReminderPlanEvent, reminderPlan } from './reminder-plan';
import { subjects, urgentSubjects } from './subjects';

const at = '2027-01-10T08:00:00.000Z';
const set: ReminderPlanEvent = { type: 'ReminderPlanSet', data: { subject: 'GATHERING', ...defaultPlans.GATHERING } };
const on: ReminderPlanEvent = { type: 'ReminderPlanSwitchedOn', data: { subject: 'GATHERING', at } };
const switched = (value: boolean) =>
  ({ type: 'SwitchReminderPlans', data: { subjects: ['GATHERING'], on: value, at } }) as const;

describe('the plans of a programme', () => {
  it('are written down when they are switched on', () => given(reminderPlan)().when(switched(true)).then(set, on));

  it('are switched on once', () => given(reminderPlan)(set, on).when(switched(true)).thenNothing());

  it('stay as they were set when they are switched', () => {
    const own: ReminderPlanEvent = {
      type: 'ReminderPlanSet',
      data: { subject: 'GATHERING', ...defaultPlans.GATHERING, validForHours: 5 },
    };
    given(reminderPlan)(own).when(switched(true)).then(on);
    const plans = given(reminderPlan)(own, on).when(switched(false)).state();
    expect(plans.get('GATHERING')).toEqual({ terms: expect.objectContaining({ validForHours: 5 }) });
  });

  it('stay on when they are set otherwise', () => {
    const other = { type: 'SetReminderPlan', data: { ...set.data, validForHours: 5 } } as never;
    expect(given(reminderPlan)(set, on).when(other).state().get('GATHERING')).toMatchObject({ onSince: at });
    given(reminderPlan)(set, on)
      .when({ type: 'SetReminderPlan', data: set.data as never })
      .thenNothing();
  });

  it('tell by text message only what cannot wait', () => {
    given(reminderPlan)()
      .when({
        type: 'SetReminderPlan',
        data: { subject: 'GATHERING', ...defaultPlans.GATHERING, channels: ['MAIL', 'TEXT_MESSAGE'] },
      })
      .rejectedAs({ code: 'TEXT_MESSAGE_NOT_FOR_SUBJECT' });
  });

  it('have steps of different names', () => {
    const step = { step: 'P2D', daysBefore: 2, at: '09:00:00' };
    given(reminderPlan)()
      .when({ type: 'SetReminderPlan', data: { subject: 'GATHERING', ...defaultPlans.GATHERING, steps: [step, step] } })
      .rejectedAs({ code: 'STEPS_NOT_DISTINCT' });
  });

  it('have a default for every subject that the rules allow', () => {
    for (const subject of subjects) {
      const terms = defaultPlans[subject];
      expect(terms.channels.includes('TEXT_MESSAGE') && !urgentSubjects.has(subject)).toBe(false);
      given(reminderPlan)()
        .when({ type: 'SetReminderPlan', data: { subject, ...terms } })
        .then({ type: 'ReminderPlanSet', data: { subject, ...terms } });
    }
  });
});
