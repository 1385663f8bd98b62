import { parseArgs } from 'node:util';
import type { Call, CliCommand } from './command';
import { commands } from './commands';
import { ServiceRefusal } from './service/problem';
import { NotDone, Unusable } from './terminal/failures';
import { Progress, type Terminal } from './terminal/terminal';

const ofEveryCommand = {
  url: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const overview = (): string => {
  const width = Math.max(...commands.map(({ name, usage }) => `${name} ${usage}`.length));
  return [
    'Bruk: kull <kommando> [valg]',
    '',
    ...commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}  ${summary}`),
    '',
    'Gjelder alle: --url ADRESSE (tjenesten som skal brukes), --json (svar som JSON), --help',
    '',
  ].join('\n');
};

const helpOf = ({ name, usage, summary, help }: CliCommand): string =>
  `Bruk: kull ${`${name} ${usage}`.trimEnd()}\n\n${summary}.\n\n${help}\n`;

const find = (argv: readonly string[]): { command: CliCommand; rest: readonly string[] } | undefined => {
  for (const command of commands) {
    const words = command.name.split(' ');
    if (words.every((word, i) => argv[i] === word)) return { command, rest: argv.slice(words.length) };
  }
  return undefined;
};

const callOf = (command: CliCommand, argv: readonly string[], env: NodeJS.ProcessEnv, terminal: Terminal): Call => {
  try {
    const options: CliCommand['options'] = { ...ofEveryCommand, ...command.options };
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return {
      positionals,
      text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
      flag: (option) => values[option] === true,
      env,
      terminal,
      progress: new Progress(terminal),
    };
  } catch (error) {
    throw new Unusable(error instanceof Error ? error.message : String(error), [
      `kull ${command.name} --help viser hva som kan brukes.`,
    ]);
  }
};

const tell = (terminal: Terminal, error: Unusable | NotDone | ServiceRefusal): void =>
  terminal.err(`${[error.message, ...error.details.map((line) => `  ${line}`)].join('\n')}\n`);

/** Runs one command line; answers its exit code: 0 done, 1 not done or something wrong, 2 unusable and nothing changed. */
export const runCli = async (argv: readonly string[], env: NodeJS.ProcessEnv, terminal: Terminal): Promise<number> => {
  if (argv.length === 0 || ['--help', '-h', 'help'].includes(argv[0] ?? '')) {
    terminal.out(overview());
    return argv.length === 0 ? 2 : 0;
  }
  const found = find(argv);
  if (!found) {
    terminal.err(`Ukjent kommando: ${argv.join(' ')}\n\n${overview()}`);
    return 2;
  }
  let call: Call | undefined;
  try {
    call = callOf(found.command, found.rest, env, terminal);
    if (call.flag('help')) {
      terminal.out(helpOf(found.command));
      return 0;
    }
    return await found.command.run(call);
  } catch (error) {
    call?.progress.end();
    if (error instanceof Unusable) {
      tell(terminal, error);
      return 2;
    }
    if (error instanceof NotDone) {
      tell(terminal, error);
      return 1;
    }
    if (error instanceof ServiceRefusal) {
      tell(terminal, error);
      return error.status < 500 ? 2 : 1;
    }
    terminal.err(`Noe gikk galt som ikke skulle kunne skje: ${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
};
