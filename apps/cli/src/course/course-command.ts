import type { CliCommand } from '../command';
import { folderAndOutput } from '../files/arguments';
import { readFolder } from '../files/folder';
import { prepareOutput, writeOutput } from '../files/output';
import { serviceOf } from '../service/connection';
import { courseFiles } from './course-files';
import { courseFolder } from './course-folder';
import { courseReport } from './course-report';
import { runCourse } from './course-run';

export const courseRunCommand: CliCommand = {
  name: 'course run',
  usage: 'MAPPE --out UT',
  summary: 'Fører et helt kurs gjennom tjenesten og skriver resultatfilene, kursbevisene og leveransene',
  help: [
    'MAPPE holder course.json, participants.csv, attendance.csv, results.csv, corrections.csv og hpr-register.csv.',
    'UT får rejected-rows.csv, awards.csv, awards-final.csv, certificates.csv, certificates/*.pdf og deliveries/*.',
    '',
    'Alt kan kjøres igjen: samme mappe gir de samme filene og endrer ingenting.',
    'Avslutter med 0 når mappen er ført gjennom (også med avviste rader), 2 når den ikke kan brukes og ingenting er',
    'endret, 1 når noe gjenstår.',
  ].join('\n'),
  options: { out: { type: 'string', short: 'o' } },
  run: async (call) => {
    const { directory, out } = folderAndOutput(call);
    const folder = readFolder(directory, courseFolder);
    const output = prepareOutput(out);
    const client = serviceOf(call);
    const run = await runCourse(client, folder, call.progress);
    call.progress.step('Henter filene');
    const files = await courseFiles(client, run, call.progress);
    writeOutput(output, files);
    call.progress.end();
    const documents = [...files.keys()].filter((name) => name.startsWith('certificates/')).length;
    const deliveries = [...files.keys()].filter((name) => name.endsWith('.manifest.json')).length;
    call.terminal.out(
      call.flag('json')
        ? `${JSON.stringify({ ...run.summary, documents, deliveries }, null, 2)}\n`
        : `${courseReport(run.summary)}${files.size} filer i ${out}, av dem ${documents} kursbevis (alle versjoner) og ${deliveries} leveranser.\n`,
    );
    return 0;
  },
};
