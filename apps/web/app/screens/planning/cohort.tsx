import './planning.css';
import { useQuery } from '@tanstack/preact-query';
import { Link, useParams } from 'wouter-preact';
import { classAddress, classesQuery, type ListedClass, siteOf } from '../../classes/classes';
import { useToday } from '../../classes/today';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { NotFound } from '../not-found';
import { ChangeCapacity } from './change-capacity';
import { FindingList } from './finding-list';
import { findingsOf } from './findings';
import { GatheringDialog } from './gathering-dialog';
import { OpenClasses } from './open-classes';
import { type CohortView, cohortAddress, draftAddress, spotName, useCohort, useCohorts } from './plan-data';
import { type GridClass, PlanGrid } from './plan-grid';
import { wholeSpan } from './spans';

const t = inLanguage({
  nb: {
    cohorts: 'Kull',
    title: (code: string) => `Samlingene i ${code}`,
    whole: (classes: number, taken: string, of: string) => `${classes} klasser · ${taken} av ${of} plasser tatt`,
    copied: (code: string) => `laget fra ${code}`,
    places: (code: string) => `Endre plassene i ${code}`,
    commissioned: (of: string) => `${of} plasser bestilt`,
    class: (taken: string, of: string) => `${taken} av ${of}`,
    planned: 'ikke åpnet',
    classes: 'Klassene i kullet',
    all: 'Alle klassene',
    unplanned: 'Kullet er ikke planlagt ennå.',
    plan: 'Lag planen fra opptaket',
  },
  nn: {
    cohorts: 'Kull',
    title: (code: string) => `Samlingane i ${code}`,
    whole: (classes: number, taken: string, of: string) => `${classes} klassar · ${taken} av ${of} plassar tekne`,
    copied: (code: string) => `laga frå ${code}`,
    places: (code: string) => `Endre plassane i ${code}`,
    commissioned: (of: string) => `${of} plassar bestilte`,
    class: (taken: string, of: string) => `${taken} av ${of}`,
    planned: 'ikkje opna',
    classes: 'Klassane i kullet',
    all: 'Alle klassane',
    unplanned: 'Kullet er ikkje planlagt enno.',
    plan: 'Lag planen frå opptaket',
  },
  en: {
    cohorts: 'Cohorts',
    title: (code: string) => `The gatherings of ${code}`,
    whole: (classes: number, taken: string, of: string) => `${classes} classes · ${taken} of ${of} places taken`,
    copied: (code: string) => `made from ${code}`,
    places: (code: string) => `Change the places of ${code}`,
    commissioned: (of: string) => `${of} places commissioned`,
    class: (taken: string, of: string) => `${taken} of ${of}`,
    planned: 'not open',
    classes: 'The classes of the cohort',
    all: 'All classes',
    unplanned: 'The cohort is not planned yet.',
    plan: 'Make the plan from the intake',
  },
});

const Trail = () => (
  <Link class="ds-link" href="/kull">
    {t.cohorts}
  </Link>
);

type CohortClass = CohortView['classes'][number];

interface ClassHeadProps {
  readonly of: CohortClass;
  readonly listed: ListedClass | undefined;
  readonly onPlaces: () => void;
}

const ClassHead = ({ of, listed, onPlaces }: ClassHeadProps) => (
  <>
    {listed ? (
      <Link class="ds-link" href={classAddress(listed)}>
        {of.code}
      </Link>
    ) : (
      of.code
    )}
    <span class="plan-title">
      {siteOf(of)},{' '}
      <button type="button" class="ds-link plan-link" aria-label={t.places(of.code)} onClick={onPlaces}>
        {t.class(number(of.placesTaken), number(of.capacity))}
      </button>
      {of.status === 'planned' && ` · ${t.planned}`}
    </span>
  </>
);

