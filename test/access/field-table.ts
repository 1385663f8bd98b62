import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fields that the same roles have of an operation. */
export interface FieldLine {
  readonly route: string;
  readonly does: 'reads' | 'writes';
  /** Roles of the matrix, `everybody`, or `operator`: an administrator's program, which may speak for others. */
  readonly roles: readonly string[];
  readonly fields: readonly TableField[];
}

export interface TableField {
  /** `a.b[].c`. */
  readonly path: string;
  /** The description of the API has it, and in the world of the test nobody was answered with it. */
  readonly isOnlyDescribed: boolean;
}

const file = join(__dirname, 'fields.txt');

const HEAD = `# Who reads and writes which fields: docs/conventions.md, "A new field". Written by KULL_FIELDS=write, held by fields.db.spec.ts.
# A field stands in the line of all who have it. "?": described, and in the world of the test nobody was answered with it.
`;

interface Node {
  readonly inside: Map<string, Node>;
  mark?: string;
}

/** `a(b c[](d))`: what stands together is said once. */
const folded = (fields: readonly TableField[]): string => {
  const root: Node = { inside: new Map() };
  for (const { path, isOnlyDescribed } of fields) {
    let node = root;
    for (const part of path.split('.')) {
      if (!node.inside.has(part)) node.inside.set(part, { inside: new Map() });
      node = node.inside.get(part)!;
    }
    node.mark = isOnlyDescribed ? '?' : '';
  }
  const said = ({ inside }: Node): string =>
    [...inside]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, node]) => `${name}${node.mark ?? ''}${node.inside.size > 0 ? `(${said(node)})` : ''}`)
      .join(' ');
  return said(root);
};

const unfolded = (text: string): readonly TableField[] => {
  const fields: TableField[] = [];
  const around: string[] = [];
  let last = '';
  for (const [token] of text.matchAll(/[^\s()]+|[()]/g)) {
    if (token === '(') around.push(last);
    else if (token === ')') around.pop();
    else {
      last = token.replace('?', '');
      fields.push({ path: [...around, last].join('.'), isOnlyDescribed: token.endsWith('?') });
    }
  }
  return fields.filter(({ path }) => !fields.some((other) => other.path.startsWith(`${path}.`)));
};

const lineText = ({ route, does, roles, fields }: FieldLine): string => {
  const [method = '', path = ''] = route.split(' ');
  return `${method.padEnd(6)} ${path} | ${roles.join(' ')} ${does} | ${folded(fields)}`;
};

/** The lines as text, one each. */
export const tableText = (lines: readonly FieldLine[]): string => `${HEAD}${lines.map(lineText).join('\n')}\n`;

const lineOf = (text: string): FieldLine => {
  const [route = '', whom = '', fields = ''] = text.split('|').map((part) => part.trim());
  const [method, path] = route.split(/\s+/);
  const words = whom.split(' ');
  const does = words.at(-1);
  if (!path || (does !== 'reads' && does !== 'writes')) throw new Error(`not a line of the table: ${text}`);
  return { route: `${method} ${path}`, does, roles: words.slice(0, -1), fields: unfolded(fields) };
};

export const linesOf = (text: string): readonly FieldLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(lineOf);

/** The table as it was reviewed. */
export const reviewedText = (): string => readFileSync(file, 'utf8');

export const writeTable = (text: string): void => writeFileSync(file, text);

/** Fields by those who have them: each stands once, in the order in which the matrix names the roles. */
export const linesFor = (
  route: string,
  does: FieldLine['does'],
  having: ReadonlyMap<string, ReadonlySet<string>>,
  onlyDescribed: ReadonlySet<string> = new Set(),
): readonly FieldLine[] => {
  const lines = new Map<string, { roles: readonly string[]; fields: TableField[] }>();
  const all = new Set([...having.values()].flatMap((paths) => [...paths]));
  for (const path of [...all].sort()) {
    const roles = [...having].filter(([, paths]) => paths.has(path)).map(([role]) => role);
    const key = roles.join(' ');
    if (!lines.has(key)) lines.set(key, { roles, fields: [] });
    lines.get(key)!.fields.push({ path, isOnlyDescribed: onlyDescribed.has(path) });
  }
  return [...lines.values()]
    .sort((one, other) => other.roles.length - one.roles.length || (one.roles.join() < other.roles.join() ? -1 : 1))
    .map(({ roles, fields }) => ({ route, does, roles, fields }));
};
