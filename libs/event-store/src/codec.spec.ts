import { z } from 'zod';
import { Codecs, defineCodec, leaf } from './index';

/** An event whose class was a site's short name and whose length was in hours, until version 2. */
const codec = defineCodec({
  RegisterOpened: {
    schemaVersion: 2,
    schema: z.strictObject({ site: leaf.code(), halfHours: leaf.integer() }),
    upcast: {
      1: ({ place, hours }: { place: string; hours: number }) => ({
        site: place === 'TRD' ? 'Trondheim' : 'Oslo',
        halfHours: hours * 2,
      }),
    },
  },
});
const codecs = new Codecs([codec]);

describe('codecs', () => {
  it('write the present version', () =>
    expect(codecs.encode({ type: 'RegisterOpened', data: { site: 'Oslo', halfHours: 15 } })).toEqual({
      schemaVersion: 2,
      data: '{"site":"Oslo","halfHours":15}',
    }));

  it('read an older version as the present one', () =>
    expect(codecs.decode('RegisterOpened', 1, { place: 'TRD', hours: 7.5 })).toEqual({
      site: 'Trondheim',
      halfHours: 15,
    }));

  it('stop loudly at a version that is newer than the code, and at a type that is unknown', () => {
    expect(() => codecs.decode('RegisterOpened', 3, {})).toThrow(/newer than this code/);
    expect(() => codecs.decode('Unheard', 1, {})).toThrow(/no codec/);
  });

  it('refuse an event that does not fit, and say where without its values', () => {
    const write = () =>
      codecs.encode({ type: 'RegisterOpened', data: { site: 'Kari Nordmann\u0000', halfHours: 1.5 } });
    expect(write).toThrow(/RegisterOpened does not fit its schema: site .*halfHours/);
    expect(write).not.toThrow(/Nordmann/);
  });

  it('cannot be declared with a step missing, nor twice', () => {
    expect(() =>
      defineCodec({ Moved: { schemaVersion: 3, schema: z.strictObject({}), upcast: { 2: (data: object) => data } } }),
    ).toThrow(/version 1/);
    expect(() => new Codecs([codec, codec])).toThrow(/two contexts/);
  });
});
