import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import type { Overview } from '../../../../api/src/overview/overview';
import { get } from '../../api/client';
import { Bar } from '../../kit/bar';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { type IntakeLine, useIntakes } from './intake-data';
import { NewIntake } from './new-intake';
import { intakeStatusWords } from './words';
import './intakes.css';

const t = inLanguage({
  nb: {
    title: 'Opptak',
    open: 'Nytt opptak',
    code: 'Opptak',
    programme: 'Program',
    status: 'Status',
    places: 'Plasser',
    taken: 'Tatt',
    offers: 'Åpne tilbud',
    free: 'Ledige',
    waiting: 'Venter',
    empty: 'Det er ingen opptak ennå. Begynn med et nytt.',
  },
  nn: {
    title: 'Opptak',
    open: 'Nytt opptak',
    code: 'Opptak',
    programme: 'Program',
    status: 'Status',
    places: 'Plassar',
    taken: 'Tekne',
    offers: 'Opne tilbod',
    free: 'Ledige',
    waiting: 'Ventar',
    empty: 'Det er ingen opptak enno. Byrj med eit nytt.',
  },
  en: {
    title: 'Intakes',
    open: 'New intake',
    code: 'Intake',
    programme: 'Programme',
    status: 'Status',
    places: 'Places',
    taken: 'Taken',
    offers: 'Open offers',
    free: 'Free',
    waiting: 'Waiting',
    empty: 'There are no intakes yet. Begin with a new one.',
  },
});

type Numbers = NonNullable<Overview['intakes']>[number];
type Row = IntakeLine & { readonly numbers: Numbers | undefined };

const IntakeList = () => {
  const [, navigate] = useLocation();
  const [isOpening, setOpening] = useState(false);
  const intakes = useIntakes();
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => get<Overview>('/overview') });
  const address = ({ code }: IntakeLine): string => `/opptak/${encodeURIComponent(code)}`;
  const counted = (key: Exclude<keyof Numbers, 'code'>, header: string, part = '') => ({
    key,
    header,
    isNumber: true,
    sortBy: ({ numbers }: Row) => numbers?.[key] ?? 0,
    cell: (row: Row) =>
      row.numbers ? (
        <Link class="ds-link" href={`${address(row)}${part}`}>
          {number(row.numbers[key])}
        </Link>
      ) : (
        ''
      ),
  });
  const newIntake = (
    <button type="button" class="ds-button" onClick={() => setOpening(true)}>
      {t.open}
    </button>
  );
  return (
    <Page title={t.title} acts={newIntake}>
      <Loaded of={intakes}>
        {(lines) => (
          <Table<Row>
            caption={t.title}
            rows={lines.map((one) => ({
              ...one,
              numbers: overview.data?.intakes?.find(({ code }) => code === one.code),
            }))}
            rowKey={({ code }) => code}
            onOpen={(row) => navigate(address(row))}
            empty={<p>{t.empty}</p>}
            columns={[
              {
                key: 'code',
                header: t.code,
                isName: true,
                sortBy: ({ code }) => code,
                cell: (row) => (
                  <Link class="ds-link" href={address(row)}>
                    {row.code}
                  </Link>
                ),
              },
              { key: 'programme', header: t.programme, cell: ({ programme }) => programme.title },
              { key: 'status', header: t.status, cell: ({ status }) => intakeStatusWords[status] },
              {
                key: 'places',
                header: t.places,
                isNumber: true,
                sortBy: ({ places }) => places,
                cell: ({ places, numbers }) => (
                  <>
                    {number(places)} <Bar part={numbers?.taken ?? 0} whole={places} />
                  </>
                ),
              },
              counted('taken', t.taken, '/runder'),
              counted('openOffers', t.offers, '/runder?svar=OPEN'),
              counted('free', t.free, '/runder'),
              counted('waiting', t.waiting, '/runder?vis=venteliste'),
            ]}
          />
        )}
      </Loaded>
      {isOpening && (
        <NewIntake
          intakes={intakes.data ?? []}
          onClose={() => setOpening(false)}
          onOpened={(code) => navigate(`/opptak/${encodeURIComponent(code)}/soknader`)}
        />
      )}
    </Page>
  );
};

export default IntakeList;
