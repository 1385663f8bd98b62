const PREFIX = 'kull-views.klasseliste.';

/** A choice of what a class list shows, under a name of one's own. */
export interface SavedView {
  readonly name: string;
  /** The search part of the address: `vis=fare&sort=-oppmote`. */
  readonly search: string;
}

/** What of an address is a view: not the search, which may be somebody's name and stays on the screen. */
export const viewIn = (search: string): string => {
  const params = new URLSearchParams(search);
  params.delete('sok');
  return params.toString();
};

/** The views that somebody has saved on this device, for every class list. */
export const savedViews = (who: string): readonly SavedView[] =>
  JSON.parse(localStorage.getItem(PREFIX + who) ?? '[]') as SavedView[];

const keep = (who: string, views: readonly SavedView[]): readonly SavedView[] => {
  if (views.length === 0) localStorage.removeItem(PREFIX + who);
  else localStorage.setItem(PREFIX + who, JSON.stringify(views));
  return views;
};

/** A view of the same name is replaced. */
export const saveView = (who: string, view: SavedView): readonly SavedView[] =>
  keep(who, [...savedViews(who).filter(({ name }) => name !== view.name), view]);

export const dropView = (who: string, dropped: string): readonly SavedView[] =>
  keep(
    who,
    savedViews(who).filter(({ name }) => name !== dropped),
  );
