import type { Recorded } from '@kull/event-store';
import { enrolWhenIntakeCompleted } from './enrol-when-intake-completed';
import { planClassesWhenIntakeOpened } from './plan-classes-when-intake-opened';

const fact = (type: string): Recorded => ({
  position: 7,
  stream: 'intake-int_1',
  version: 1,
  eventId: 'e1',
  type,
  data: {},
  metadata: { commandId: 'c1', actor: 'admin-1' },
  occurredAt: '2026-03-01T00:00:00.000Z',
  recordedAt: '2026-03-01T00:00:00.000Z',
});

describe('when an intake', () => {
  it('opens, its classes are planned', () =>
    expect(planClassesWhenIntakeOpened.react(fact('IntakeOpened'))).toEqual([
      { key: 'plan-intake-classes.e1', job: 'plan-intake-classes', payload: { intakeId: 'int_1' } },
    ]));

  it('is completed, those who hold a place are enrolled', () =>
    expect(enrolWhenIntakeCompleted.react(fact('IntakeCompleted'))).toEqual([
      { key: 'enrol-place-holders.e1', job: 'enrol-place-holders', payload: { intakeId: 'int_1' } },
    ]));
});
