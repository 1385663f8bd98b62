import { errorFile } from '@kull/tables';
import { z } from 'zod';
import type { CliCommand } from '../command';
import { readInput } from '../files/input-file';
import { preparedFile } from '../files/output-file';
import { serviceOf } from '../service/connection';
import { Unusable } from '../terminal/failures';
import { number, table } from '../terminal/text';
import { argumentsOf, classNamed } from './class-name';
import { type ImportFile, importFile } from './import-file';
import { type ImportForm, type ImportKind, importForms, importKinds } from './import-forms';

const usage = `KLASSE FIL --as ${importKinds.join('|')} [--session ØKT]`;

const rejectedRow = z.looseObject({ row: z.number(), code: z.string(), message: z.string() });
const imported = z.looseObject({
  rows: z.number(),
  taken: z.number().optional(),
  enrolled: z.number().optional(),
  recorded: z.number().optional(),
  conflicts: z.number().optional(),
  notMarked: z.number().optional(),
  unchanged: z.number(),
  rejected: z.array(rejectedRow),
});

type Imported = z.infer<typeof imported>;

const kindIn = (text: string | undefined): ImportKind => {
  const kind = importKinds.find((one) => one === text);
  if (kind) return kind;
  throw new Unusable(`Oppgi hva filen er: --as ${importKinds.join(', ')}. Ingenting er endret.`);
};

const rejectedPath = (path: string): string => `${path.replace(/\.[^./\\]+$/, '')}.avvist.csv`;

/** The service counts the rows that were sent; people count those of their file. */
const asInFile = (rejected: Imported['rejected'], { table: { rows } }: ImportFile): Imported['rejected'] =>
  rejected.map((one) => ({ ...one, row: rows[one.row - 1]?.row ?? one.row }));

const counted = (label: string, count: number | undefined): string[][] =>
  count === undefined ? [] : [[label, number(count)]];

const report = (path: string, name: string, answer: Imported, errors: string | undefined): string =>
  [
    `${path} er ført i ${name}.`,
    '',
    table([
      ['Rader', number(answer.rows)],
      ...counted('  tatt inn', answer.taken ?? answer.enrolled ?? answer.recorded),
      ...counted('  der fra før', answer.unchanged),
      ...counted('  uenige med andre merker', answer.conflicts),
      ...counted('  ikke merket', answer.notMarked),
      ['  avvist', number(answer.rejected.length)],
    ]),
    ...(errors === undefined
      ? []
      : [
          '',
          ...answer.rejected.slice(0, 10).map(({ row, code, message }) => `rad ${row}  ${code}  ${message}`),
          ...(answer.rejected.length > 10 ? [`og ${answer.rejected.length - 10} til`] : []),
          `De avviste radene er i ${errors}: rett dem der, og før den filen.`,
        ]),
    '',
  ].join('\n');

export const classImportCommand: CliCommand = {
  name: 'class import',
  usage,
  summary: 'Fører en liste i en klasse: deltakere, oppmøte, resultater, obligatoriske deler eller et oppmøteark',
  help: [
    'FIL er CSV av alle slag, eller xlsx. Kolonnene kjennes igjen på norske og engelske navn; mangler noen, får du vite',
    'hvilke. Tider uten forskyvning er norske. --session ØKT hører til et oppmøteark (sheet).',
    '',
    'Samme fil én gang til endrer ingenting. Rader som ikke kan tas inn, skrives til FIL.avvist.csv med grunnen, slik at',
    'de kan rettes der og føres; resten er tatt inn. Avslutter med 0 også da.',
  ].join('\n'),
  options: { as: { type: 'string' }, session: { type: 'string' } },
  run: async (call) => {
    const { name, path } = argumentsOf(call, `class import ${usage}`, ['name', 'path']);
    const form: ImportForm = importForms[kindIn(call.text('as'))];
    const session = call.text('session');
    if (form.needsSession && session === undefined)
      throw new Unusable('Oppgi økten som arket gjelder: --session ØKT. Ingenting er endret.');
    const file = await importFile(path, readInput(path), form);
    const errorPath = rejectedPath(path);
    const write = preparedFile(errorPath);
    const client = serviceOf(call);
    const { at } = await classNamed(client, name);
    call.progress.step(`Fører ${number(file.table.rows.length)} rader`);
    const sent = await client.postAnew(`${at}/${form.path(session ?? '')}`, { csv: file.csv }, imported);
    call.progress.end();
    const answer = { ...sent, rejected: asInFile(sent.rejected, file) };
    const errors = answer.rejected.length > 0 ? errorPath : undefined;
    if (errors !== undefined) write(errorFile('avviste rader', file.table, answer.rejected).content);
    call.terminal.out(
      call.flag('json')
        ? `${JSON.stringify({ ...answer, rejectedFile: errors ?? null }, null, 2)}\n`
        : report(path, name, answer, errors),
    );
    return 0;
  },
};
