import type { DomainEvent, SetRule } from '@kull/kernel';
import type { CommandContext, Recorded } from './contracts';

/** Events for one stream, decided at a version. */
export interface Write {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly events: readonly DomainEvent[];
  readonly context: CommandContext;
}

/** What stands or falls together. */
export interface Unit {
  readonly writes: readonly Write[];
  readonly rules: readonly SetRule[];
}

export type UnitResult =
  | { readonly status: 'stored'; readonly events: readonly Recorded[] }
  | { readonly status: 'conflict' }
  | { readonly status: 'repeated' }
  | { readonly status: 'refused'; readonly rule: SetRule };
