import { z } from 'zod';
import { argumentsOf } from '../class/class-name';
import type { CliCommand } from '../command';
import { readInput } from '../files/input-file';
import { serviceOf } from '../service/connection';
import { Unusable } from '../terminal/failures';

const usage = 'NUMMER [FIL]';

const listed = z.looseObject({ id: z.string(), seq: z.number() });
const taken = z.looseObject({
  rows: z.number(),
  taken: z.number(),
  unchanged: z.number(),
  rejected: z.array(
    z.looseObject({ row: z.number(), certificateNo: z.string(), code: z.string(), message: z.string() }),
  ),
});
const receipts = z.looseObject({
  counts: z.looseObject({ sent: z.number(), received: z.number(), rejected: z.number(), posted: z.number() }),
  lines: z.array(
    z.looseObject({
      certificateNo: z.string(),
      state: z.string(),
      code: z.looseObject({ code: z.string(), means: z.string(), action: z.string() }).nullable(),
      contradictory: z.boolean(),
      sentAgain: z.boolean(),
    }),
  ),
});

type Receipts = z.infer<typeof receipts>;

const lineText = ({ certificateNo, state, code, contradictory, sentAgain }: Receipts['lines'][number]): string[] => {
  if (state !== 'REJECTED' && code === null && !contradictory) return [];
  const said = code ? `${code.code} ${code.means}. ${code.action}` : '';
  const more = [
    ...(contradictory ? ['Kvitteringene motsier hverandre.'] : []),
    ...(sentAgain ? ['Levert igjen siden.'] : []),
  ];
  return [`  ${certificateNo}  ${state === 'REJECTED' ? 'avvist' : 'mottatt'}  ${[said, ...more].join(' ')}`];
};

const report = (seq: string, { counts, lines }: Receipts): string =>
  [
    `Levering ${seq}: ${counts.posted} ført, ${counts.received} mottatt, ${counts.rejected} avvist, ${counts.sent} uten svar.`,
    ...lines.flatMap(lineText),
    '',
  ].join('\n');

export const deliveriesReceiptsCommand: CliCommand = {
  name: 'deliveries receipts',
  usage,
  summary: 'Viser kvitteringene for en levering, eller leser inn en kvitteringsfil',
  help: [
    'NUMMER er leveringens nummer, som 18.',
    'FIL: CSV med kolonnene certificate_id;line_no;version;result;code;message;received_at.',
    'Samme fil igjen endrer ingenting.',
  ].join('\n'),
  options: {},
  run: async (call) => {
    const { seq, rest } = argumentsOf(call, `deliveries receipts ${usage}`, ['seq'], 2);
    const service = serviceOf(call);
    const found = (await service.list('/v1/exports', listed)).find((one) => one.seq === Number(seq));
    if (!found) throw new Unusable(`Fant ikke levering ${seq}. Ingenting er endret.`);
    const [file] = rest;
    if (file !== undefined) {
      const path = `/v1/exports/${found.id}/acknowledgement-imports`;
      const answer = await service.postAnew(path, { csv: readInput(file) }, taken);
      call.terminal.err(
        `${answer.taken} kvitteringer tatt inn, ${answer.unchanged} kjente, ${answer.rejected.length} avvist.\n`,
      );
      for (const { row, certificateNo, message } of answer.rejected)
        call.terminal.err(`  rad ${row}  ${certificateNo}  ${message}\n`);
    }
    const answer = await service.get(`/v1/exports/${found.id}/acknowledgements`, receipts);
    call.terminal.out(call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : report(seq, answer));
    return 0;
  },
};
