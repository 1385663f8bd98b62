import { useQuery } from '@tanstack/preact-query';
import type { Overview } from '../../../../api/src/overview/overview';
import { get } from '../../api/client';
import { Bar } from '../../kit/bar';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: { title: 'Oversikt', classes: 'Klasser' },
  nn: { title: 'Oversikt', classes: 'Klassar' },
  en: { title: 'Overview', classes: 'Classes' },
});

const Dashboard = () => {
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => get<Overview>('/overview') });
  return (
    <Page title={t.title}>
      <Loaded of={overview}>
        {({ classes = [] }) => (
          <section class="ds-card">
            <h2 class="ds-heading" data-size="xs">
              {t.classes}
            </h2>
            <ul>
              {classes.map(({ code, taken, capacity }) => (
                <li key={code}>
                  {code} {number(taken)}/{number(capacity)} <Bar part={taken} whole={capacity} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </Loaded>
    </Page>
  );
};

export default Dashboard;
