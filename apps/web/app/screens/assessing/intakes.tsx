import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { IntakeLine } from '../../../../../libs/admissions/src/http/intake.view';
import { getAll } from '../../api/client';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { t } from './texts';

/** `/vurdering`: the intakes whose applications an assessor scores. */
const AssessedIntakes = () => {
  const intakes = useQuery({
    queryKey: ['admissions', 'intakes'],
    queryFn: () => getAll<IntakeLine>('/intakes'),
  });
  return (
    <Page title={t.title}>
      <p class="ds-paragraph">{t.intro}</p>
      <h2 class="ds-heading" data-size="xs">
        {t.intakes}
      </h2>
      <Loaded of={intakes}>
        {(all) =>
          all.length === 0 ? (
            <p class="empty">{t.noIntakes}</p>
          ) : (
            <ul class="ds-list">
              {all.map(({ code, programme }) => (
                <li key={code}>
                  <Link class="ds-link" href={`/vurdering/${encodeURIComponent(code)}`}>
                    {code}
                  </Link>{' '}
                  · {programme.title}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
};

export default AssessedIntakes;
