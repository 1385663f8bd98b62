import { given } from '@kull/kernel/given';
import { type CohortEvent, type CohortPlanned, cohort } from './cohort';

const data: CohortPlanned['data'] = {
  code: 'NLP-2026',
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
  basis: { kind: 'INTAKE' },
  commissionedPlaces: 216,
  classes: [{ classId: 'cls_1', code: 'OSLO-1' }],
};
const planned: CohortEvent = { type: 'CohortPlanned', data };
const raisedTo = (places: number): CohortEvent => ({ type: 'CommissionedPlacesRaised', data: { places } });
const plan = (wanted: CohortPlanned['data']) => ({ type: 'PlanCohort', data: wanted }) as const;
const raise = (places: number) => ({ type: 'RaiseCommissionedPlaces', data: { places } }) as const;

describe('a cohort', () => {
  it('is planned once under its code', () => {
    given(cohort)().when(plan(data)).then(planned);
    given(cohort)(planned)
      .when(plan({ ...data }))
      .thenNothing();
    given(cohort)(planned, raisedTo(220)).when(plan(data)).thenNothing();
    given(cohort)(planned)
      .when(plan({ ...data, commissionedPlaces: 220 }))
      .rejectedAs({ code: 'COHORT_DIFFERS' });
  });

  it('gets more places, never fewer (I-22)', () => {
    given(cohort)(planned).when(raise(220)).then(raisedTo(220));
    given(cohort)(planned, raisedTo(220)).when(raise(220)).thenNothing();
    given(cohort)(planned, raisedTo(220)).when(raise(216)).rejectedAs({ code: 'PLACES_NOT_RAISED' });
    given(cohort)().when(raise(220)).rejectedAs({ code: 'COHORT_NOT_PLANNED' });
  });
});
