import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { AsOnDay } from '../../kit/as-on-day';
import { useKeys } from '../../kit/keys';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { OwnViews } from './own-views';
import { type RosterRow, rosterViews, rowsIn, type ViewName, viewNamed } from './roster-rows';

const t = inLanguage({
  nb: {
    views: 'Visninger',
    names: { alle: 'Alle', fare: 'I fare', leger: 'Leger', 'uten-hpr': 'Uten HPR', sluttet: 'Sluttet' },
    search: 'Søk i lista (/)',
  },
  nn: {
    views: 'Visingar',
    names: { alle: 'Alle', fare: 'I fare', leger: 'Legar', 'uten-hpr': 'Utan HPR', sluttet: 'Slutta' },
    search: 'Søk i lista (/)',
  },
  en: {
    views: 'Views',
    names: { alle: 'All', fare: 'At risk', leger: 'Physicians', 'uten-hpr': 'Without HPR', sluttet: 'Left' },
    search: 'Search in the list (/)',
  },
});

/** How long after the last letter the list is searched: every letter at once would be a change of the address each. */
const TYPING_MS = 150;

const Search = () => {
  const [inAddress = '', setInAddress] = useUrlState('sok');
  const [typed, setTyped] = useState(inAddress);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => setTyped(inAddress), [inAddress]);
  useEffect(() => {
    if (typed === inAddress) return undefined;
    const timer = setTimeout(() => setInAddress(typed || undefined), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useKeys({ '/': () => field.current?.focus() });
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {t.search}
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        class="ds-input"
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
      />
    </div>
  );
};

/** Which of the class the list shows; all of it is in the address. Without rows the counts are not known yet. */
export const RosterFilters = ({ rows }: { readonly rows: readonly RosterRow[] | undefined }) => {
  const [inAddress, setView] = useUrlState('vis');
  const view = viewNamed(inAddress);
  const href = (name: ViewName): string => {
    const params = new URLSearchParams(globalThis.location.search);
    if (name === 'alle') params.delete('vis');
    else params.set('vis', name);
    return `?${params}`;
  };
  return (
    <div class="filters">
      <nav class="views" aria-label={t.views}>
        {rosterViews.map((name) => (
          <a
            key={name}
            class="ds-link"
            href={href(name)}
            aria-current={name === view ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              setView(name === 'alle' ? undefined : name);
            }}
          >
            {t.names[name]} {rows && rowsIn(rows, name).length}
          </a>
        ))}
        <OwnViews />
      </nav>
      <Search />
      <AsOnDay />
    </div>
  );
};
