import { useLocation, useSearch } from 'wouter-preact';

/** One parameter of the address, and how to set it; undefined takes it out. Going back goes back (ux.md 7). */
export const useUrlState = (name: string): readonly [string | undefined, (value: string | undefined) => void] => {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const value = new URLSearchParams(search).get(name) ?? undefined;
  const set = (next: string | undefined): void => {
    const params = new URLSearchParams(globalThis.location.search);
    if (next === undefined || next === '') params.delete(name);
    else params.set(name, next);
    const text = params.toString();
    navigate(text ? `${path}?${text}` : path, { replace: true });
  };
  return [value, set];
};
