import type { Instant } from '@kull/kernel';

/** The order of one quota, in finished words. */
export interface ProtocolTable {
  readonly title: string;
  readonly summary: string;
  /** One heading per cell of a row; the last but two columns are the widest. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The protocol of a ranking, in finished words and in bokmål. Applications by number: never a name, never a national id. */
export interface RankingProtocolContent {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly tables: readonly ProtocolTable[];
  /** What those who sign say, and who they are. */
  readonly signing: { readonly text: string; readonly header: readonly string[]; readonly roles: readonly string[] };
  /** Printed on every page. */
  readonly footer: string;
  /** The timestamp inside the file: when the ranking was made, so that the same protocol is the same bytes. */
  readonly madeAt: Instant;
}

/** The protocol cannot be printed: a text holds a letter that the fonts do not have. Nothing was rendered. */
export class RankingProtocolRefused extends Error {
  override readonly name = 'RankingProtocolRefused';
}
