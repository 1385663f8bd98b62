import { useState } from 'preact/hooks';
import type { PersonRecord } from '../../../../api/src/persons/person-record';
import { get, send } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { isSaid, type Partiality, PartialityFields } from '../../applications/partiality-fields';
import { useAct } from '../../kit/act';
import { Confirm } from '../../kit/dialog';
import { AssessorField } from './assessor-field';
import type { DisqualificationView } from './impartiality-data';
import { impartialityWords as t } from './impartiality-words';

interface Named extends Partiality {
  readonly applicationNo: string;
  readonly assessor: string;
}

/** The id of the application of that number in the intake. */
const idOf = async (intake: string, applicationNo: string): Promise<string | undefined> => {
  try {
    const { applications } = await get<PersonRecord>(`/persons/${encodeURIComponent(applicationNo)}`);
    return applications.find((one) => one.intake === intake && one.applicationNo === applicationNo)?.id;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
};

interface DeclareProps {
  readonly intake: string;
  readonly applicationNo?: string;
  readonly onClose: () => void;
}

/** The office knows that an assessor is partial. */
export const DeclareDialog = ({ intake, applicationNo = '', onClose }: DeclareProps) => {
  const [said, setSaid] = useState<Named>({ applicationNo, assessor: '', explanation: '' });
  const [isUnknown, setUnknown] = useState(false);
  const act = useAct(async ({ applicationNo: no, ...body }: Named, key) => {
    const id = await idOf(intake, no);
    setUnknown(!id);
    if (!id) throw new UnknownApplication();
    return send(`/applications/${id}/disqualifications`, { json: body, key });
  });
  const set = (part: Partial<Named>): void => {
    setUnknown(false);
    act.forget();
    setSaid({ ...said, ...part });
  };
  return (
    <Confirm
      title={t.declare}
      onClose={onClose}
      act={isUnknown ? { ...act, problem: undefined } : act}
      input={{ ...said, applicationNo: said.applicationNo.trim(), assessor: said.assessor.trim() }}
      confirm={t.declare}
      isDanger
      isReady={isSaid(said) && said.applicationNo.trim() !== '' && said.assessor.trim() !== ''}
      onDone={onClose}
    >
      <p>{t.lead}</p>
      <label class="ds-field">
        <span class="ds-label">{t.application}</span>
        <input
          class="ds-input"
          maxLength={64}
          aria-invalid={isUnknown}
          value={said.applicationNo}
          onInput={({ currentTarget }) => set({ applicationNo: currentTarget.value })}
        />
      </label>
      {isUnknown && (
        <p class="ds-alert" data-color="danger" role="alert">
          {t.unknown}
        </p>
      )}
      <AssessorField value={said.assessor} onChange={(assessor) => set({ assessor })} />
      <PartialityFields of={said} onChange={set} />
    </Confirm>
  );
};

/** Found out before anything is sent. */
class UnknownApplication extends Error {}

interface LiftProps {
  readonly of: DisqualificationView;
  readonly onClose: () => void;
}

/** An assessor takes part after all. */
export const LiftDialog = ({ of: { id, applicationNo, assessor }, onClose }: LiftProps) => {
  const [reason, setReason] = useState('');
  const act = useAct((body: { readonly assessor: string; readonly reason: string }, key) =>
    send(`/applications/${id}/disqualification-withdrawals`, { json: body, key }),
  );
  return (
    <Confirm
      title={`${t.lift}: ${assessor}, ${applicationNo}`}
      onClose={onClose}
      act={act}
      input={{ assessor, reason: reason.trim() }}
      confirm={t.lift}
      isDanger
      isReady={reason.trim() !== ''}
      onDone={onClose}
    >
      <p>{t.liftLead}</p>
      <label class="ds-field">
        <span class="ds-label">{t.reason}</span>
        <textarea
          class="ds-input"
          rows={3}
          maxLength={2000}
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
    </Confirm>
  );
};
