import type { ComponentChildren } from 'preact';
import { inLanguage } from '../../kit/texts';
import { type Finding, findingsAt } from './findings';
import type { Days } from './gathering-days';
import { spotName } from './plan-data';
import { span } from './spans';

const t = inLanguage({
  nb: {
    class: 'Klasse',
    gathering: (n: number) => `Samling ${n}`,
    of: (n: number, code: string) => `Samling ${n} i ${code}`,
    held: 'holdt',
    running: 'pågår',
    cancelled: 'avlyst',
    again: 'Sett opp igjen …',
    missing: 'ikke satt opp',
    help: 'Piltastene flytter mellom samlingene. Enter åpner en samling.',
  },
  nn: {
    class: 'Klasse',
    gathering: (n: number) => `Samling ${n}`,
    of: (n: number, code: string) => `Samling ${n} i ${code}`,
    held: 'halden',
    running: 'går føre seg',
    cancelled: 'avlyst',
    again: 'Set opp igjen …',
    missing: 'ikkje sett opp',
    help: 'Piltastane flyttar mellom samlingane. Enter opnar ei samling.',
  },
  en: {
    class: 'Class',
    gathering: (n: number) => `Gathering ${n}`,
    of: (n: number, code: string) => `Gathering ${n} of ${code}`,
    held: 'held',
    running: 'going on',
    cancelled: 'called off',
    again: 'Set up again …',
    missing: 'not set up',
    help: 'The arrow keys move between gatherings. Enter opens one.',
  },
});

/** A gathering as the table shows it. */
export interface GridGathering extends Days {
  readonly number: number;
  readonly title: string;
  readonly venue: string;
  /** Why it cannot be changed; one that is cancelled can be set up again. */
  readonly closed?: 'held' | 'cancelled';
  /** It is going on, or over. */
  readonly hasBegun?: boolean;
}

/** A class as the table shows it: what stands in its head, and its gatherings. */
export interface GridClass {
  readonly code: string;
  readonly head: ComponentChildren;
  readonly gatherings: readonly GridGathering[];
}

interface PlanGridProps {
  readonly caption: string;
  readonly classes: readonly GridClass[];
  readonly findings: readonly Finding[];
  readonly onOpen: (classCode: string, number: number) => void;
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** To the next gathering in that direction that can be opened. */
const walk = (event: KeyboardEvent & { readonly currentTarget: HTMLTableElement }): void => {
  const step = STEPS[event.key];
  const spot = (event.target as HTMLElement).closest<HTMLElement>('[data-spot]')?.dataset.spot;
  if (!step || !spot) return;
  event.preventDefault();
  let [row, column] = spot.split('/').map(Number) as [number, number];
  for (let tries = 0; tries < 100; tries++) {
    [row, column] = [row + step[0], column + step[1]];
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-spot="${row}/${column}"]`);
    next?.focus();
    if (next) return;
  }
};

/** Each reason once, in a word. */
const Flags = ({ found }: { readonly found: readonly Finding[] }) => {
  const reasons = [...new Map(found.map((one) => [one.short, one] as const)).values()];
  return (
    <>
      {reasons.map(({ short, isClash }) => (
        <span key={short} class="flag" data-kind={isClash ? 'clash' : 'warning'}>
          <span aria-hidden="true">{isClash ? '✗' : '⚠'}</span> {short}
        </span>
      ))}
    </>
  );
};

interface CellProps {
  readonly of: GridGathering | undefined;
  readonly classCode: string;
  readonly found: readonly Finding[];
  readonly spot: string;
  readonly onOpen: () => void;
}

const Cell = ({ of, classCode, found, spot, onOpen }: CellProps) => {
  if (!of) return <span class="subtle">– {t.missing}</span>;
  if (of.closed === 'cancelled')
    return (
      <button
        type="button"
        class="plan-cell"
        data-spot={spot}
        data-gathering={spotName(classCode, of.number)}
        onClick={onOpen}
      >
        <span class="only-read">{t.of(of.number, classCode)}: </span>
        <span class="subtle">
          <span aria-hidden="true">✗</span> {t.cancelled}
        </span>{' '}
        <span class="flag">{t.again}</span>
      </button>
    );
  if (of.closed === 'held')
    return (
      <span>
        {span(of)}{' '}
        <span class="flag">
          <span aria-hidden="true">✓</span> {t.held}
        </span>
      </span>
    );
  return (
    <button
      type="button"
      class="plan-cell"
      data-spot={spot}
      data-gathering={spotName(classCode, of.number)}
      title={found.map(({ text }) => text).join(' ') || undefined}
      onClick={onOpen}
    >
      <span class="only-read">{t.of(of.number, classCode)}: </span>
      <span class="plan-days">{span(of)}</span>
      {of.hasBegun && (
        <span class="flag">
          <span aria-hidden="true">▸</span> {t.running}
        </span>
      )}{' '}
      <Flags found={found} />
    </button>
  );
};

/** Every gathering of every class: classes down, gatherings across, each with what collides and why. */
export const PlanGrid = ({ caption, classes, findings, onOpen }: PlanGridProps) => {
  const numbers = [...new Set(classes.flatMap(({ gatherings }) => gatherings.map(({ number }) => number)))].sort(
    (one, other) => one - other,
  );
  const titleOf = (number: number): string | undefined =>
    classes.flatMap(({ gatherings }) => gatherings).find((one) => one.number === number)?.title;
  return (
    <>
      <p class="subtle">{t.help}</p>
      <div class="scrolls">
        <table class="ds-table as-cards plan-grid" data-size="sm" onKeyDown={walk}>
          <caption class="only-read">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.class}</th>
              {numbers.map((number) => (
                <th key={number} scope="col">
                  {t.gathering(number)}
                  <span class="plan-title">{titleOf(number)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map(({ code, head, gatherings }, row) => (
              <tr key={code}>
                <th scope="row">{head}</th>
                {numbers.map((number, column) => (
                  <td key={number} data-label={t.gathering(number)}>
                    <Cell
                      of={gatherings.find((one) => one.number === number)}
                      classCode={code}
                      found={findingsAt(findings, code, number)}
                      spot={`${row}/${column}`}
                      onOpen={() => onOpen(code, number)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
