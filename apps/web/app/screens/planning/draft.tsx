import './planning.css';
import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useParams } from 'wouter-preact';
import { send } from '../../api/client';
import { siteOf } from '../../classes/classes';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { useUrlState } from '../../kit/url-state';
import { useCohortNames } from './cohort-names';
import { commissionSource } from './commission-form';
import { dropDraft, keepDraft, keptDraft } from './draft-store';
import { EditClass } from './edit-class';
import { EditGathering } from './edit-gathering';
import { FindingList } from './finding-list';
import { findingsAt, findingsOf } from './findings';
import { daysOf } from './gathering-days';
import { type CohortDraft, type Plan, spotName, usePlanCheck } from './plan-data';
import { PlanGrid } from './plan-grid';
import { SavePlan } from './save-plan';
import { wholeSpan } from './spans';

const t = inLanguage({
  nb: {
    cohorts: 'Kull',
    title: (code: string) => `Nytt kull ${code}`,
    copied: (code: string) => `Laget fra ${code}. `,
    places: (classes: number, places: string) => `${classes} klasser, ${places} plasser.`,
    kept: 'Utkastet ligger i denne nettleseren til du lagrer det.',
    save: 'Lagre kullet …',
    again: 'Begynn på nytt',
    edit: (code: string) => `Endre klassen ${code}`,
    class: (site: string, places: string) => `${site}, ${places} plasser`,
    changed: 'Utkastet er endret.',
    fresh: 'Utkastet er laget på nytt.',
    lost: 'Utkastet finnes ikke i denne nettleseren. Lag det på nytt fra Kull.',
  },
  nn: {
    cohorts: 'Kull',
    title: (code: string) => `Nytt kull ${code}`,
    copied: (code: string) => `Laga frå ${code}. `,
    places: (classes: number, places: string) => `${classes} klassar, ${places} plassar.`,
    kept: 'Utkastet ligg i denne nettlesaren til du lagrar det.',
    save: 'Lagre kullet …',
    again: 'Byrj på nytt',
    edit: (code: string) => `Endre klassen ${code}`,
    class: (site: string, places: string) => `${site}, ${places} plassar`,
    changed: 'Utkastet er endra.',
    fresh: 'Utkastet er laga på nytt.',
    lost: 'Utkastet finst ikkje i denne nettlesaren. Lag det på nytt frå Kull.',
  },
  en: {
    cohorts: 'Cohorts',
    title: (code: string) => `New cohort ${code}`,
    copied: (code: string) => `Made from ${code}. `,
    places: (classes: number, places: string) => `${classes} classes, ${places} places.`,
    kept: 'The draft stays in this browser until you save it.',
    save: 'Save the cohort …',
    again: 'Begin again',
    edit: (code: string) => `Change class ${code}`,
    class: (site: string, places: string) => `${site}, ${places} places`,
    changed: 'The draft was changed.',
    fresh: 'The draft was made anew.',
    lost: 'The draft is not in this browser. Make it anew from Cohorts.',
  },
});

interface EditingProps {
  readonly begun: Plan;
  /** Absent: nobody knows what it was made from. */
  readonly onAgain: (() => void) | undefined;
}

