import { type Audit, verifyLog } from '@kull/event-store';
import type { CliCommand } from '../command';
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
  usage: '[--database URL]',
  summary: 'Regner ut loggens kjede og tre på nytt og finner den første hendelsen som er endret',
  help: 'Leser databasen direkte og stoler ikke på noen lagret kontrollverdi.\nAvslutter med 0 når loggen er uendret, 1 når den ikke er det.',
  options: { database: { type: 'string' } },
  run: (call) =>
    withDatabase(call, async (database) => {
      call.progress.step('Regner gjennom loggen');
      const audit = await verifyLog(database);
      call.progress.end();
      if (call.flag('json')) call.terminal.out(`${JSON.stringify(audit)}\n`);
      else if (audit.intact)
        call.terminal.out(
          `Loggen er uendret: ${number(audit.checkpoint.size)} hendelser.\nKjede ${audit.checkpoint.hash}\nTre   ${audit.checkpoint.root}\n`,
        );
      else call.terminal.out(finding(audit));
      return audit.intact ? 0 : 1;
    }),
};
