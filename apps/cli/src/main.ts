import { runCli } from './cli';
import { processTerminal } from './terminal/terminal';

void runCli(process.argv.slice(2), process.env, processTerminal).then((code) => {
  process.exitCode = code;
});
