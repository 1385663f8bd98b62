import { useQuery } from '@tanstack/preact-query';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { classesQuery } from '../classes/classes';
import { useStaff } from '../frame/staff';
import { Loaded } from '../kit/loaded';
import { inLanguage } from '../kit/texts';
import { directoryQuery, personAddress } from '../persons/directory';
import { actsOf, followsClasses, type PaletteAct } from './acts';
import { actHits, everybodyIn, type Findable, hits } from './hits';
import { isNationalId } from './letters';
import { PersonOption } from './person-option';

const NOBODY: readonly Findable[] = [];
const PERSONS_SHOWN = 8;
const ACTS_SHOWN = 5;

const t = inLanguage({
  nb: {
    title: 'Søk',
    label: 'Navn, studentnummer, søknadsnummer, eller det du vil gjøre',
    persons: 'Personer',
    acts: 'Gjør noe',
    none: 'Ingen treff. Søk på begynnelsen av navnet eller nummeret.',
    nationalId: 'Skriv ikke fødselsnummer her. Søk på navn, studentnummer eller søknadsnummer.',
    found: (n: number) => (n === 1 ? '1 treff' : `${n} treff`),
    keys: '↑ ↓ velg · ↵ åpne · esc lukk',
  },
  nn: {
    title: 'Søk',
    label: 'Namn, studentnummer, søknadsnummer, eller det du vil gjere',
    persons: 'Personar',
    acts: 'Gjer noko',
    none: 'Ingen treff. Søk på byrjinga av namnet eller nummeret.',
    nationalId: 'Skriv ikkje fødselsnummer her. Søk på namn, studentnummer eller søknadsnummer.',
    found: (n: number) => `${n} treff`,
    keys: '↑ ↓ vel · ↵ opne · esc lukk',
  },
  en: {
    title: 'Search',
    label: 'Name, student number, application number, or what you want to do',
    persons: 'People',
    acts: 'Do something',
    none: 'No hits. Search by the beginning of the name or the number.',
    nationalId: 'Do not type a national id here. Search by name, student number or application number.',
    found: (n: number) => (n === 1 ? '1 hit' : `${n} hits`),
    keys: '↑ ↓ choose · ↵ open · esc close',
  },
});

interface Hit {
  readonly key: string;
  readonly href: string;
  readonly isFile: boolean;
}

const hitOfPerson = ({ entry }: Findable): Hit => ({
  key: entry.personId,
  href: personAddress(entry),
  isFile: false,
});
const hitOfAct = ({ href, isFile }: PaletteAct): Hit => ({ key: href, href, isFile: isFile ?? false });

/** The search itself: a combobox over a list of persons and acts (WAI-ARIA), all of it known here. */
export const PaletteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { roles } = useStaff();
  const enabled = followsClasses(roles);
  const directory = useQuery({ ...directoryQuery, enabled });
  const classes = useQuery({ ...classesQuery, enabled });
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the next key comes: what is typed right after ⌘K is typed here.
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current!.showModal();
    return () => before?.focus();
  }, []);

  const everybody = directory.data ? everybodyIn(directory.data) : NOBODY;
  const acts = useMemo(() => actsOf(roles, classes.data ?? []), [roles, classes.data]);
  const isEmpty = typed.trim() === '';
  const persons = useMemo(() => hits(everybody, typed, PERSONS_SHOWN), [everybody, typed]);
  const shownActs = isEmpty ? acts.slice(0, ACTS_SHOWN) : actHits(acts, typed, ACTS_SHOWN);
  const options = [...persons.map(hitOfPerson), ...shownActs.map(hitOfAct)];
  const current = Math.min(at, options.length - 1);
  const optionId = (index: number): string => `${id}-${index}`;
  useEffect(() => {
    dialog.current!.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const open = (hit: Hit | undefined): void => {
    if (!hit) return;
    dialog.current!.close();
    if (hit.isFile) globalThis.location.assign(hit.href);
    else navigate(hit.href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: options.length - 1 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      open(options[current]);
    } else if (to !== undefined && options.length > 0 && !((event.key === 'Home' || event.key === 'End') && typed)) {
      event.preventDefault();
      setAt((to + options.length) % options.length);
    }
  };
  const option = (index: number) => ({
    id: optionId(index),
    role: 'option' as const,
    'aria-selected': index === current,
    onClick: () => open(options[index]),
    onPointerMove: () => setAt(index),
  });

  return (
    <dialog ref={dialog} class="ds-dialog palette" aria-label={t.title} onClose={onClose}>
      <label class="only-read" for={`${id}-typed`}>
        {t.label}
      </label>
      <input
        id={`${id}-typed`}
        class="ds-input"
        type="text"
        role="combobox"
        autoFocus
        autocomplete="off"
        spellcheck={false}
        placeholder={t.label}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? optionId(current) : undefined}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p class="only-read" role="status">
        {isEmpty ? '' : t.found(options.length)}
      </p>
      {enabled && <Loaded of={directory}>{() => null}</Loaded>}
      <div id={`${id}-list`} role="listbox" aria-label={t.title} class="palette-hits">
        {persons.length > 0 && (
          <fieldset>
            <legend>{t.persons}</legend>
            {persons.map((one, index) => (
              <div key={one.entry.personId} class="palette-hit" {...option(index)}>
                <PersonOption found={one} />
              </div>
            ))}
          </fieldset>
        )}
        {shownActs.length > 0 && (
          <fieldset>
            <legend>{t.acts}</legend>
            {shownActs.map(({ text, href }, index) => (
              <div key={href} class="palette-hit" {...option(persons.length + index)}>
                <span aria-hidden="true">›</span> {text}
              </div>
            ))}
          </fieldset>
        )}
      </div>
      {!isEmpty && options.length === 0 && (
        <p class="palette-none">{isNationalId(typed) ? t.nationalId : directory.data || !enabled ? t.none : ''}</p>
      )}
      <p class="palette-keys" aria-hidden="true">
        {t.keys}
      </p>
    </dialog>
  );
};
