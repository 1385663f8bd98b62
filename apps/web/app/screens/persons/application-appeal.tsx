import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { RankingLine } from '../../../../../libs/admissions/src/http/ranking.view';
import type { AppealLine, AppealView } from '../../../../../libs/admissions/src/read-models/appeals.query';
import type { PersonApplication } from '../../../../api/src/persons/person-record';
import { get, getAll, send } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { useAct } from '../../kit/act';
import { longDay } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { quotaWords } from '../intakes/words';
import { appealWords as t } from './appeal-words';

type Outcome = AppealView['decisions'][number]['outcome'];
type Quota = RankingLine['places'][number]['quota'];

interface ActProps {
  readonly appealId: string;
  readonly onClose: () => void;
}

/** The outcomes that are open: the board alone dismisses, and it has what was forwarded. */
const openOutcomes = ({ decisions }: AppealView): readonly Outcome[] => {
  const last = decisions.at(-1)?.outcome;
  if (last === undefined) return ['UPHELD', 'FORWARDED'];
  return last === 'FORWARDED' ? ['UPHELD', 'DISMISSED'] : [];
};

const Decide = ({ appealId, outcomes, onClose }: ActProps & { readonly outcomes: readonly Outcome[] }) => {
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const [reasons, setReasons] = useState('');
  const act = useAct((body: { outcome: Outcome | undefined; reasons: string }, key) =>
    send(`/appeals/${appealId}/decisions`, { json: body, key }),
  );
  return (
    <Confirm
      title={t.decide}
      onClose={onClose}
      act={act}
      input={{ outcome, reasons: reasons.trim() }}
      confirm={t.decide}
      isDanger
      isReady={outcome !== undefined && reasons.trim() !== ''}
      onDone={onClose}
    >
      <p>{t.decideLead}</p>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{t.result}</legend>
        {outcomes.map((one) => (
          <div key={one} class="ds-field">
            <input
              type="radio"
              class="ds-input"
              id={`utfall-${one}`}
              name="utfall"
              checked={outcome === one}
              onChange={() => setOutcome(one)}
            />
            <label class="ds-label" data-weight="regular" for={`utfall-${one}`}>
              {t.choices[one]}
            </label>
          </div>
        ))}
      </fieldset>
      <label class="ds-field">
        <span class="ds-label">{t.reasons}</span>
        <textarea
          class="ds-input"
          rows={6}
          value={reasons}
          onInput={({ currentTarget }) => setReasons(currentTarget.value)}
        />
      </label>
    </Confirm>
  );
};

const GivePlace = ({ appealId, wishes, onClose }: ActProps & { readonly wishes: readonly string[] }) => {
  const [code, setCode] = useState(wishes[0] ?? '');
  const [quota, setQuota] = useState<Quota>('GENERAL');
  const act = useAct((body: { class: string; quota: Quota }, key) =>
    send(`/appeals/${appealId}/places`, { json: body, key }),
  );
  return (
    <Confirm
      title={t.give}
      onClose={onClose}
      act={act}
      input={{ class: code, quota }}
      confirm={`${t.give}: ${code}`}
      isDanger
      isReady={code !== ''}
      onDone={onClose}
    >
      <p>{t.giveLead}</p>
      <label class="ds-field">
        <span class="ds-label">{t.class}</span>
        <select class="ds-input" value={code} onChange={({ currentTarget }) => setCode(currentTarget.value)}>
          {wishes.map((wish) => (
            <option key={wish} value={wish}>
              {wish}
            </option>
          ))}
        </select>
      </label>
      <label class="ds-field">
        <span class="ds-label">{t.quota}</span>
        <select class="ds-input" value={quota} onChange={({ currentTarget }) => setQuota(currentTarget.value as Quota)}>
          {(['GENERAL', 'EARMARKED_PHYSICIAN'] as const).map((one) => (
            <option key={one} value={one}>
              {quotaWords[one]}
            </option>
          ))}
        </select>
      </label>
    </Confirm>
  );
};

const Filed = ({ appeal, id, wishes }: Required<Found>) => {
  const [isOpen, setOpen] = useState<'DECIDE' | 'GIVE' | undefined>(undefined);
  const outcomes = openOutcomes(appeal);
  const isUpheld = appeal.decisions.at(-1)?.outcome === 'UPHELD';
  const close = () => setOpen(undefined);
  return (
    <>
      <p>{t.filed(longDay(appeal.filed!.on))}</p>
      {appeal.filed!.text && (
        <dl class="status-facts">
          <div>
            <dt>{t.wants}</dt>
            <dd>{appeal.filed!.text.wantedChange}</dd>
          </div>
          <div>
            <dt>{t.why}</dt>
            <dd>{appeal.filed!.text.grounds}</dd>
          </div>
        </dl>
      )}
      {appeal.decisions.map(({ on, outcome, reasons }) => (
        <p key={outcome}>
          <strong>{t.outcomes[outcome](longDay(on))}</strong> {reasons}
        </p>
      ))}
      {appeal.place && <p>✓ {t.given(appeal.place.class, longDay(appeal.place.on))}</p>}
      <div class="person-acts">
        {outcomes.length > 0 && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('DECIDE')}>
            {t.decide}
          </button>
        )}
        {isUpheld && !appeal.place && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('GIVE')}>
            {t.give}
          </button>
        )}
      </div>
      {isOpen === 'DECIDE' && <Decide appealId={id} outcomes={outcomes} onClose={close} />}
      {isOpen === 'GIVE' && <GivePlace appealId={id} wishes={wishes} onClose={close} />}
    </>
  );
};

interface Found {
  readonly appeal: AppealView;
  /** Absent: nobody has appealed. */
  readonly id?: string;
  readonly wishes: readonly string[];
}

/** Undefined: not decided, so there is nothing to appeal. */
const appealOf = async (of: PersonApplication): Promise<Found | null> => {
  try {
    const [appeal, { wishes }] = await Promise.all([
      get<AppealView>(`/applications/${of.id}/appeal`),
      get<{ readonly wishes: readonly string[] }>(`/applications/${of.id}`),
    ]);
    if (!appeal.filed) return { appeal, wishes };
    const lines = await getAll<AppealLine>('/appeals', { intake: of.intake });
    const line = lines.find(({ applicationId }) => applicationId === of.id);
    return { appeal, wishes, ...(line && { id: line.id }) };
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'NOT_DECIDED') return null;
    throw error;
  }
};

/** The right to appeal, and what has come of it; from here an appeal is decided, and a place given when it is upheld. */
export const ApplicationAppeal = ({ of }: { readonly of: PersonApplication }) => {
  const found = useQuery({ queryKey: ['admissions', 'appeal', of.id], queryFn: () => appealOf(of) });
  return (
    <Loaded of={found}>
      {(known) =>
        known && (
          <section class="stack">
            <h3 class="ds-heading" data-size="2xs">
              {t.title}
            </h3>
            {known.id ? (
              <Filed appeal={known.appeal} id={known.id} wishes={known.wishes} />
            ) : (
              <p>{t.by(longDay(known.appeal.appealBy))}</p>
            )}
          </section>
        )
      }
    </Loaded>
  );
};
