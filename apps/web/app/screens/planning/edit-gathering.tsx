import { useState } from 'preact/hooks';
import { Dialog } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { type CohortNamed, type Finding, findingsAt, findingsOf } from './findings';
import { changed, daysOf, type GatheringChange, type PlannedGathering } from './gathering-days';
import { GatheringFields } from './gathering-fields';
import { type Plan, usePlanCheck } from './plan-data';
import { isWholeDay, longSpan } from './spans';

const t = inLanguage({
  nb: {
    title: (n: number, code: string) => `Samling ${n} i ${code}`,
    was: 'I utkastet:',
    use: 'Bruk',
    fine: 'Her kolliderer ingenting.',
    checking: 'Ser etter kollisjoner …',
  },
  nn: {
    title: (n: number, code: string) => `Samling ${n} i ${code}`,
    was: 'I utkastet:',
    use: 'Bruk',
    fine: 'Her kolliderer ingenting.',
    checking: 'Ser etter kollisjonar …',
  },
  en: {
    title: (n: number, code: string) => `Gathering ${n} of ${code}`,
    was: 'In the draft:',
    use: 'Use',
    fine: 'Nothing clashes here.',
    checking: 'Looking for clashes …',
  },
});

/** The plan with another gathering in the place of that number. */
export const withGathering = (plan: Plan, classCode: string, gathering: PlannedGathering): Plan => ({
  ...plan,
  classes: plan.classes.map((one) =>
    one.code === classCode
      ? {
          ...one,
          gatherings: one.gatherings.map((before) => (before.number === gathering.number ? gathering : before)),
        }
      : one,
  ),
});

interface EditGatheringProps {
  readonly plan: Plan;
  readonly classCode: string;
  readonly gathering: PlannedGathering;
  /** What was found there before it was opened. */
  readonly before: readonly Finding[];
  readonly cohortNamed: CohortNamed;
  readonly onChange: (plan: Plan) => void;
  readonly onClose: () => void;
}

const Found = ({ found, isChecking }: { readonly found: readonly Finding[]; readonly isChecking: boolean }) => {
  if (isChecking) return <p class="subtle">{t.checking}</p>;
  if (found.length === 0)
    return (
      <p class="ds-paragraph">
        <span aria-hidden="true">✓</span> {t.fine}
      </p>
    );
  return (
    <ul class="plan-findings">
      {found.map(({ key, isClash, text }) => (
        <li key={key}>
          <span aria-hidden="true">{isClash ? '✗' : '⚠'}</span> {text}
        </li>
      ))}
    </ul>
  );
};

/** Changes one gathering of a draft, and says at once what it would collide with. */
export const EditGathering = ({ before, ...props }: EditGatheringProps) => {
  const { plan, classCode, gathering, cohortNamed, onChange, onClose } = props;
  const [change, setChange] = useState<GatheringChange>({});
  const isWhole = change.startsOn === undefined || isWholeDay(change.startsOn);
  const next = isWhole ? withGathering(plan, classCode, changed(gathering, change)) : plan;
  const check = usePlanCheck(next);
  const found = check.data ? findingsAt(findingsOf(check.data, cohortNamed), classCode, gathering.number) : [];
  // Who comes because of a room or a teacher finds the fields for them open.
  const [isTaken] = useState(before.some(({ isClash }) => isClash));
  const use = (event: Event): void => {
    event.preventDefault();
    if (!isWhole) return;
    if (Object.keys(change).length > 0) onChange(next);
    onClose();
  };
  return (
    <Dialog title={t.title(gathering.number, classCode)} onClose={onClose}>
      <form class="stack" onSubmit={use}>
        <p class="ds-paragraph">
          {t.was} {longSpan(daysOf(gathering))} · {gathering.venue}
        </p>
        <GatheringFields gathering={gathering} change={change} onChange={setChange} isWhereOpen={isTaken} />
        <div aria-live="polite">
          <Found found={found} isChecking={!check.data || check.isPlaceholderData} />
        </div>
        <div class="acts">
          <button type="submit" class="ds-button" disabled={!isWhole}>
            {t.use}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
