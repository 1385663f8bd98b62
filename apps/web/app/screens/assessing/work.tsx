import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useParams } from 'wouter-preact';
import type { AssessmentWorkView } from '../../../../../libs/admissions/src/http/assessment-work.controller';
import type { IntakeLine } from '../../../../../libs/admissions/src/http/intake.view';
import { get, getAll, send } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { ProblemNote } from '../../kit/problem';
import { type Column, Table } from '../../kit/table';
import { useToast } from '../../kit/toasts';
import { useUrlState } from '../../kit/url-state';
import { areaWord, educationWord, physicianRoleWord } from './fact-words';
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

const responsibilities = ({ personnelResponsibility, budgetResponsibility }: AssessmentWorkView): string =>
  [personnelResponsibility && t.responsibility.personnel, budgetResponsibility && t.responsibility.budget]
    .filter(Boolean)
    .join(', ') || t.responsibility.none;

/** A whole number from 0 to 100, as typed. */
const isScore = (typed: string): boolean => /^(100|\d{1,2})$/.test(typed);

const factColumns: readonly Column<AssessmentWorkView>[] = [
  {
    key: 'soknad',
    header: t.columns.application,
    isName: true,
    sortBy: ({ applicationNo }) => applicationNo,
    cell: ({ applicationNo }) => applicationNo,
  },
  {
    key: 'tjeneste',
    header: t.columns.area,
    sortBy: ({ serviceArea }) => areaWord(serviceArea),
    cell: ({ serviceArea }) => areaWord(serviceArea),
  },
  { key: 'ansvar', header: t.columns.leads, cell: responsibilities },
  {
    key: 'erfaring',
    header: t.columns.years,
    isNumber: true,
    sortBy: ({ yearsExperience }) => yearsExperience,
    cell: ({ yearsExperience }) => number(yearsExperience),
  },
  {
    key: 'utdanning',
    header: t.columns.education,
    sortBy: ({ highestEducation }) => highestEducation,
    cell: ({ highestEducation, ectsCredits, recommended }) =>
      [educationWord(highestEducation), t.ects(number(ectsCredits)), ...(recommended ? [t.recommended] : [])].join(
        ', ',
      ),
  },
  {
    key: 'lege',
    header: t.columns.role,
    sortBy: ({ physicianRole }) => physicianRole,
    cell: ({ physician, physicianRole }) => (physician ? physicianRoleWord(physicianRole) : '–'),
  },
  {
    key: 'mangler',
    header: t.columns.wanted,
    sortBy: ({ wanted }) => wanted ?? '',
    cell: ({ wanted }) => (wanted ? t.wanted[wanted] : t.enough),
  },
];

/** `assessments.csv` of one assessor: what the office takes in as a file, typed here (selection.md 1). */
const scoresCsv = (assessor: string, scores: ReadonlyMap<string, string>): Blob =>
  new Blob([
    ['application_no;assessor;score', ...[...scores].map(([no, score]) => `${no};${assessor};${score}`), ''].join(
      '\r\n',
    ),
  ]);

const Work = ({ of }: { readonly of: IntakeLine }) => {
  const { code: me } = useStaff();
  const toast = useToast();
  const [given, setView] = useUrlState('vis');
  const view = views.find((one) => one === given) ?? 'mine';
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const work = useQuery({
    queryKey: ['admissions', 'assessment-work', of.id],
    queryFn: () => get<{ readonly data: readonly AssessmentWorkView[] }>(`/intakes/${of.id}/assessment-work`),
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
        {({ data }) => (
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
              columns={[...factColumns, score]}
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
