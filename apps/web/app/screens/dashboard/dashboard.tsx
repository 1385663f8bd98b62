import './dashboard.css';
import { useQuery } from '@tanstack/preact-query';
import type { Overview } from '../../../../api/src/overview/overview';
import { get } from '../../api/client';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { t } from './dashboard-texts';
import { Days } from './days';
import { Classes, Intakes } from './places';
import { Delivered, Running } from './progress';
import { Queue } from './queue';

/** What needs action, what happens today, and how everything stands (ux.md E1). */
const Dashboard = () => {
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => get<Overview>('/overview') });
  return (
    <Page title={t.title}>
      <Loaded of={overview}>
        {(data) => (
          <>
            <div class="dashboard">
              <Queue overview={data} />
              <Days overview={data} />
              <Intakes overview={data} />
              <Classes overview={data} />
              <Running overview={data} />
              <Delivered overview={data} />
            </div>
            <p class="trail">
              {t.event} {number(data.position)}. {t.work(number(data.work.open))}
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
};

export default Dashboard;
