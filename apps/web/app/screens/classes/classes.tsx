import './classes.css';
import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { classAddress, classesQuery, cohortOf, type ListedClass, siteOf } from '../../classes/classes';
import { nextGathering, useGatherings } from '../../classes/gatherings';
import { type StandingCounts, standingCounts } from '../../classes/standing-counts';
import { useToday } from '../../classes/today';
import { Bar } from '../../kit/bar';
import { number, plainDay, shortDay } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { type Column, Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { directoryQuery } from '../../persons/directory';
import { AtRisk } from './at-risk';

const t = inLanguage({
  nb: {
    title: 'Klasser',
    all: 'Alle klasser',
    class: 'Klasse',
    cohort: 'Kull',
    programme: 'Studium',
    site: 'Sted',
    places: 'Plasser',
    takenPlaces: 'Opptatte plasser',
    next: 'Neste samling',
    attendance: 'Oppmøte',
    taken: (taken: string, of: string) => `${taken} av ${of}`,
    gathering: (n: number) => `samling ${n}`,
    over: 'ferdig',
    planned: 'ikke åpnet',
    onTrack: (n: string) => `${n} i rute`,
    atRisk: (n: string) => `${n} i fare`,
    impossible: (n: string) => `${n} når ikke kravet`,
    empty: 'Ingen klasser ennå. Planlegg et kull, så kommer klassene hit.',
  },
  nn: {
    title: 'Klassar',
    all: 'Alle klassar',
    class: 'Klasse',
    cohort: 'Kull',
    programme: 'Studium',
    site: 'Stad',
    places: 'Plassar',
    takenPlaces: 'Opptekne plassar',
    next: 'Neste samling',
    attendance: 'Oppmøte',
    taken: (taken: string, of: string) => `${taken} av ${of}`,
    gathering: (n: number) => `samling ${n}`,
    over: 'ferdig',
    planned: 'ikkje opna',
    onTrack: (n: string) => `${n} i rute`,
    atRisk: (n: string) => `${n} i fare`,
    impossible: (n: string) => `${n} når ikkje kravet`,
    empty: 'Ingen klassar enno. Planlegg eit kull, så kjem klassane hit.',
  },
  en: {
    title: 'Classes',
    all: 'All classes',
    class: 'Class',
    cohort: 'Cohort',
    programme: 'Programme',
    site: 'Site',
    places: 'Places',
    takenPlaces: 'Places taken',
    next: 'Next gathering',
    attendance: 'Attendance',
    taken: (taken: string, of: string) => `${taken} of ${of}`,
    gathering: (n: number) => `gathering ${n}`,
    over: 'over',
    planned: 'not open',
    onTrack: (n: string) => `${n} on track`,
    atRisk: (n: string) => `${n} at risk`,
    impossible: (n: string) => `${n} cannot reach it`,
    empty: 'No classes yet. Plan a cohort, and its classes come here.',
  },
});

const standingText = (counts: StandingCounts | undefined): string | null =>
  counts
    ? [
        t.onTrack(number(counts.onTrack)),
        ...(counts.atRisk > 0 ? [t.atRisk(number(counts.atRisk))] : []),
        ...(counts.impossible > 0 ? [t.impossible(number(counts.impossible))] : []),
      ].join(', ')
    : null;

const Standing = ({ one, counts }: { readonly one: ListedClass; readonly counts: StandingCounts | undefined }) => {
  if (!counts) return <>–</>;
  const notOnTrack = [
    { sign: '⚠', count: counts.atRisk, text: t.atRisk },
    { sign: '✗', count: counts.impossible, text: t.impossible },
  ].filter(({ count }) => count > 0);
  return (
    <ul class="standing">
      <li>
        <span aria-hidden="true">●</span> {t.onTrack(number(counts.onTrack))}
      </li>
      {notOnTrack.map(({ sign, count, text }) => (
        <li key={sign}>
          <Link class="ds-link" href={`${classAddress(one)}?vis=fare`}>
            <span aria-hidden="true">{sign}</span> {text(number(count))}
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** Every class: its places, when it meets next, and how its students stand. */
const Classes = () => {
  const classes = useQuery(classesQuery);
  const directory = useQuery(directoryQuery);
  const gatherings = useGatherings();
  const today = useToday();
  const [, navigate] = useLocation();
  const [cohort] = useUrlState('kull');
  const [view] = useUrlState('vis');
  const isRisk = view === 'fare';
  const counts = useMemo(() => standingCounts(directory.data?.data ?? []), [directory.data]);

  const nextOf = (one: ListedClass): string => {
    if (one.status === 'planned') return t.planned;
    if (today !== undefined && one.endsOn !== null && one.endsOn < today) return t.over;
    const next = nextGathering(gatherings.get(one.id), today);
    return next ? `${t.gathering(next.number)}, ${shortDay(next.startsOn)}` : '–';
  };
  const columns: readonly Column<ListedClass>[] = [
    {
      key: 'klasse',
      header: t.class,
      isName: true,
      sortBy: ({ code }) => code,
      file: [{ value: ({ code }) => code }],
      cell: (one) => (
        <Link class="ds-link" href={classAddress(one)}>
          {one.code}
        </Link>
      ),
    },
    { key: 'kull', header: t.cohort, sortBy: cohortOf, cell: cohortOf },
    { key: 'studium', header: t.programme, sortBy: ({ title }) => title, cell: ({ title }) => title },
    { key: 'sted', header: t.site, sortBy: siteOf, cell: siteOf },
    {
      key: 'plasser',
      header: t.places,
      isNumber: true,
      sortBy: ({ placesTaken }) => placesTaken,
      file: [{ title: t.takenPlaces, value: ({ placesTaken }) => placesTaken }, { value: ({ capacity }) => capacity }],
      cell: ({ placesTaken, capacity }) => (
        <>
          {t.taken(number(placesTaken), number(capacity))} <Bar part={placesTaken} whole={capacity} />
        </>
      ),
    },
    {
      key: 'neste',
      header: t.next,
      sortBy: (one) => nextGathering(gatherings.get(one.id), today)?.startsOn ?? one.endsOn ?? '',
      file: [{ value: nextOf }],
      cell: (one) => (
        <span title={one.startsOn && one.endsOn ? `${plainDay(one.startsOn)}–${plainDay(one.endsOn)}` : undefined}>
          {nextOf(one)}
        </span>
      ),
    },
    {
      key: 'oppmote',
      header: t.attendance,
      sortBy: ({ id }) => -((counts.get(id)?.atRisk ?? 0) + (counts.get(id)?.impossible ?? 0)),
      file: [{ value: ({ id }) => standingText(counts.get(id)) }],
      cell: (one) => <Standing one={one} counts={counts.get(one.id)} />,
    },
  ];
  const newestFirst = (rows: readonly ListedClass[]): readonly ListedClass[] =>
    rows.toSorted(
      (one, other) =>
        (other.startsOn ?? '').slice(0, 4).localeCompare((one.startsOn ?? '').slice(0, 4)) ||
        cohortOf(one).localeCompare(cohortOf(other)) ||
        one.code.localeCompare(other.code),
    );
  const shown = (rows: readonly ListedClass[]): readonly ListedClass[] =>
    newestFirst(cohort === undefined ? rows : rows.filter((one) => cohortOf(one) === cohort));
  return (
    <Page
      title={cohort === undefined ? t.title : `${t.title} ${cohort}`}
      trail={
        (cohort !== undefined || isRisk) && (
          <Link class="ds-link" href="/klasser">
            {t.all}
          </Link>
        )
      }
    >
      {isRisk ? (
        <Loaded of={directory}>{({ data }) => <AtRisk persons={data} cohort={cohort} />}</Loaded>
      ) : (
        <Loaded of={classes}>
          {(rows) => (
            <Table
              caption={t.title}
              rows={shown(rows)}
              columns={columns}
              rowKey={({ id }) => id}
              rowName={({ code }) => code}
              onOpen={(one) => navigate(classAddress(one))}
              empty={t.empty}
              tools={{ name: cohort === undefined ? t.title : `${t.title} ${cohort}` }}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
};

export default Classes;
