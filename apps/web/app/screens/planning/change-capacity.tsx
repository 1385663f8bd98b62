import { useId, useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { CohortView } from './plan-data';

const t = inLanguage({
  nb: {
    title: (code: string) => `Plasser i ${code}`,
    places: 'Plasser',
    taken: (n: string) => `${n} av dem er tatt. Færre enn det kan klassen ikke få.`,
    sum: (sum: string, of: string) => `Klassene får ${sum} plasser til sammen. Bestilt for kullet: ${of}.`,
    over: (n: string) => `Det er ${n} flere enn bestilt. Klassen kan bare få dem hvis bestillingen økes.`,
    raise: (to: string) => `Bestillingen er økt til ${to} plasser`,
    once: 'En bestilling kan økes, men aldri settes ned igjen.',
    save: 'Endre plassene',
    done: (code: string, n: string) => `${code} har ${n} plasser.`,
  },
  nn: {
    title: (code: string) => `Plassar i ${code}`,
    places: 'Plassar',
    taken: (n: string) => `${n} av dei er tekne. Færre enn det kan klassen ikkje få.`,
    sum: (sum: string, of: string) => `Klassane får ${sum} plassar til saman. Bestilt for kullet: ${of}.`,
    over: (n: string) => `Det er ${n} fleire enn bestilt. Klassen kan berre få dei om bestillinga blir auka.`,
    raise: (to: string) => `Bestillinga er auka til ${to} plassar`,
    once: 'Ei bestilling kan aukast, men aldri setjast ned att.',
    save: 'Endre plassane',
    done: (code: string, n: string) => `${code} har ${n} plassar.`,
  },
  en: {
    title: (code: string) => `Places in ${code}`,
    places: 'Places',
    taken: (n: string) => `${n} of them are taken. The class cannot have fewer.`,
    sum: (sum: string, of: string) => `The classes get ${sum} places in all. Commissioned for the cohort: ${of}.`,
    over: (n: string) => `That is ${n} more than commissioned. The class gets them only if the commission is raised.`,
    raise: (to: string) => `The commission was raised to ${to} places`,
    once: 'A commission can be raised, and never lowered again.',
    save: 'Change the places',
    done: (code: string, n: string) => `${code} has ${n} places.`,
  },
});

interface ChangeCapacityProps {
  readonly cohort: CohortView;
  readonly of: CohortView['classes'][number];
  readonly onClose: () => void;
}

/** Gives a class more places or fewer; more than were commissioned only when somebody says that the commission was raised (I-22). */
export const ChangeCapacity = ({ cohort, of, onClose }: ChangeCapacityProps) => {
  const id = useId();
  const [typed, setTyped] = useState(String(of.capacity));
  const [isRaised, setRaised] = useState(false);
  const toast = useToast();
  const capacity = Number(typed);
  const sum = cohort.classes.reduce((all, one) => all + (one.id === of.id ? capacity : one.capacity), 0);
  const over = sum - cohort.commissionedPlaces;
  const act = useAct<{ readonly capacity: number; readonly raiseTo: number | undefined }>(
    async ({ capacity: wanted, raiseTo }, key) => {
      if (raiseTo !== undefined)
        await send(`/cohorts/${cohort.id}/commissioned-places`, { json: { places: raiseTo }, key: `${key}.raise` });
      await send(`/classes/${of.id}/capacity-changes`, { json: { capacity: wanted }, key });
      toast({ text: t.done(of.code, number(wanted)) });
    },
  );
  const isWhole = Number.isInteger(capacity) && capacity >= Math.max(1, of.placesTaken);
  return (
    <Confirm
      title={t.title(of.code)}
      onClose={onClose}
      onDone={onClose}
      act={act}
      input={{ capacity, raiseTo: over > 0 ? sum : undefined }}
      confirm={t.save}
      isReady={isWhole && capacity !== of.capacity && (over <= 0 || isRaised)}
    >
      <div class="ds-field">
        <label class="ds-label" for={id}>
          {t.places}
        </label>
        <input
          id={id}
          class="ds-input"
          type="number"
          required
          min={Math.max(1, of.placesTaken)}
          max={100_000}
          value={typed}
          aria-describedby={`${id}-taken`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <span id={`${id}-taken`} class="subtle">
          {t.taken(number(of.placesTaken))}
        </span>
      </div>
      <div class="stack" aria-live="polite">
        <p class="ds-paragraph">{t.sum(number(sum), number(cohort.commissionedPlaces))}</p>
        {over > 0 && (
          <>
            <p class="ds-paragraph">
              <strong>{t.over(number(over))}</strong> {t.once}
            </p>
            <label class="choice-line">
              <input
                type="checkbox"
                class="ds-input"
                checked={isRaised}
                onChange={({ currentTarget }) => setRaised(currentTarget.checked)}
              />
              {t.raise(number(sum))}
            </label>
          </>
        )}
      </div>
    </Confirm>
  );
};
