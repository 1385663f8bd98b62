import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { partialityWords } from '../../applications/partiality-words';
import { dayAndTime } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { type Column, Table } from '../../kit/table';
import { useUrlState } from '../../kit/url-state';
import { AddAssessment } from './add-assessment';
import { DeclareDialog, LiftDialog } from './impartiality-acts';
import { type DisqualificationView, useDisqualifications } from './impartiality-data';
import { impartialityWords as t } from './impartiality-words';
import type { IntakeView } from './intake-data';
import { IntakePage } from './intake-page';
import { NeedsAssessor } from './needs-assessor';

const columns: readonly Column<DisqualificationView>[] = [
  {
    key: 'soknad',
    header: t.columns.application,
    isName: true,
    sortBy: ({ applicationNo }) => applicationNo,
    cell: ({ applicationNo }) => (
      <Link class="ds-link" href={`/personer/${encodeURIComponent(applicationNo)}`}>
        {applicationNo}
      </Link>
    ),
  },
  {
    key: 'inhabil',
    header: t.columns.assessor,
    sortBy: ({ assessor }) => assessor,
    cell: ({ assessor }) => assessor,
  },
  {
    key: 'grunn',
    header: t.columns.ground,
    cell: ({ ground, explanation }) => (
      <>
        {partialityWords.grounds[ground]}
        {explanation && <span class="hint">{explanation}</span>}
      </>
    ),
  },
  {
    key: 'meldt',
    header: t.columns.declared,
    sortBy: ({ at }) => at,
    cell: ({ at, by, assessor }) => `${dayAndTime(at)} ${t.by} ${by === assessor ? t.self : by}`,
  },
  {
    key: 'mangler',
    header: t.columns.wanted,
    sortBy: ({ wanted }) => wanted ?? '',
    cell: ({ wanted, hadScored }) => (
      <>
        {wanted ? t.wanted[wanted] : t.enough}
        {hadScored && <span class="hint">{t.lost}</span>}
      </>
    ),
  },
];

type Act = { readonly kind: 'LIFT' | 'ASSESS'; readonly of: DisqualificationView };

const Disqualified = ({ intake }: { readonly intake: IntakeView }) => {
  const all = useDisqualifications(intake.id);
  const [asked, setAsked] = useUrlState('soknad');
  const [isDeclaring, setDeclaring] = useState(asked !== undefined);
  const [act, setAct] = useState<Act | undefined>(undefined);
  const isOpen = intake.status === 'open';
  const acts: Column<DisqualificationView> = {
    key: 'gjor',
    header: t.columns.acts,
    cell: (of) => (
      <div class="row-acts">
        {of.wanted && <ActButton of={of} name={t.assess} onClick={() => setAct({ kind: 'ASSESS', of })} />}
        <ActButton of={of} name={t.lift} onClick={() => setAct({ kind: 'LIFT', of })} />
      </div>
    ),
  };
  const close = (): void => {
    setDeclaring(false);
    setAct(undefined);
    setAsked(undefined);
  };
  return (
    <>
      <p class="ds-paragraph">{isOpen ? t.lead : t.over}</p>
      <NeedsAssessor intake={intake} isHere />
      {isOpen && (
        <div>
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setDeclaring(true)}>
            {t.declare}
          </button>
        </div>
      )}
      <Loaded of={all}>
        {(rows) => (
          <Table
            caption={t.title}
            rows={rows}
            columns={isOpen ? [...columns, acts] : columns}
            rowKey={({ id, assessor }) => `${id} ${assessor}`}
            empty={t.none}
          />
        )}
      </Loaded>
      {isOpen && isDeclaring && (
        <DeclareDialog intake={intake.code} {...(asked && { applicationNo: asked })} onClose={close} />
      )}
      {act?.kind === 'LIFT' && <LiftDialog of={act.of} onClose={close} />}
      {act?.kind === 'ASSESS' && (
        <AddAssessment intake={intake.id} applicationNo={act.of.applicationNo} onClose={close} />
      )}
    </>
  );
};

interface ActButtonProps {
  readonly of: DisqualificationView;
  readonly name: string;
  readonly onClick: () => void;
}

const ActButton = ({ of: { applicationNo, assessor }, name, onClick }: ActButtonProps) => (
  <button
    type="button"
    class="ds-button"
    data-variant="tertiary"
    data-size="sm"
    aria-label={`${name}: ${applicationNo}, ${assessor}`}
    onClick={onClick}
  >
    {name}
  </button>
);

/** `/opptak/:code/habilitet`: who takes no part in what, and what somebody else has to assess. */
const Impartiality = () => <IntakePage title={t.title}>{(intake) => <Disqualified intake={intake} />}</IntakePage>;

export default Impartiality;
