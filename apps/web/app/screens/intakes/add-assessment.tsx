import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { AssessorField } from './assessor-field';
import { csvBody, csvText } from './csv';

const t = inLanguage({
  nb: { title: 'Registrer vurdering', score: 'Poeng (0–100)', save: 'Registrer' },
  nn: { title: 'Registrer vurdering', score: 'Poeng (0–100)', save: 'Registrer' },
  en: { title: 'Register an assessment', score: 'Points (0–100)', save: 'Register' },
});

interface AddAssessmentProps {
  readonly intake: string;
  readonly applicationNo: string;
  readonly onClose: () => void;
}

/** One assessment, as a file of one line: the same command. */
export const AddAssessment = ({ intake, applicationNo, onClose }: AddAssessmentProps) => {
  const [assessor, setAssessor] = useState('');
  const [score, setScore] = useState('');
  const act = useAct((cells: readonly string[], key) =>
    send(`/intakes/${intake}/assessment-imports`, {
      body: csvBody(csvText(['application_no', 'assessor', 'score'], [cells])),
      key,
    }),
  );
  return (
    <Confirm
      title={`${t.title}: ${applicationNo}`}
      onClose={onClose}
      act={act}
      input={[applicationNo, assessor.trim(), score]}
      confirm={t.save}
      isReady={assessor.trim() !== '' && /^\d+$/.test(score)}
      onDone={onClose}
    >
      <AssessorField value={assessor} onChange={setAssessor} />
      <label class="ds-field">
        <span class="ds-label">{t.score}</span>
        <input
          class="ds-input"
          type="number"
          min={0}
          max={100}
          value={score}
          onInput={({ currentTarget }) => setScore(currentTarget.value)}
        />
      </label>
    </Confirm>
  );
};
