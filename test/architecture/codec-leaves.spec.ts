import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';
import { leavesOf } from './codec-leaves';

const plain = (schema: z.ZodType): readonly string[] =>
  leavesOf(defineCodec({ Planted: { schemaVersion: 1, schema: z.strictObject({ field: schema }) } }))
    .filter(({ kind }) => kind.startsWith('plain'))
    .map(({ path, kind }) => `${path}: ${kind}`);

describe('the walk through a codec', () => {
  it.each([
    ['a text', z.string(), 'Planted.field: plain string'],
    ['a text that may be absent', z.string().optional(), 'Planted.field: plain string'],
    [
      'a text deep inside',
      z.array(z.union([leaf.id(), z.strictObject({ name: z.string() })])),
      'Planted.field[].name: plain string',
    ],
    ['the key of a record', z.record(z.string(), leaf.integer()), 'Planted.field.key: plain string'],
    ['anything', z.unknown(), 'Planted.field: plain unknown'],
    ['a number that may be anything', z.number(), 'Planted.field: plain number'],
  ])('catches %s', (_, schema, caught) => {
    expect(plain(schema)).toEqual([caught]);
  });

  it('lets every allowed leaf pass', () => {
    for (const make of Object.values(leaf)) expect(plain(z.array(make()).optional())).toEqual([]);
  });

  it('lets literals and enumerations pass', () => {
    expect(plain(z.union([z.literal('A'), z.enum(['B', 'C'])]))).toEqual([]);
  });
});
