import { createHash } from 'node:crypto';
import { builtScript } from '../shell/built-app';

/** What a worker keeps in the browser. */
export interface Kept {
  /** What its caches are called by. */
  readonly name: string;
  /** The one page that is there without a network. */
  readonly page: string;
  readonly files: readonly string[];
  /** Whether the page is still shown when the session has run out. */
  readonly outlivesSession: boolean;
}

/** The headers of a worker's script: asked for anew each time, and nothing may be fetched by it but from here. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** The worker behind a line that tells it what to keep: with other files it is another worker, and browsers take it. */
export const workerScript = (kept: Kept): string => {
  const script = builtScript('app/offline/service-worker.ts');
  const version = createHash('sha256').update(JSON.stringify(kept)).update(script).digest('base64url').slice(0, 12);
  return `self.kept = ${JSON.stringify({ ...kept, version })};\n${script}`;
};
