import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { argumentsOf, classNamed } from '../class/class-name';
import type { CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { Unusable } from '../terminal/failures';
import { plural } from '../terminal/text';

const usage = 'FIL --class KLASSE';

const count = z.number();
const preview = z.looseObject({
  version: count,
  rows: z.array(z.looseObject({ row: count, studentNo: z.string(), outcome: z.string(), message: z.string() })),
  totals: z.looseObject({
    rows: count,
    applied: count,
    unchanged: count,
    refused: count,
    certificates: z.looseObject({ issued: count, replaced: count, revoked: count }),
    lines: z.looseObject({ add: count, correct: count, revoke: count, keptOut: count, dropped: count }),
    letters: z.looseObject({ sent: count, notSent: count }),
  }),
});

/** The file itself, or `corrections.csv` in the folder. */
const fileAt = (path: string): Buffer => {
  try {
    return readFileSync(statSync(path).isDirectory() ? join(path, 'corrections.csv') : path);
  } catch {
    throw new Unusable(`Kan ikke lese ${path}. Ingenting er endret.`);
  }
};

const report = (name: string, { rows, totals }: z.infer<typeof preview>): string => {
  const { certificates, lines, letters } = totals;
  return [
    `Slik blir det om rettelsene føres i ${name}: ${plural(totals.applied, 'rettelse', 'rettelser')} av ${totals.rows}, ${totals.refused} avvises, ${totals.unchanged} er ført før.`,
    `  Kursbevis: ${certificates.issued} utstedes, ${certificates.replaced} erstattes, ${certificates.revoked} trekkes tilbake`,
    `  Neste leveranse: ${lines.add} nye linjer, ${lines.correct} rettes, ${lines.revoke} trekkes tilbake, ${lines.keptOut} holdes tilbake, ${lines.dropped} går ikke likevel`,
    `  Brev: ${letters.sent} sendes, ${letters.notSent} sendes ikke`,
    '',
    ...rows.map(({ row, studentNo, message }) => `Rad ${row}, ${studentNo}: ${message}`),
    '',
    'Ingenting er endret.',
    '',
  ].join('\n');
};

export const coursePreviewCommand: CliCommand = {
  name: 'course preview',
  usage,
  summary: 'Viser hvilke poeng, bevis, linjer og brev rettelsene i en fil berører, før de føres',
  help: [
    'FIL er en corrections.csv, eller mappen som den ligger i. Ingenting lagres.',
    'Avslutter med 1 når minst én rad avvises.',
  ].join('\n'),
  options: { class: { type: 'string' } },
  run: async (call) => {
    const { file } = argumentsOf(call, `course preview ${usage}`, ['file']);
    const name = call.text('class');
    if (name === undefined) throw new Unusable('Oppgi klassen: --class KLASSE. Ingenting er endret.');
    const csv = fileAt(file);
    const client = serviceOf(call);
    const { at } = await classNamed(client, name);
    const answer = await client.postAnew(`${at}/correction-previews`, { csv }, preview);
    call.terminal.out(call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : report(name, answer));
    return answer.totals.refused > 0 ? 1 : 0;
  },
};
