import { useId, useState } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import { useStaff } from '../../frame/staff';
import { Dialog } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { dropView, savedViews, saveView, viewIn } from './saved-views';

const t = inLanguage({
  nb: {
    save: '+ Lagre visning',
    title: 'Lagre visningen',
    name: 'Navn på visningen',
    kept: 'Utvalg, sortering og kolonner lagres på denne maskinen, og kan brukes i alle klasselister. Søkeordet er ikke med.',
    keep: 'Lagre',
    drop: (name: string) => `Fjern visningen ${name}`,
  },
  nn: {
    save: '+ Lagre vising',
    title: 'Lagre visinga',
    name: 'Namn på visinga',
    kept: 'Utval, sortering og kolonnar blir lagra på denne maskina, og kan brukast i alle klasselister. Søkjeordet er ikkje med.',
    keep: 'Lagre',
    drop: (name: string) => `Fjern visinga ${name}`,
  },
  en: {
    save: '+ Save view',
    title: 'Save the view',
    name: 'Name of the view',
    kept: 'What is shown, its order and its columns are kept on this device, and can be used in every class list. The search is not kept.',
    keep: 'Save',
    drop: (name: string) => `Remove the view ${name}`,
  },
});

const LONGEST_NAME = 40;

/** The views of a class list that somebody has made for themselves (ux.md E3). */
export const OwnViews = () => {
  const { code } = useStaff();
  const [views, setViews] = useState(() => savedViews(code));
  const [isSaving, setSaving] = useState(false);
  const [name, setName] = useState('');
  const [path, navigate] = useLocation();
  const now = viewIn(useSearch());
  const id = useId();
  const save = (event: Event): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    setViews(saveView(code, { name: name.trim(), search: now }));
    setName('');
    setSaving(false);
  };
  return (
    <>
      {views.map((view) => (
        <span key={view.name} class="own-view">
          <a
            class="ds-link"
            href={`?${view.search}`}
            aria-current={view.search !== '' && view.search === now ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              navigate(view.search === '' ? path : `${path}?${view.search}`, { replace: true });
            }}
          >
            {view.name}
          </a>
          <button
            type="button"
            class="drop-view"
            aria-label={t.drop(view.name)}
            onClick={() => setViews(dropView(code, view.name))}
          >
            ×
          </button>
        </span>
      ))}
      <button type="button" class="save-view" onClick={() => setSaving(true)}>
        {t.save}
      </button>
      {isSaving && (
        <Dialog title={t.title} onClose={() => setSaving(false)}>
          <form class="stack" onSubmit={save}>
            <p class="ds-paragraph">{t.kept}</p>
            <div class="ds-field">
              <label class="ds-label" for={id}>
                {t.name}
              </label>
              <input
                id={id}
                class="ds-input"
                required
                maxLength={LONGEST_NAME}
                value={name}
                onInput={({ currentTarget }) => setName(currentTarget.value)}
              />
            </div>
            <div class="acts">
              <button type="submit" class="ds-button">
                {t.keep}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
};
