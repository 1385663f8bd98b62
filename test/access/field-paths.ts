/** A field of a JSON text: `a.b[].c`, of a map with open keys `a.*`. */
export interface Field {
  readonly path: string;
  /** Null, or an empty list or object: what stands in it elsewhere says more than this. */
  readonly isHollow: boolean;
}

/** A JSON Schema, as far as the description of the API has it. */
export interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** The names of fields are written like this one's; whatever else stands for one is a key of a map. */
const NAME = /^[a-z][A-Za-z0-9]*$/;

/** What an event carries is told by the codecs, which have a test of their own (`test/architecture/codec-leaves`). */
const OPAQUE = 'data[].data';

const within = (at: string, name: string): string => `${at}${at === '' ? '' : '.'}${NAME.test(name) ? name : '*'}`;

/** All fields of a value. `isLog`: it is a page of the log. */
export const fieldsIn = (value: unknown, isLog = false, at = ''): readonly Field[] => {
  if (isLog && at === OPAQUE) return [{ path: `${at}.*`, isHollow: false }];
  if (typeof value !== 'object' || value === null) return [{ path: at, isHollow: value === null }];
  const parts = Array.isArray(value)
    ? value.map((one: unknown) => [`${at}[]`, one] as const)
    : Object.entries(value).map(([name, one]) => [within(at, name), one] as const);
  if (parts.length === 0) return [{ path: Array.isArray(value) ? `${at}[]` : at, isHollow: true }];
  return parts.flatMap(([path, one]) => fieldsIn(one, isLog, path));
};

/** Whether some field stands inside of that one. */
const isAround = (path: string, others: Iterable<string>): boolean => {
  const inside = [`${path}.`, `${path}[`];
  for (const other of others) if (inside.some((start) => other.startsWith(start))) return true;
  return false;
};

/** The paths of these fields, without those that are only an empty place for fields that somebody saw. */
export const withoutHollow = (fields: Iterable<Field>, known: ReadonlySet<string>): ReadonlySet<string> => {
  const paths = new Set<string>();
  for (const { path, isHollow } of fields) if (!isHollow || !isAround(path, known)) paths.add(path);
  return paths;
};

/** All fields that a body may have. */
export const fieldsOfSchema = (
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  at = '',
): readonly string[] => {
  const { $ref, properties, items, anyOf, oneOf, allOf } = schema;
  if ($ref) return fieldsOfSchema(schemas[$ref.slice($ref.lastIndexOf('/') + 1)]!, schemas, at);
  const choices = anyOf ?? oneOf ?? allOf;
  const parts =
    choices?.map((one) => [at, one] as const) ??
    (items && [[`${at}[]`, items] as const]) ??
    Object.entries(properties ?? {}).map(([name, one]) => [within(at, name), one] as const);
  const found = parts.flatMap(([path, one]) => fieldsOfSchema(one, schemas, path));
  const paths = found.length > 0 || at === '' ? found : [at];
  return [...new Set(paths.filter((path) => !isAround(path, paths)))];
};
