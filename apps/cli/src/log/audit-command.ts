import { readFileSync } from 'node:fs';
import { type Audit, type LogCheckpoint, verifyLog } from '@kull/event-store';
import { z } from 'zod';
import type { CliCommand } from '../command';
import { Unusable } from '../terminal/failures';
import { number } from '../terminal/text';
import { withDatabase } from './database';

type Broken = Extract<Audit, { intact: false }>;

const what: Readonly<Record<Broken['what'], string>> = {
  CONTENT_CHANGED: 'innholdet eller kjedeverdien er ikke det som ble lagret',
  POSITION_MISSING: 'hendelsen mangler',
  STREAM_VERSION_WRONG: 'versjonen i strømmen stemmer ikke',
  HEAD_DIFFERS: 'loggens ende stemmer ikke: hendelser er tatt bort eller lagt til bakerst',
  CHECKPOINT_DIFFERS: 'loggen er en annen enn da kontrollpunktet ble tatt',
};

const kept = z.looseObject({
  checkpoint: z.looseObject({ size: z.number().int(), hash: z.string(), root: z.string() }),
});

/** What an earlier `audit verify --json` said, kept outside the database. */
const checkpointsIn = (path: string | undefined): readonly LogCheckpoint[] => {
  if (path === undefined) return [];
  try {
    return [kept.parse(JSON.parse(readFileSync(path, 'utf8'))).checkpoint];
  } catch (error) {
    throw new Unusable(`${path} er ikke svaret fra en tidligere audit verify --json.`, [String(error)]);
  }
};

const finding = (audit: Broken): string =>
  [
    `Loggen er endret. Første feil er hendelse ${audit.position}${audit.type ? `, ${audit.type} i ${audit.stream}` : ''}:`,
    `  ${what[audit.what]}.`,
    '',
    'Stans skriving, ta vare på databasen som den er, og sammenlikn med sikkerhetskopien (docs/operations.md).',
    '',
  ].join('\n');

export const auditVerifyCommand: CliCommand = {
  name: 'audit verify',
  usage: '[--against FIL] [--database URL]',
  summary: 'Regner ut loggens kjede og tre på nytt og finner den første hendelsen som er endret',
  help: 'Leser databasen direkte og stoler ikke på noen lagret kontrollverdi. --against sammenlikner med svaret fra en\ntidligere audit verify --json, tatt vare på et annet sted: da synes det også om hele loggen er skrevet om.\nAvslutter med 0 når loggen er uendret, 1 når den ikke er det.',
  options: { database: { type: 'string' }, against: { type: 'string' } },
  run: (call) => {
    const checkpoints = checkpointsIn(call.text('against'));
    return withDatabase(call, async (database) => {
      call.progress.step('Regner gjennom loggen');
      const audit = await verifyLog(database, checkpoints);
      call.progress.end();
      if (call.flag('json')) call.terminal.out(`${JSON.stringify(audit)}\n`);
      else if (audit.intact)
        call.terminal.out(
          `Loggen er uendret: ${number(audit.checkpoint.size)} hendelser.\nKjede ${audit.checkpoint.hash}\nTre   ${audit.checkpoint.root}\n`,
        );
      else call.terminal.out(finding(audit));
      return audit.intact ? 0 : 1;
    });
  },
};
