import type { Recorded } from './contracts';
import type { Reader } from './reader';

interface Waiting {
  readonly stream: string;
  readonly after: number;
  readonly resolve: (events: readonly Recorded[]) => void;
  readonly reject: (fault: unknown) => void;
}

const MAX_STREAMS_PER_QUERY = 2_000;

/** Loads that wait at the same time become one query. */
export class StreamLoader {
  private waiting: Waiting[] = [];
  private loading = false;

  constructor(private readonly reader: Reader) {}

  /** The events of a stream after a version. */
  load(stream: string, after: number): Promise<readonly Recorded[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ stream, after, resolve, reject });
      if (!this.loading) void this.loadGroups();
    });
  }

  private async loadGroups(): Promise<void> {
    this.loading = true;
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, MAX_STREAMS_PER_QUERY);
      // Two loads of one stream from different versions share the longer answer.
      const from = new Map<string, number>();
      for (const { stream, after } of group) from.set(stream, Math.min(after, from.get(stream) ?? after));
      try {
        const streams = await this.reader.streams([...from].map(([stream, after]) => ({ stream, after })));
        for (const { stream, after, resolve } of group) {
          resolve((streams.get(stream) ?? []).filter(({ version }) => version > after));
        }
      } catch (fault) {
        for (const { reject } of group) reject(fault);
      }
    }
    this.loading = false;
  }
}
