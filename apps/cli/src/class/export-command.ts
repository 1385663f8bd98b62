import { type TableDefinition, tableReply } from '@kull/tables';
import { z } from 'zod';
import type { CliCommand } from '../command';
import { formOf, preparedFile } from '../files/output-file';
import type { KullClient } from '../service/client';
import { clockOf } from '../service/clock-command';
import { serviceOf } from '../service/connection';
import { Unusable } from '../terminal/failures';
import { argumentsOf, classNamed, type NamedClass } from './class-name';
import { attendanceLines, attendanceTable, registerLines, registerTable } from './export-tables';
import { registersOf } from './registers';
import { namesIn, rosterOf } from './roster';

const kinds = ['roster', 'attendance', 'register'] as const;
const forms = ['csv', 'xlsx'] as const;
type Kind = (typeof kinds)[number];
type Form = (typeof forms)[number];

const usage = `KLASSE --what ${kinds.join('|')} --out FIL.csv|.xlsx`;

const overview = z.looseObject({ position: z.number() });

const kindIn = (text: string | undefined): Kind => {
  const kind = kinds.find((one) => one === text);
  if (kind) return kind;
  throw new Unusable(`Oppgi hva du vil ha: --what ${kinds.join(', ')}. Ingenting er endret.`);
};

const fileOf = async <Row>(
  client: KullClient,
  definition: TableDefinition<Row>,
  rows: readonly Row[],
  form: Form,
): Promise<Uint8Array> => {
  if (form === 'csv') return (await tableReply(definition, rows, { format: 'csv' })).content;
  const [{ now: madeAt }, { position }] = await Promise.all([clockOf(client), client.get('/v1/overview', overview)]);
  return (
    await tableReply(definition, rows, {
      format: 'xlsx',
      about: { language: 'nb', query: definition.name, madeAt, position },
    })
  ).content;
};

const contentOf = async (client: KullClient, { at, name }: NamedClass, kind: Kind, form: Form): Promise<Uint8Array> => {
  if (kind === 'roster') return (await client.download(`${at}/files/roster.${form}`)).bytes;
  const lines = attendanceLines((await client.download(`${at}/files/attendance.csv`)).bytes);
  const title = name.replace('/', ' ');
  if (kind === 'attendance') return fileOf(client, attendanceTable(title), lines, form);
  const sessions = (await registersOf(client, at)).map(({ session }) => session);
  const rows = registerLines(namesIn(await rosterOf(client, at)), lines);
  return fileOf(client, registerTable(title, sessions), rows, form);
};

export const classExportCommand: CliCommand = {
  name: 'class export',
  usage,
  summary: 'Skriver klasselisten eller oppmøtet i en klasse som CSV eller Excel',
  help: [
    'roster er klasselisten. attendance er hvert merke som gjelder, ett på linjen; filen kan føres igjen med class import.',
    'register er én linje per student og én kolonne per økt. CSV er slik norsk Excel vil ha den.',
  ].join('\n'),
  options: { what: { type: 'string' }, out: { type: 'string', short: 'o' } },
  run: async (call) => {
    const { name } = argumentsOf(call, `class export ${usage}`, ['name']);
    const kind = kindIn(call.text('what'));
    const out = call.text('out');
    if (!out) throw new Unusable('Oppgi hvor filen skal skrives: --out FIL.csv eller FIL.xlsx. Ingenting er endret.');
    const form = formOf(out, forms);
    const write = preparedFile(out);
    const client = serviceOf(call);
    write(await contentOf(client, await classNamed(client, name), kind, form));
    call.terminal.out(call.flag('json') ? `${JSON.stringify({ out })}\n` : `${out} er skrevet.\n`);
    return 0;
  },
};
