import { given } from '@kull/kernel/given';
import { type ClassEvent, programmeClass } from './class';
import { intakeOf } from './class-plan';

const plan = {
  code: 'OSLO-1',
  site: 'OSLO',
  capacity: 54,
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
  intake: 'NLP-2026',
};
const planned: ClassEvent = { type: 'ClassPlanned', data: plan };
const opened: ClassEvent = { type: 'ClassOpened', data: {} };
const raised: ClassEvent = { type: 'ClassCapacityChanged', data: { capacity: 60 } };

describe('a class', () => {
  it('is planned once', () => {
    given(programmeClass)().when({ type: 'PlanClass', data: plan }).then(planned);
    given(programmeClass)(planned)
      .when({ type: 'PlanClass', data: { ...plan } })
      .thenNothing();
  });

  it('is not planned anew under the same code', () =>
    given(programmeClass)(planned)
      .when({ type: 'PlanClass', data: { ...plan, site: 'TRONDHEIM' } })
      .rejectedAs({ code: 'CLASS_DIFFERS' }));

  it('is the same class after its capacity was raised', () =>
    given(programmeClass)(planned, raised).when({ type: 'PlanClass', data: plan }).thenNothing());

  it('opens once, when planned', () => {
    given(programmeClass)(planned).when({ type: 'OpenClass', data: {} }).then(opened);
    given(programmeClass)(planned, opened).when({ type: 'OpenClass', data: {} }).thenNothing();
    given(programmeClass)().when({ type: 'OpenClass', data: {} }).rejectedAs({ code: 'CLASS_NOT_PLANNED' });
  });

  it('gets more places by an explicit act, and loses none', () => {
    given(programmeClass)(planned)
      .when({ type: 'ChangeCapacity', data: { capacity: 60 } })
      .then(raised);
    given(programmeClass)(planned, raised)
      .when({ type: 'ChangeCapacity', data: { capacity: 60 } })
      .thenNothing();
    given(programmeClass)(planned, raised)
      .when({ type: 'ChangeCapacity', data: { capacity: 54 } })
      .rejectedAs({ code: 'CAPACITY_NOT_RAISED' });
  });

  it('is an intake of its own when no intake fills it', () => {
    expect(intakeOf(plan)).toBe('NLP-2026');
    expect(intakeOf({ ...plan, intake: undefined })).toBe('OSLO-1');
  });
});
