/** A column that the reader wants, with the names under which files may have it. */
export interface WantedColumn<Key extends string = string> {
  readonly key: Key;
  /** What people call it, also in refusals. */
  readonly title: string;
  readonly synonyms?: readonly string[];
  /** A file without it is read as well; its cells are empty. */
  readonly optional?: true;
}

/** What became of a header of the file: the column that it was taken for, or none (left over). */
export interface MappedColumn<Key extends string = string> {
  readonly header: string;
  readonly column: Key | undefined;
}

/** Capitals, spaces, `_`, `-` and accents do not count; `æ` is `ae`, `ø` is `o` or `oe`, `å` is `a` or `aa`. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('oe', 'o')
    .replaceAll('aa', 'a');

const keysByName = <Key extends string>(wanted: readonly WantedColumn<Key>[]): ReadonlyMap<string, Key> => {
  const keys = new Map<string, Key>();
  for (const { key, title, synonyms = [] } of wanted) {
    for (const name of [key, title, ...synonyms].map(folded)) {
      const other = keys.get(name);
      if (other !== undefined && other !== key)
        throw new Error(`The columns ${other} and ${key} share a name: ${name}`);
      keys.set(name, key);
    }
  }
  return keys;
};

/** Tells which column each header names. */
export const mapColumns = <Key extends string>(
  headers: readonly string[],
  wanted: readonly WantedColumn<Key>[],
): readonly MappedColumn<Key>[] => {
  const keys = keysByName(wanted);
  return headers.map((header) => ({ header, column: keys.get(folded(header)) }));
};
