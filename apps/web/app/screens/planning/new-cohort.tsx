import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { getAll } from '../../api/client';
import { Dialog } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { CommissionFields } from './commission-fields';
import { emptyCommission, isInOrder } from './commission-form';
import { type CohortLine, draftAddress } from './plan-data';

const t = inLanguage({
  nb: {
    title: 'Nytt kull',
    from: 'Kopier fra',
    cohort: (code: string) => `${code}: klassene, samlingene, rom og undervisere`,
    intake: (code: string) => `Opptaket ${code}: klassene, og en foreslått kalender`,
    commission: 'En bestilling: egne klasser, uten opptak',
    code: 'Kode',
    taken: 'Et kull har denne koden alt.',
    later: 'Uker senere',
    weekdays: '52 uker senere er samme ukedag og nesten samme dato. Etter et år med 53 uker: 53 for samme ukenummer.',
    make: 'Lag utkast',
    stored: 'Ingenting lagres før du har sett over utkastet.',
    none: 'Det finnes ikke noe kull å kopiere, og ikke noe opptak uten kull. Åpne et opptak først.',
  },
  nn: {
    title: 'Nytt kull',
    from: 'Kopier frå',
    cohort: (code: string) => `${code}: klassane, samlingane, rom og undervisarar`,
    intake: (code: string) => `Opptaket ${code}: klassane, og ein føreslått kalender`,
    commission: 'Ei bestilling: eigne klassar, utan opptak',
    code: 'Kode',
    taken: 'Eit kull har denne koden alt.',
    later: 'Veker seinare',
    weekdays:
      '52 veker seinare er same vekedag og nesten same dato. Etter eit år med 53 veker: 53 for same vekenummer.',
    make: 'Lag utkast',
    stored: 'Ingenting blir lagra før du har sett over utkastet.',
    none: 'Det finst ikkje noko kull å kopiere, og ikkje noko opptak utan kull. Opne eit opptak først.',
  },
  en: {
    title: 'New cohort',
    from: 'Copy from',
    cohort: (code: string) => `${code}: classes, gatherings, rooms and teachers`,
    intake: (code: string) => `Intake ${code}: its classes, and a suggested calendar`,
    commission: 'A commission: classes of its own, without an intake',
    code: 'Code',
    taken: 'A cohort has this code already.',
    later: 'Weeks later',
    weekdays:
      '52 weeks later is the same weekday and nearly the same date. After a year of 53 weeks: 53 for the same week number.',
    make: 'Make a draft',
    stored: 'Nothing is saved before you have looked the draft over.',
    none: 'There is no cohort to copy, and no intake without one. Open an intake first.',
  },
});

/** `NLP-2026` a year on: the first year in the code that no cohort has. */
const nextCode = (code: string, taken: readonly string[]): string => {
  const next = code.replace(/20\d\d/, (year) => String(Number(year) + 1));
  return next !== code && taken.includes(next) ? nextCode(next, taken) : next;
};

interface NewCohortProps {
  readonly cohorts: readonly CohortLine[];
  readonly onClose: () => void;
}

/** What a new cohort is made from, and what it is called: then its draft is opened. */
export const NewCohort = ({ cohorts, onClose }: NewCohortProps) => {
  const [, navigate] = useLocation();
  const intakes = useQuery({
    queryKey: ['admissions', 'intakes'],
    queryFn: () => getAll<{ readonly code: string }>('/intakes'),
  });
  const taken = cohorts.map(({ code }) => code);
  const sources = [
    ...taken.map((code) => ({ value: `kull:${code}`, text: t.cohort(code) })),
    ...(intakes.data ?? [])
      .filter(({ code }) => !taken.includes(code))
      .map(({ code }) => ({ value: `opptak:${code}`, text: t.intake(code) })),
    // A programme is chosen among those that cohorts have had.
    ...(cohorts.length > 0 ? [{ value: 'bestilling:', text: t.commission }] : []),
  ];
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [weeks, setWeeks] = useState('52');
  const [said, setSaid] = useState({ ...emptyCommission, studium: cohorts[0]?.programme ?? '' });
  const source = chosen ?? sources[0]?.value ?? '';
  const from = source.slice(source.indexOf(':') + 1);
  const isIntake = source.startsWith('opptak:');
  const code = isIntake ? from : (typed ?? (from === '' ? '' : nextCode(from, taken)));
  const isTaken = taken.includes(code);
  const isCommission = source.startsWith('bestilling:');
  const go = (event: Event): void => {
    event.preventDefault();
    if (code === '' || isTaken || (isCommission && !isInOrder(said))) return;
    const query: Record<string, string> = isIntake
      ? { opptak: 'ja' }
      : isCommission
        ? { bestilling: 'ja', tittel: cohorts.find(({ programme }) => programme === said.studium)!.title, ...said }
        : { fra: from, uker: weeks };
    navigate(`${draftAddress(code)}?${new URLSearchParams(query)}`);
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      {sources.length === 0 ? (
        <p class="ds-paragraph">{t.none}</p>
      ) : (
        <form class="stack" onSubmit={go}>
          <label class="ds-field">
            <span class="ds-label">{t.from}</span>
            <select class="ds-input" value={source} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {sources.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          {!isIntake && (
            <>
              <label class="ds-field">
                <span class="ds-label">{t.code}</span>
                <input
                  class="ds-input"
                  required
                  maxLength={64}
                  value={code}
                  aria-invalid={isTaken}
                  onInput={({ currentTarget }) => setTyped(currentTarget.value.trim())}
                />
              </label>
              {isTaken && (
                <p class="ds-validation-message" role="alert">
                  {t.taken}
                </p>
              )}
              {isCommission ? (
                <CommissionFields cohorts={cohorts} said={said} onChange={setSaid} />
              ) : (
                <label class="ds-field">
                  <span class="ds-label">{t.later}</span>
                  <input
                    class="ds-input"
                    type="number"
                    required
                    min={-520}
                    max={520}
                    value={weeks}
                    onInput={({ currentTarget }) => setWeeks(currentTarget.value)}
                  />
                  <span class="subtle">{t.weekdays}</span>
                </label>
              )}
            </>
          )}
          <p class="subtle">{t.stored}</p>
          <div class="acts">
            <button type="submit" class="ds-button" disabled={isTaken || code === ''}>
              {t.make}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
};
