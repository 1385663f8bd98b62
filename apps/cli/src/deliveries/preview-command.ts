import { z } from 'zod';
import type { Call, CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { plural } from '../terminal/text';
import { wantedFrom, wantedHelp, wantedOptions } from './wanted';

const usage = '[--class KLASSE] [--recipient ORGNR]';

const code = z.looseObject({ code: z.string(), means: z.string(), action: z.string() });
const named = { certificateNo: z.string(), lineNo: z.number(), version: z.number() };

export const preview = z.looseObject({
  addCount: z.number(),
  correctCount: z.number(),
  revokeCount: z.number(),
  pointsChange: z.number(),
  lines: z.array(
    z.looseObject({
      ...named,
      action: z.string(),
      reasonCode: z.string().optional(),
      familyName: z.string(),
      givenNames: z.string(),
      points: z.number(),
      pointsBefore: z.number().nullable(),
      changes: z.array(z.looseObject({ column: z.string(), before: z.string(), after: z.string() })),
      warnings: z.array(code),
    }),
  ),
  keptOut: z.array(z.looseObject({ ...named, codes: z.array(code) })),
  awaitingRepair: z.array(z.looseObject({ ...named, seq: z.number(), code })),
  awaitingComment: z.array(z.looseObject({ ...named, until: z.string() })),
});

type Preview = z.infer<typeof preview>;

const actionText: Readonly<Record<string, string>> = { ADD: 'ny', CORRECT: 'rettet', REVOKE: 'trukket' };

const lineText = ({
  certificateNo,
  action,
  reasonCode,
  familyName,
  givenNames,
  points,
  changes,
  warnings,
}: Preview['lines'][number]) =>
  [
    `  ${certificateNo}  ${familyName}, ${givenNames}  ${actionText[action] ?? action}, ${points} poeng${reasonCode ? `  ${reasonCode}` : ''}`,
    ...changes.map(({ column, before, after }) => `    ${column}: ${before || '–'} → ${after || '–'}`),
    ...warnings.map(({ code: warning, means }) => `    ! ${warning} ${means}`),
  ].join('\n');

const report = ({
  addCount,
  correctCount,
  revokeCount,
  pointsChange,
  lines,
  keptOut,
  awaitingRepair,
  awaitingComment,
}: Preview) =>
  [
    `Ville blitt levert nå: ${addCount} nye, ${correctCount} rettet, ${revokeCount} trukket. Kurspoeng hos mottakeren: ${pointsChange > 0 ? '+' : ''}${pointsChange}.`,
    ...lines.map(lineText),
    ...(keptOut.length > 0
      ? ['', `${plural(keptOut.length, 'linje holdes', 'linjer holdes')} tilbake av vår egen kontroll:`]
      : []),
    ...keptOut.map(
      ({ certificateNo, codes }) =>
        `  ${certificateNo}  ${codes.map((one) => `${one.code} ${one.means}. ${one.action}`).join(' ')}`,
    ),
    ...(awaitingRepair.length > 0
      ? ['', `${plural(awaitingRepair.length, 'avvist linje venter', 'avviste linjer venter')} på at noen retter:`]
      : []),
    ...awaitingRepair.map(
      ({ certificateNo, seq, code: one }) =>
        `  ${certificateNo}  levering ${seq}: ${one.code} ${one.means}. ${one.action}`,
    ),
    ...(awaitingComment.length > 0 ? ['', 'Tilbaketrekkinger som studenten ennå kan uttale seg om:'] : []),
    ...awaitingComment.map(({ certificateNo, until }) => `  ${certificateNo}  kan leveres fra ${until}`),
    '',
  ].join('\n');

export const deliveriesPreviewCommand: CliCommand = {
  name: 'deliveries preview',
  usage,
  summary: 'Viser hva som ville blitt levert nå, gammelt mot nytt',
  help: ['Lagrer ingenting.', ...wantedHelp].join('\n'),
  options: wantedOptions,
  run: async (call: Call) => {
    const service = serviceOf(call);
    const json = JSON.stringify(await wantedFrom(call, service));
    const answer = await service.postAnew('/v1/export-previews', { json }, preview);
    call.terminal.out(call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : report(answer));
    return 0;
  },
};
