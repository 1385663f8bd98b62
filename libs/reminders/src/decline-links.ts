import { LinkKey } from '@kull/documents';
import type { Subject } from './domain/occasion';
import { subjects } from './domain/subjects';

export const DECLINE_LINKS = Symbol('decline links');

/** Whose letters of which kinds. */
export interface Declinable {
  readonly personId: string;
  readonly subjects: readonly Subject[];
}

/** Makes and reads the addresses at which a person declines letters: person and kinds, signed. */
export class DeclineLinks {
  constructor(
    private readonly key: LinkKey,
    private readonly baseUrl: string,
  ) {}

  /** With the key of the folder, from `decline-link.key`; made at first use. */
  static async fromFolder(folder: string, baseUrl: string): Promise<DeclineLinks> {
    return new DeclineLinks(await LinkKey.fromFolder(folder, 'decline-link.key'), baseUrl);
  }

  urlFor(personId: string, of: readonly Subject[]): string {
    const mask = subjects.reduce((sum, subject, i) => (of.includes(subject) ? sum + 2 ** i : sum), 0);
    const said = `${personId}.${mask.toString(36)}`;
    return `${this.baseUrl}/avmelding/${said}.${this.key.mac(said)}`;
  }

  /** Undefined: not one of ours. */
  read(token: string): Declinable | undefined {
    const [, said, personId, mask, mac] = /^((\w{1,64})\.([0-9a-z]{1,6}))\.([\w-]{22})$/.exec(token) ?? [];
    if (!said || !personId || !mask || !mac) return undefined;
    if (!this.key.isMac(said, mac)) return undefined;
    const bits = Number.parseInt(mask, 36);
    return { personId, subjects: subjects.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1) };
  }
}
