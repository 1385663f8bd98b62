import { Link, useLocation, useSearch } from 'wouter-preact';
import type { AwardPreviewRow } from '../../../../../libs/credits/src/http/award-view';
import { number } from '../../kit/dates';
import { type InLanguages, inLanguage } from '../../kit/texts';

export type AwardGroup = AwardPreviewRow['group'];

interface GroupText {
  readonly mark: string;
  readonly name: string;
}

const texts: InLanguages<Readonly<Record<AwardGroup, GroupText>> & { readonly all: string; readonly filter: string }> =
  {
    nb: {
      READY: { mark: '●', name: 'Klar' },
      HELD: { mark: '◐', name: 'Holdt igjen' },
      NOT_MET: { mark: '✗', name: 'Ikke oppfylt' },
      NOT_APPLICABLE: { mark: '–', name: 'Gjelder ikke' },
      AWARDED: { mark: '✓', name: 'Tildelt' },
      all: 'Alle',
      filter: 'Vis',
    },
    nn: {
      READY: { mark: '●', name: 'Klar' },
      HELD: { mark: '◐', name: 'Halde igjen' },
      NOT_MET: { mark: '✗', name: 'Ikkje oppfylt' },
      NOT_APPLICABLE: { mark: '–', name: 'Gjeld ikkje' },
      AWARDED: { mark: '✓', name: 'Tildelt' },
      all: 'Alle',
      filter: 'Vis',
    },
    en: {
      READY: { mark: '●', name: 'Ready' },
      HELD: { mark: '◐', name: 'Held back' },
      NOT_MET: { mark: '✗', name: 'Not met' },
      NOT_APPLICABLE: { mark: '–', name: 'Not applicable' },
      AWARDED: { mark: '✓', name: 'Awarded' },
      all: 'All',
      filter: 'Show',
    },
  };

export const groupTexts = inLanguage(texts);

const order = ['READY', 'HELD', 'NOT_MET', 'NOT_APPLICABLE', 'AWARDED'] as const satisfies readonly AwardGroup[];

/** What stands in the address for each group. */
const inAddress: Readonly<Record<AwardGroup, string>> = {
  READY: 'klar',
  HELD: 'holdt',
  NOT_MET: 'ikke-oppfylt',
  NOT_APPLICABLE: 'gjelder-ikke',
  AWARDED: 'tildelt',
};

export const groupAddress = (group: AwardGroup): string => inAddress[group];

export const groupIn = (text: string | undefined): AwardGroup | undefined =>
  order.find((group) => inAddress[group] === text);

/** Mark and word, never colour alone. */
export const GroupName = ({ group }: { readonly group: AwardGroup }) => (
  <span class="group-name">
    <span aria-hidden="true">{groupTexts[group].mark}</span> {groupTexts[group].name}
  </span>
);

/** Each group with its number, as a filter of the list below. */
export const Groups = ({ rows }: { readonly rows: readonly AwardPreviewRow[] }) => {
  const [path] = useLocation();
  const chosen = groupIn(new URLSearchParams(useSearch()).get('vis') ?? undefined);
  return (
    <nav class="groups" aria-label={groupTexts.filter}>
      <Link class="filter" href={path} aria-current={chosen === undefined ? 'true' : undefined}>
        {groupTexts.all} <strong>{number(rows.length)}</strong>
      </Link>
      {order.map((group) => (
        <Link
          key={group}
          class="filter"
          href={`${path}?vis=${inAddress[group]}`}
          aria-current={chosen === group ? 'true' : undefined}
        >
          <GroupName group={group} /> <strong>{number(rows.filter((row) => row.group === group).length)}</strong>
        </Link>
      ))}
    </nav>
  );
};
