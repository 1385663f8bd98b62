import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link, useLocation, useParams } from 'wouter-preact';
import type {
  AssessmentWorkList,
  AssessmentWorkView,
} from '../../../../../libs/admissions/src/http/assessment-work.controller';
import type { IntakeLine } from '../../../../../libs/admissions/src/http/intake.view';
import { get, getAll, send } from '../../api/client';
import { ApplicationPapers } from '../../applications/application-papers';
import { isSaid, type Partiality, PartialityFields } from '../../applications/partiality-fields';
import { useAct } from '../../kit/act';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { Page } from '../../kit/page';
import { useToast } from '../../kit/toasts';
import { factColumns } from './fact-columns';
import './assessing.css';
import { t } from './texts';

interface OneProps {
  readonly of: AssessmentWorkView;
  readonly list: string;
}

const Declare = ({ of: { id, applicationNo }, list, onClose }: OneProps & { readonly onClose: () => void }) => {
  const [said, setSaid] = useState<Partiality>({ explanation: '' });
  const [, navigate] = useLocation();
  const toast = useToast();
  const act = useAct((body: Partiality, key) => send(`/applications/${id}/disqualifications`, { json: body, key }));
  return (
    <Confirm
      title={t.partial.about(applicationNo)}
      onClose={onClose}
      act={act}
      input={said}
      confirm={t.partial.declare}
      isDanger
      isReady={isSaid(said)}
      onDone={() => {
        toast({ text: t.partial.declared(applicationNo) });
        navigate(list);
      }}
    >
      <p>{t.partial.consequence}</p>
      <PartialityFields of={said} onChange={setSaid} />
    </Confirm>
  );
};

const One = ({ of, list }: OneProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <h2 class="ds-heading" data-size="xs">
        {t.facts}
      </h2>
      <dl class="assessed-facts">
        {factColumns.map(({ key, header, cell }) => (
          <div key={key}>
            <dt>{header}</dt>
            <dd>{cell(of)}</dd>
          </div>
        ))}
      </dl>
      <p class="ds-paragraph">{t.papers}</p>
      {/* Whatever changes is asked for again, and of whoever has just said so the papers are refused. */}
      {!isOpen && <ApplicationPapers id={of.id} level={2} isNamed />}
      <div>
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen(true)}>
          {t.partial.declare}
        </button>
      </div>
      {isOpen && <Declare of={of} list={list} onClose={() => setOpen(false)} />}
    </>
  );
};

/** The application of that number, if the assessor may assess it. */
const workOn = async (code: string, applicationNo: string): Promise<AssessmentWorkView | null> => {
  const intake = (await getAll<IntakeLine>('/intakes')).find((one) => one.code === code);
  if (!intake) return null;
  const { data } = await get<AssessmentWorkList>(`/intakes/${intake.id}/assessment-work`);
  return data.find((one) => one.applicationNo === applicationNo) ?? null;
};

/** `/vurdering/:code/:no`: the papers of one application, and where an assessor says that they are partial. */
const AssessedApplication = () => {
  const params = useParams<{ readonly code: string; readonly no: string }>();
  const code = decodeURIComponent(params.code);
  const applicationNo = decodeURIComponent(params.no);
  const list = `/vurdering/${encodeURIComponent(code)}`;
  const found = useQuery({
    queryKey: ['admissions', 'assessment-work', code, applicationNo],
    queryFn: () => workOn(code, applicationNo),
  });
  return (
    <Page
      title={`${t.columns.application} ${applicationNo}`}
      trail={
        <Link class="ds-link" href={list}>
          {t.title} {code}
        </Link>
      }
    >
      <Loaded of={found}>{(of) => (of ? <One of={of} list={list} /> : <p class="empty">{t.notYours}</p>)}</Loaded>
    </Page>
  );
};

export default AssessedApplication;
