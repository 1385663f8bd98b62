import { isLocalDate } from '@kull/kernel';
import { z } from 'zod';

/** What kind of leaf a schema is; the walker of test/architecture refuses every leaf without one. */
export const leafKind = z.registry<{ leaf: string }>();

const text = (leaf: string, schema: z.ZodString) => schema.register(leafKind, { leaf });

/**
 * The only values that events may hold (reliability.md 10): ids, codes, dates, numbers, booleans, hashes, sealed values,
 * and `publicText` for names of things, never of persons.
 */
export const leaf = {
  /** An opaque id or a UUID. */
  id: () => text('id', z.string().regex(/^[\w.:-]{1,128}$/)),
  /** A code of the rules, a class code, an application number: short, no personal content. */
  code: () => text('code', z.string().regex(/^\P{Cc}{1,64}$/u)),
  localDate: () => z.string().refine(isLocalDate).register(leafKind, { leaf: 'localDate' }),
  instant: () => text('instant', z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)),
  integer: () => z.int().register(leafKind, { leaf: 'integer' }),
  boolean: () => z.boolean().register(leafKind, { leaf: 'boolean' }),
  /** A number with at most two decimals, such as a threshold of 0.75. */
  decimal: () => z.number().multipleOf(0.01).register(leafKind, { leaf: 'decimal' }),
  /** Lower-case hex, 64 digits. */
  hash: () => text('hash', z.string().regex(/^[0-9a-f]{64}$/)),
  /** Part of a public key, base64url, up to RSA of 8192 bits. */
  keyPart: () => text('keyPart', z.string().regex(/^[\w-]{1,1400}$/)),
  sealed: () =>
    z.strictObject({ person: z.string().max(64), sealed: z.base64() }).register(leafKind, { leaf: 'sealed' }),
  /** The name of a course, a session, an organisation. */
  publicText: () => text('publicText', z.string().min(1).max(300)),
};
