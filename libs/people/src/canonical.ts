/** JSON with the members of every object in order of name: equal content, equal text. */
export const canonicalJson = (content: unknown): string =>
  JSON.stringify(content, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  }) ?? 'undefined';