const Editing = ({ begun, onAgain }: EditingProps) => {
  const [plan, setPlan] = useState(begun);
  const [spot, setSpot] = useUrlState('samling');
  const [classCode, setClass] = useUrlState('klasse');
  const [isSaving, setSaving] = useState(false);
  const toast = useToast();
  const check = usePlanCheck(plan);
  const { code, copiedFrom } = plan.cohort;
  const cohortNamed = useCohortNames(code);
  const findings = check.data ? findingsOf(check.data, cohortNamed) : [];
  const keep = (next: Plan): void => {
    keepDraft(next);
    setPlan(next);
  };
  const change = (next: Plan): void => {
    keep(next);
    toast({ text: t.changed, undo: async () => keep(plan) });
  };
  const open = (of: string, at: number): void => setSpot(spotName(of, at));
  const canOpen = (of: string, at: number): boolean =>
    plan.classes.some((one) => one.code === of && one.gatherings.some((gathering) => gathering.number === at));
  const editing = plan.classes.flatMap((one) =>
    one.gatherings.flatMap((gathering) =>
      spotName(one.code, gathering.number) === spot ? [{ classCode: one.code, gathering }] : [],
    ),
  )[0];
  const editedClass = plan.classes.find((one) => one.code === classCode);
  const places = plan.classes.reduce((sum, { capacity }) => sum + capacity, 0);
  const isBlocked = !check.data || check.isPlaceholderData || findings.some(({ isClash }) => isClash);
  return (
    <>
      <div class="page-head">
        <p class="ds-paragraph">
          {copiedFrom && t.copied(copiedFrom)}
          {t.places(plan.classes.length, number(places))}{' '}
          {wholeSpan(plan.classes.flatMap(({ gatherings }) => gatherings.map(daysOf)))}.{' '}
          <span class="subtle">{t.kept}</span>
        </p>
        <div class="acts">
          <button type="button" class="ds-button" disabled={isBlocked} onClick={() => setSaving(true)}>
            {t.save}
          </button>
          {onAgain && (
            <button type="button" class="ds-button" data-variant="tertiary" onClick={onAgain}>
              {t.again}
            </button>
          )}
        </div>
      </div>
      <PlanGrid
        caption={t.title(code)}
        findings={findings}
        onOpen={open}
        classes={plan.classes.map((one) => ({
          code: one.code,
          head: (
            <button type="button" class="plan-cell" aria-label={t.edit(one.code)} onClick={() => setClass(one.code)}>
              {one.code}
              <span class="plan-title">{t.class(siteOf(one), number(one.capacity))}</span>
            </button>
          ),
          gatherings: one.gatherings.map((gathering) => ({ ...gathering, ...daysOf(gathering) })),
        }))}
      />
      <Loaded of={check}>{() => <FindingList findings={findings} onOpen={open} canOpen={canOpen} />}</Loaded>
      {editing && (
        <EditGathering
          key={spot}
          {...editing}
          plan={plan}
          before={findingsAt(findings, editing.classCode, editing.gathering.number)}
          cohortNamed={cohortNamed}
          onChange={change}
          onClose={() => setSpot(undefined)}
        />
      )}
      {editedClass && <EditClass plan={plan} of={editedClass} onChange={change} onClose={() => setClass(undefined)} />}
      {isSaving && <SavePlan plan={plan} warnings={findings.length} onClose={() => setSaving(false)} />}
    </>
  );
};

/** What the address says a draft is made from. */
const sourceOf = (code: string, search: URLSearchParams): object | undefined => {
  const [cohort, weeks] = [search.get('fra'), search.get('uker')];
  if (search.get('opptak') !== null) return { intake: code };
  if (search.get('bestilling') !== null) return commissionSource(code, search);
  return cohort === null ? undefined : { cohort, code, weeks: Number(weeks ?? 52) };
};

/** A cohort on its way: a copy of another one, changed here until nothing collides, and then saved as one (ux.md A8). */
const Draft = () => {
  const { cohort: code } = useParams<{ readonly cohort: string }>();
  const toast = useToast();
  const [times, setTimes] = useState(0);
  const kept = keptDraft(code);
  const from = sourceOf(code, new URLSearchParams(globalThis.location.search));
  const made = useQuery({
    queryKey: ['draft', code, from, times],
    queryFn: async () => {
      const { plan } = await send<CohortDraft>('/cohort-drafts', { json: { from } });
      keepDraft(plan);
      return plan;
    },
    enabled: kept === undefined && from !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const again = (): void => {
    const before = keptDraft(code);
    dropDraft(code);
    setTimes(times + 1);
    toast({
      text: t.fresh,
      ...(before && {
        undo: async () => {
          keepDraft(before);
          setTimes((now) => now + 1);
        },
      }),
    });
  };
  const begun = kept ?? made.data;
  return (
    <Page
      title={t.title(code)}
      trail={
        <Link class="ds-link" href="/kull">
          {t.cohorts}
        </Link>
      }
    >
      {kept === undefined && from === undefined ? (
        <p class="empty">{t.lost}</p>
      ) : (
        <Loaded of={begun ? { ...made, data: begun, error: null } : made}>
          {(plan) => <Editing key={times} begun={plan} onAgain={from && again} />}
        </Loaded>
      )}
    </Page>
  );
};

export default Draft;
