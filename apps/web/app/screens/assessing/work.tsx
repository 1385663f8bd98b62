import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useParams } from 'wouter-preact';
import type {
  AssessmentWorkList,
  AssessmentWorkView,
} from '../../../../../libs/admissions/src/http/assessment-work.controller';
import type { IntakeLine } from '../../../../../libs/admissions/src/http/intake.view';
import { get, getAll, send } from '../../api/client';
import { partialityWords } from '../../applications/partiality-words';
import { useStaff } from '../../frame/staff';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { useToast } from '../../kit/toasts';
import { useUrlState } from '../../kit/url-state';
import { factColumns } from './fact-columns';
import './assessing.css';
import { t } from './texts';

type View = keyof typeof t.views;

const isIn: Readonly<Record<View, (one: AssessmentWorkView) => boolean>> = {
  mine: ({ own, wanted }) => own === null && wanted !== null,
  third: ({ own, wanted }) => own === null && wanted === 'THIRD',
  given: ({ own }) => own !== null,
  all: () => true,
};
const views = Object.keys(isIn) as View[];

/** A whole number from 0 to 100, as typed. */
const isScore = (typed: string): boolean => /^(100|\d{1,2})$/.test(typed);

/** `assessments.csv` of one assessor: what the office takes in as a file, typed here (selection.md 1). */
const scoresCsv = (assessor: string, scores: ReadonlyMap<string, string>): Blob =>
  new Blob([
    ['application_no;assessor;score', ...[...scores].map(([no, score]) => `${no};${assessor};${score}`), ''].join(
      '\r\n',
    ),
  ]);

const Disqualified = ({ from }: { readonly from: AssessmentWorkList['disqualified'] }) => (
  <section class="stack">
    <h2 class="ds-heading" data-size="xs">
      {t.partial.heading}
    </h2>
    <p class="ds-paragraph">{t.partial.lead}</p>
    <ul class="ds-list">
      {from.map(({ applicationNo, ground, at }) => (
        <li key={applicationNo}>
          {applicationNo}: {partialityWords.grounds[ground].toLowerCase()}, {dayAndTime(at)}
        </li>
      ))}
    </ul>
  </section>
);

const Work = ({ of }: { readonly of: IntakeLine }) => {
  const { code: me } = useStaff();
  const toast = useToast();
  const [given, setView] = useUrlState('vis');
  const view = views.find((one) => one === given) ?? 'mine';
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const work = useQuery({
    queryKey: ['admissions', 'assessment-work', of.id],
    queryFn: () => get<AssessmentWorkList>(`/intakes/${of.id}/assessment-work`),
  });
  const ready = new Map([...typed].filter(([, score]) => isScore(score)));
  const hasWrong = [...typed.values()].some((score) => score !== '' && !isScore(score));
  const save = useAct((_: readonly (readonly string[])[], key) =>
    send(`/intakes/${of.id}/assessment-imports`, { body: { file: scoresCsv(me, ready), type: 'text/csv' }, key }),
  );
  const saveAll = async (): Promise<void> => {
    if (!(await save.run([...ready]))) return;
    toast({ text: t.saved(ready.size) });
    setTyped(new Map([...typed].filter(([no]) => !ready.has(no))));
  };
  const application: Column<AssessmentWorkView> = {
    key: 'soknad',
    header: t.columns.application,
    isName: true,
    sortBy: ({ applicationNo }) => applicationNo,
    cell: ({ applicationNo }) => (
      <Link class="ds-link" href={`/vurdering/${encodeURIComponent(of.code)}/${encodeURIComponent(applicationNo)}`}>
        {applicationNo}
      </Link>
    ),
  };
  const score: Column<AssessmentWorkView> = {
    key: 'poeng',
    header: t.columns.score,
    cell: ({ applicationNo, own }) => {
      const value = typed.get(applicationNo) ?? (own === null ? '' : String(own));
      return (
        <input
          class="ds-input score"
          inputMode="numeric"
          maxLength={3}
          aria-label={t.scoreOf(applicationNo)}
          aria-invalid={value !== '' && !isScore(value)}
          value={value}
          onInput={({ currentTarget }) => setTyped(new Map([...typed, [applicationNo, currentTarget.value.trim()]]))}
        />
      );
    },
  };
  return (
    <Page
      title={`${t.title} ${of.code}`}
      trail={
        <Link class="ds-link" href="/vurdering">
          {t.title}
        </Link>
      }
    >
      <p class="ds-paragraph">{t.intro}</p>
      <Loaded of={work}>
        {({ data, disqualified }) => (
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault();
              void saveAll();
            }}
          >
            <p class="ds-paragraph" role="status">
              {t.left(data.filter(isIn.mine).length)}
            </p>
            <fieldset class="chips" aria-label={t.columns.wanted}>
              {views.map((one) => (
                <button
                  key={one}
                  type="button"
                  class="ds-chip"
                  aria-pressed={view === one}
                  onClick={() => setView(one === 'mine' ? undefined : one)}
                >
                  {t.views[one]} {number(data.filter(isIn[one]).length)}
                </button>
              ))}
            </fieldset>
            <Table
              caption={`${t.title} ${of.code}`}
              rows={data.filter((one) => isIn[view](one) || typed.has(one.applicationNo))}
              columns={[application, ...factColumns, score]}
              rowKey={({ applicationNo }) => applicationNo}
              empty={t.none}
            />
            {save.problem && <ProblemNote error={save.problem} />}
            {hasWrong && (
              <div class="ds-alert" data-color="warning" role="alert">
                {t.whole}
              </div>
            )}
            <div class="save-scores">
              <button type="submit" class="ds-button" disabled={ready.size === 0 || hasWrong || save.isSending}>
                {t.save(ready.size)}
              </button>
            </div>
            {disqualified.length > 0 && <Disqualified from={disqualified} />}
          </form>
        )}
      </Loaded>
    </Page>
  );
};

/** `/vurdering/:code`: an assessor gives points to the applications of an intake, in their own name. */
const AssessmentOfIntake = () => {
  const { code } = useParams<{ readonly code: string }>();
  const intakes = useQuery({ queryKey: ['admissions', 'intakes'], queryFn: () => getAll<IntakeLine>('/intakes') });
  return (
    <Loaded of={intakes}>
      {(all) => {
        const of = all.find((one) => one.code === decodeURIComponent(code));
        return of ? <Work key={of.id} of={of} /> : <Page title={t.unknown}>{null}</Page>;
      }}
    </Loaded>
  );
};

export default AssessmentOfIntake;
