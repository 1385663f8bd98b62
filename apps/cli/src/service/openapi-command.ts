import type { CliCommand } from '../command';
import { serviceOf } from './connection';

export const openapiCommand: CliCommand = {
  name: 'openapi',
  usage: '',
  summary: 'Skriver ut beskrivelsen av HTTP-grensesnittet (OpenAPI 3.1)',
  help: 'Den samme beskrivelsen vises av tjenesten på /api/docs.',
  options: {},
  run: async (call) => {
    call.terminal.out(`${(await serviceOf(call).download('/openapi.json')).bytes.toString('utf8').trimEnd()}\n`);
    return 0;
  },
};
