import { Link } from 'wouter-preact';
import type { IntakeOverview, Overview } from '../../../../api/src/overview/overview';
import { Bar } from '../../kit/bar';
import { number } from '../../kit/dates';
import { type Column, Table } from '../../kit/table';
import { Card } from './card';
import { t } from './dashboard-texts';

const to = (code: string, room = ''): string => `/opptak/${encodeURIComponent(code)}${room}`;

const linked = (key: Exclude<keyof IntakeOverview, 'code'>, header: string, room: string): Column<IntakeOverview> => ({
  key,
  header,
  isNumber: true,
  cell: (row) => (
    <Link class="ds-link" href={to(row.code, room)}>
      {number(row[key])}
    </Link>
  ),
});

const columns: readonly Column<IntakeOverview>[] = [
  {
    key: 'code',
    header: t.columns.intake,
    isName: true,
    cell: ({ code }) => (
      <Link class="ds-link" href={to(code)}>
        {code}
      </Link>
    ),
  },
  linked('places', t.columns.places, ''),
  linked('taken', t.columns.taken, '/soknader?vis=plass'),
  linked('openOffers', t.columns.open, '/runder'),
  linked('free', t.columns.free, '/runder'),
  linked('earmarked', t.columns.earmarked, '/rangering?kvote=LEGE'),
  linked('waiting', t.columns.waiting, '/soknader?vis=venteliste'),
];

/** The intakes, and how their places stand. */
export const Intakes = ({ overview: { intakes = [] } }: { readonly overview: Overview }) => (
  <Card title={t.intakes} isWide>
    <Table
      caption={t.intakes}
      rows={intakes}
      columns={columns}
      rowKey={({ code }) => code}
      empty={
        <>
          {t.noIntakes}{' '}
          <Link class="ds-link" href="/opptak">
            {t.newIntake}
          </Link>
        </>
      }
    />
  </Card>
);

/** The classes with their places. */
export const Classes = ({ overview: { classes = [] } }: { readonly overview: Overview }) => (
  <Card title={t.classes}>
    {classes.length === 0 && <p class="ds-paragraph">{t.noClasses}</p>}
    <ul class="bars">
      {classes.map(({ classId, code, intake, site, taken, capacity }) => (
        <li key={classId}>
          <Link class="ds-link" href={`/klasser/${intake ?? code}/${code}`}>
            {code}
          </Link>
          <span>{t.sites[site] ?? site}</span>
          <Bar part={taken} whole={capacity} />
          <span class="number">
            {number(taken)} {t.of} {number(capacity)}
          </span>
        </li>
      ))}
    </ul>
  </Card>
);
