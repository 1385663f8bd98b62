import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Piscina from 'piscina';
import { type CertificateContent, CertificateContentRefused } from './certificate/content';
import type { SigningKey } from './keys/signing-key';
import type { SignatureMeta } from './pdf/sign';
import {
  type Answer,
  type IssuedDocument,
  perform,
  type RenderedDocument,
  type SignedDocument,
  type Work,
} from './work';

/** Renders and signs certificates, off the main loop. */
export interface CertificateRenderer {
  /** @throws CertificateContentRefused when the content cannot be shown whole */
  render(content: CertificateContent): Promise<RenderedDocument>;
  /** @throws Error when the bytes are not those of a rendered, unsigned certificate */
  sign(bytes: Uint8Array, meta: SignatureMeta): Promise<SignedDocument>;
  /** Both in one trip: the same bytes as `sign` of `render`. */
  issue(content: CertificateContent, meta: SignatureMeta): Promise<IssuedDocument>;
  /** Waits for what is under way and ends the threads. */
  close(): Promise<void>;
}

export interface CertificateRendererOptions {
  /** Worker threads; 0 works in the calling thread. Threads need the built JavaScript (`npm run build`). */
  readonly threads: number;
  /** The key to sign with. A function is asked at every signature, so that a key can be changed while running. */
  readonly key: SigningKey | (() => SigningKey | Promise<SigningKey>);
}

const pooled = (threads: number) => {
  const pool = new Piscina<Work, Answer>({
    filename: join(__dirname, 'work.js'),
    name: 'perform',
    minThreads: threads,
    maxThreads: threads,
    // A thread that waits without turning its loop never gives back the memory of native buffers.
    atomics: 'disabled',
  });
  return { run: (work: Work) => pool.run(work), close: () => pool.close() };
};

const inProcess = () => ({
  // One turn of the loop between two certificates, for whoever else waits in this process.
  run: async (work: Work) => {
    await setImmediate();
    return perform(work);
  },
  close: async () => {},
});

/** Starts the threads, each with a Typst compiler of its own that is made once and kept. */
export const createCertificateRenderer = ({ threads, key }: CertificateRendererOptions): CertificateRenderer => {
  const { run, close } = threads > 0 ? pooled(threads) : inProcess();
  const currentKey = (): SigningKey | Promise<SigningKey> => (typeof key === 'function' ? key() : key);
  const done = async (work: Work) => {
    const answer = await run(work);
    if ('refused' in answer) throw new CertificateContentRefused(answer.refused);
    return answer.document;
  };
  return {
    render: async (content) => {
      const { bytes, sha256 } = await done({ do: 'render', content });
      return { bytes, sha256 };
    },
    sign: async (unsigned, meta) => {
      const signingKey = await currentKey();
      const { bytes, sha256 } = await done({ do: 'sign', bytes: unsigned, key: signingKey, meta });
      return { bytes, sha256, signedBy: signingKey.fingerprint };
    },
    issue: async (content, meta) => {
      const signingKey = await currentKey();
      return { ...(await done({ do: 'issue', content, key: signingKey, meta })), signedBy: signingKey.fingerprint };
    },
    close,
  };
};
