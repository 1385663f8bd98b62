import type { CliCommand } from '../command';
import { folderAndOutput } from '../files/arguments';
import { readFolder } from '../files/folder';
import { prepareOutput, writeOutput } from '../files/output';
import { serviceOf } from '../service/connection';
import { intakeFiles } from './intake-files';
import { intakeFolder } from './intake-folder';
import { intakeReport } from './intake-report';
import { runIntake } from './intake-run';

export const intakeRunCommand: CliCommand = {
  name: 'intake run',
  usage: 'MAPPE --out UT',
  summary: 'Fører et helt opptak gjennom tjenesten og skriver resultatfilene',
  help: [
    'MAPPE holder intake.json, applications.csv, assessments.csv, answers.csv, hpr-register.csv og municipalities.csv.',
    'UT får rejected-rows.csv, decisions.csv, offers.csv, class-lists.csv og waiting-lists.csv.',
    '',
    'Alt kan kjøres igjen: samme mappe gir de samme filene og endrer ingenting.',
    'Avslutter med 0 når mappen er ført gjennom (også med avviste rader), 2 når den ikke kan brukes og ingenting er',
    'endret, 1 når noe gjenstår.',
  ].join('\n'),
  options: { out: { type: 'string', short: 'o' } },
  run: async (call) => {
    const { directory, out } = folderAndOutput(call);
    const folder = readFolder(directory, intakeFolder);
    const output = prepareOutput(out);
    const client = serviceOf(call);
    const run = await runIntake(client, folder, call.progress);
    call.progress.step('Henter filene');
    const files = await intakeFiles(client, run);
    writeOutput(output, files);
    call.progress.end();
    call.terminal.out(
      call.flag('json')
        ? `${JSON.stringify(run.summary, null, 2)}\n`
        : `${intakeReport(run.summary)}${files.size} filer i ${out}\n`,
    );
    return 0;
  },
};