const Gatherings = ({ of }: { readonly of: CohortView }) => {
  const today = useToday();
  const classes = useQuery(classesQuery);
  const [spot, setSpot] = useUrlState('samling');
  const [onlyClass] = useUrlState('klasse');
  const [placesOf, setPlaces] = useUrlState('plasser');
  const changing = of.classes.find(({ code }) => code === placesOf);
  const shown = onlyClass === undefined ? of.classes : of.classes.filter(({ code }) => code === onlyClass);
  const isOver = (endsOn: string): boolean => today === undefined || endsOn < today;
  const hasBegun = (startsOn: string): boolean => today === undefined || startsOn <= today;
  const rows = shown.map(
    (one): GridClass => ({
      code: one.code,
      head: (
        <ClassHead
          of={one}
          listed={classes.data?.find(({ id }) => id === one.id)}
          onPlaces={() => setPlaces(one.code)}
        />
      ),
      gatherings: one.gatherings.map(({ status, ...gathering }) => ({
        ...gathering,
        ...(status === 'cancelled' ? { closed: status } : isOver(gathering.endsOn) ? { closed: 'held' } : {}),
        hasBegun: hasBegun(gathering.startsOn),
      })),
    }),
  );
  const canOpen = (classCode: string, wanted: number): boolean =>
    rows.some(
      ({ code, gatherings }) =>
        code === classCode && gatherings.some(({ number: at, closed }) => at === wanted && !closed),
    );
  // What has begun cannot be helped any more.
  const findings = findingsOf({ clashes: [], warnings: of.warnings }).filter(({ classCode, gathering }) =>
    gathering === undefined ? rows.some(({ code }) => code === classCode) : canOpen(classCode, gathering),
  );
  const open = (classCode: string, wanted: number): void => setSpot(spotName(classCode, wanted));
  const opened = of.classes.flatMap(({ id, code, gatherings }) =>
    gatherings.flatMap(({ number: at, startsOn, status }) =>
      spotName(code, at) === spot && (status === 'cancelled' || canOpen(code, at))
        ? [{ classId: id, number: at, hasBegun: hasBegun(startsOn), isCancelled: status === 'cancelled' }]
        : [],
    ),
  )[0];
  const sum = (count: (one: CohortClass) => number): string =>
    number(of.classes.reduce((total, one) => total + count(one), 0));
  return (
    <>
      <p class="ds-paragraph">
        {of.programme.title} · {wholeSpan(of.classes.flatMap(({ gatherings }) => gatherings))} ·{' '}
        {t.whole(
          of.classes.length,
          sum(({ placesTaken }) => placesTaken),
          sum(({ capacity }) => capacity),
        )}
        {` · ${t.commissioned(number(of.commissionedPlaces))}`}
        {of.basis.kind === 'COMMISSION' && ` · ${of.basis.commissionedBy.name}`}
        {of.copiedFrom && ` · ${t.copied(of.copiedFrom)}`}
        {onlyClass !== undefined && (
          <>
            {' · '}
            <Link class="ds-link" href={cohortAddress(of.code)}>
              {t.all}
            </Link>
          </>
        )}
      </p>
      <PlanGrid caption={t.title(of.code)} classes={rows} findings={findings} onOpen={open} />
      <FindingList findings={findings} onOpen={open} canOpen={canOpen} />
      {changing && <ChangeCapacity cohort={of} of={changing} onClose={() => setPlaces(undefined)} />}
      {opened && <GatheringDialog key={spot} {...opened} onClose={() => setSpot(undefined)} />}
    </>
  );
};

/** What an intake has before its year is planned. */
const Unplanned = ({ code }: { readonly code: string }) => {
  const classes = useQuery(classesQuery);
  if (classes.data && !classes.data.some(({ intake }) => intake === code)) return <NotFound />;
  return (
    <Page title={t.title(code)} trail={<Trail />}>
      <div class="empty">
        <p>{t.unplanned}</p>
        <Link class="ds-button" href={`${draftAddress(code)}?opptak=ja`}>
          {t.plan}
        </Link>
      </div>
    </Page>
  );
};

/** A cohort as it is planned: every gathering of every class, and the way to move one (ux.md A8). */
const Cohort = () => {
  const { cohort: code } = useParams<{ readonly cohort: string }>();
  const cohorts = useCohorts();
  const id = cohorts.data?.find((one) => one.code === code)?.id;
  const cohort = useCohort(id);
  if (cohorts.data && id === undefined) return <Unplanned code={code} />;
  return (
    <Page
      title={t.title(code)}
      trail={<Trail />}
      acts={
        <>
          {cohort.data && <OpenClasses of={cohort.data} />}
          <Link class="ds-button" data-variant="secondary" href={`/klasser?kull=${encodeURIComponent(code)}`}>
            {t.classes}
          </Link>
        </>
      }
    >
      <Loaded of={cohorts.error ? { ...cohort, error: cohorts.error } : cohort}>
        {(of) => <Gatherings of={of} />}
      </Loaded>
    </Page>
  );
};

export default Cohort;
