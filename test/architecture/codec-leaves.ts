import { type Codec, leafKind } from '@kull/event-store';
import type { z } from 'zod';

/** One value that an event can hold. */
export interface CodecLeaf {
  /** `CoursePlanned.sessions[].title`. */
  readonly path: string;
  /** What `leaf` calls it, or `plain …` when it is nothing that events may hold. */
  readonly kind: string;
}

/** As much of zod's own description of a schema as the walk needs. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly items?: readonly z.ZodType[];
}

const wrappers = ['optional', 'nullable', 'readonly', 'default', 'nonoptional'];

const walk = (schema: z.ZodType, path: string): readonly CodecLeaf[] => {
  const known = leafKind.get(schema as never);
  if (known) return [{ path, kind: known.leaf }];
  const def = schema.def as unknown as Definition;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, field]) => walk(field, `${path}.${name}`));
    case 'array':
      return walk(def.element!, `${path}[]`);
    case 'union':
      return (def.options ?? []).flatMap((option) => walk(option, path));
    case 'tuple':
      return (def.items ?? []).flatMap((item, i) => walk(item, `${path}[${i}]`));
    case 'record':
      return [...walk(def.keyType!, `${path}.key`), ...walk(def.valueType!, `${path}.*`)];
    case 'literal':
    case 'enum':
      return [{ path, kind: 'code' }];
    default:
      return wrappers.includes(def.type) ? walk(def.innerType!, path) : [{ path, kind: `plain ${def.type}` }];
  }
};

/** Every value that the events of a codec can hold. */
export const leavesOf = (codec: Codec): readonly CodecLeaf[] =>
  Object.entries(codec).flatMap(([type, { schema }]) => walk(schema, type));
