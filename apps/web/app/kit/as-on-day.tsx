import { useId } from 'preact/hooks';
import { plainDay } from './dates';
import { inLanguage } from './texts';
import { useUrlState } from './url-state';

const t = inLanguage({
  nb: {
    day: 'Som på dato',
    known: 'etter det som var kjent da',
    as: (day: string, isAsKnown: boolean) =>
      `Slik lista var ${day}${isAsKnown ? ', etter det som var kjent da' : ', etter det som er kjent nå'}.`,
  },
  nn: {
    day: 'Som på dato',
    known: 'etter det som var kjent då',
    as: (day: string, isAsKnown: boolean) =>
      `Slik lista var ${day}${isAsKnown ? ', etter det som var kjent då' : ', etter det som er kjent no'}.`,
  },
  en: {
    day: 'As on date',
    known: 'by what was known then',
    as: (day: string, isAsKnown: boolean) =>
      `As the list was on ${day}${isAsKnown ? ', by what was known then' : ', by what is known now'}.`,
  },
});

/** Of which day a list is, and whether as it was known then; without a day, now (peers.md W31). */
export interface ListDay {
  readonly day?: string;
  readonly isAsKnown: boolean;
}

/** The day that the address names. */
export const useListDay = (): ListDay => {
  const [day] = useUrlState('dag');
  const [known] = useUrlState('kjent');
  return { day, isAsKnown: known === 'da' };
};

/** As the service is asked for it: what was recorded by the end of the day, in winter time; an hour more in summer. */
export const asOf = ({ day, isAsKnown }: ListDay): Readonly<Record<string, string>> =>
  day === undefined ? {} : { validOn: day, ...(isAsKnown && { knownAt: `${day}T23:59:59.999+01:00` }) };

/** Takes a list back to a day. `hasKnown`: what is recorded of a day can come later than the day. */
export const AsOnDay = ({ hasKnown = true }: { readonly hasKnown?: boolean }) => {
  const [day, setDay] = useUrlState('dag');
  const [known, setKnown] = useUrlState('kjent');
  const id = useId();
  return (
    <>
      <div class="ds-field">
        <label class="ds-label" for={id}>
          {t.day}
        </label>
        <input
          id={id}
          type="date"
          class="ds-input"
          value={day ?? ''}
          onChange={({ currentTarget }) => setDay(currentTarget.value || undefined)}
        />
      </div>
      {day !== undefined && hasKnown && (
        <label class="choice-line">
          <input
            type="checkbox"
            class="ds-input"
            checked={known === 'da'}
            onChange={({ currentTarget }) => setKnown(currentTarget.checked ? 'da' : undefined)}
          />
          {t.known}
        </label>
      )}
    </>
  );
};

/** Says so, when a list is not of now. */
export const SaidDay = ({ day, isAsKnown }: ListDay) =>
  day === undefined ? null : (
    <p class="ds-alert" data-color="info">
      {t.as(plainDay(day), isAsKnown)}
    </p>
  );
