import type { DomainEvent } from '@kull/kernel';
import type { z } from 'zod';

/** How one type of event is written now, and how older ones are read. */
export interface EventCodec {
  readonly schemaVersion: number;
  readonly schema: z.ZodType;
  /** From version n (as stored) to n + 1; pure. Every version below the present one has its step. */
  readonly upcast?: Readonly<Record<number, (data: never) => object>>;
}

export type Codec = Readonly<Record<string, EventCodec>>;

/** Declares a context's events; checks that no step of the upcasters is missing. */
export const defineCodec = <C extends Codec>(codec: C): C => {
  for (const [type, { schemaVersion, upcast }] of Object.entries(codec)) {
    for (let version = 1; version < schemaVersion; version++) {
      if (!upcast?.[version]) throw new Error(`${type}: no upcaster from version ${version}`);
    }
  }
  return codec;
};

/** All codecs of the house: event name ↔ stored form. */
export class Codecs {
  private readonly byType = new Map<string, EventCodec>();

  constructor(codecs: readonly Codec[]) {
    for (const codec of codecs) {
      for (const [type, event] of Object.entries(codec)) {
        if (this.byType.has(type)) throw new Error(`two contexts declare the event ${type}`);
        this.byType.set(type, event);
      }
    }
  }

  get types(): readonly string[] {
    return [...this.byType.keys()];
  }

  /** The stored form. An event that its schema refuses is a fault of the code, not of the caller. */
  encode(event: DomainEvent): { readonly schemaVersion: number; readonly data: string } {
    const codec = this.codecOf(event.type);
    const parsed = codec.schema.safeParse(event.data);
    if (!parsed.success) {
      const where = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`).join(', ');
      throw new Error(`${event.type} does not fit its schema: ${where}`);
    }
    return { schemaVersion: codec.schemaVersion, data: JSON.stringify(parsed.data) };
  }

  /** The present form of what was stored. An unknown type or a newer version stops the reader loudly (F41). */
  decode(type: string, schemaVersion: number, data: object): object {
    const codec = this.codecOf(type);
    if (schemaVersion > codec.schemaVersion)
      throw new Error(`${type} version ${schemaVersion} is newer than this code`);
    let present = data;
    for (let version = schemaVersion; version < codec.schemaVersion; version++) {
      present = codec.upcast![version]!(present as never);
    }
    return present;
  }

  private codecOf(type: string): EventCodec {
    const codec = this.byType.get(type);
    if (!codec) throw new Error(`no codec for the event ${type}`);
    return codec;
  }
}
