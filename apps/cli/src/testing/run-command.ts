import { runCli } from '../cli';

/** How a command ended, and what it said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line in this process, nobody watching, with what it says caught. */
export const runCommand = async (argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Said> => {
  let [out, err] = ['', ''];
  const code = await runCli(argv, env, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    watched: false,
  });
  return { code, out, err };
};
