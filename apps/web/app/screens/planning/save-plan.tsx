import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { dropDraft } from './draft-store';
import { cohortAddress, type Plan } from './plan-data';

const t = inLanguage({
  nb: {
    title: (code: string) => `Lagre planen for ${code}`,
    what: (classes: number, places: string, gatherings: string) =>
      `${classes} klasser med ${places} plasser, og ${gatherings} samlinger.`,
    warnings: (n: string) => `${n} ting å se på står igjen. De stopper ingenting.`,
    told: 'Ingen får beskjed: klassene er tomme til studentene meldes opp.',
    after: 'En plan som er lagret, slettes ikke. Samlingene kan flyttes én for én etterpå.',
    commissioned: 'Plasser som er bestilt for hele kullet',
    save: 'Lagre kullet',
    saved: (code: string) => `Planen for ${code} er lagret.`,
  },
  nn: {
    title: (code: string) => `Lagre planen for ${code}`,
    what: (classes: number, places: string, gatherings: string) =>
      `${classes} klassar med ${places} plassar, og ${gatherings} samlingar.`,
    warnings: (n: string) => `${n} ting å sjå på står att. Dei stoppar ingenting.`,
    told: 'Ingen får beskjed: klassane er tomme til studentane blir melde opp.',
    after: 'Ein plan som er lagra, blir ikkje sletta. Samlingane kan flyttast éi for éi etterpå.',
    commissioned: 'Plassar som er bestilte for heile kullet',
    save: 'Lagre kullet',
    saved: (code: string) => `Planen for ${code} er lagra.`,
  },
  en: {
    title: (code: string) => `Save the plan of ${code}`,
    what: (classes: number, places: string, gatherings: string) =>
      `${classes} classes with ${places} places, and ${gatherings} gatherings.`,
    warnings: (n: string) => `${n} things to look at are left. They stop nothing.`,
    told: 'Nobody is told: the classes are empty until students are enrolled.',
    after: 'A plan that was saved is not deleted. Its gatherings can be moved one by one afterwards.',
    commissioned: 'Places commissioned for the whole cohort',
    save: 'Save the cohort',
    saved: (code: string) => `The plan of ${code} was saved.`,
  },
});

interface SavePlanProps {
  readonly plan: Plan;
  /** How many things to look at are left. */
  readonly warnings: number;
  readonly onClose: () => void;
}

/** Stores the whole plan in one step, after saying what that is. */
export const SavePlan = ({ plan, warnings, onClose }: SavePlanProps) => {
  const [, navigate] = useLocation();
  const toast = useToast();
  const { code } = plan.cohort;
  const places = plan.classes.reduce((sum, { capacity }) => sum + capacity, 0);
  const gatherings = plan.classes.reduce((sum, one) => sum + one.gatherings.length, 0);
  const [commissioned, setCommissioned] = useState(String(Math.max(plan.cohort.commissionedPlaces, places)));
  const act = useAct<Plan>((json, key) => send('/cohorts', { json, key }));
  return (
    <Confirm
      title={t.title(code)}
      onClose={onClose}
      act={act}
      input={{ ...plan, cohort: { ...plan.cohort, commissionedPlaces: Number(commissioned) } }}
      confirm={t.save}
      isReady={Number(commissioned) >= places}
      onDone={() => {
        navigate(cohortAddress(code), { replace: true });
        toast({ text: t.saved(code) });
        dropDraft(code);
      }}
    >
      <ul class="ds-list">
        <li>{t.what(plan.classes.length, number(places), number(gatherings))}</li>
        {warnings > 0 && <li>{t.warnings(number(warnings))}</li>}
        <li>{t.told}</li>
        <li>{t.after}</li>
      </ul>
      <label class="ds-field">
        <span class="ds-label">{t.commissioned}</span>
        <input
          class="ds-input"
          type="number"
          required
          min={places}
          max={100_000}
          value={commissioned}
          onInput={({ currentTarget }) => setCommissioned(currentTarget.value)}
        />
      </label>
    </Confirm>
  );
};
