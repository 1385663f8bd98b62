import type { ParseArgsConfig } from 'node:util';
import type { Progress, Terminal } from './terminal/terminal';

/** What a command was called with. */
export interface Call {
  readonly positionals: readonly string[];
  /** The value of a `--option`, when it was given. */
  text(option: string): string | undefined;
  flag(option: string): boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly progress: Progress;
}

/** One command of the command line. */
export interface CliCommand {
  /** As typed: `intake run`. */
  readonly name: string;
  /** What follows the name: `MAPPE --out UT`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` says besides usage and summary. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Answers the exit code. */
  run(call: Call): Promise<number>;
}
