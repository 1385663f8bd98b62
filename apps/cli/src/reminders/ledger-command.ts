import { z } from 'zod';
import { classNames } from '../class/class-name';
import type { CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { timeText } from '../terminal/dates';
import { list } from '../terminal/text';
import { aboutText, channelText, countsText, stateText, subjectText, whatText } from './reminder-words';

const MOST = 200;

const ledger = z.looseObject({
  counts: z.record(z.string(), z.number()),
  data: z.array(
    z.looseObject({
      id: z.string(),
      subject: z.string(),
      step: z.string(),
      about: z.string(),
      recipient: z.string(),
      channel: z.string(),
      state: z.string(),
      stateAt: z.string(),
      attempts: z.number(),
      reason: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const report = ({ counts, data, nextCursor }: z.infer<typeof ledger>, classes: ReadonlyMap<string, string>): string => {
  const rows = data.map(({ id, subject, step, about, recipient, channel, state, stateAt, reason }) => [
    timeText(stateAt),
    `${stateText(state)}${reason ? ` (${reason})` : ''}`,
    whatText(subjectText(subject), step),
    channelText(channel),
    recipient,
    aboutText(about, classes),
    id,
  ]);
  return [
    `Påminnelser: ${countsText(counts)}.`,
    ...(rows.length > 0 ? ['', list(rows)] : []),
    ...(nextCursor ? ['', `Bare de ${MOST} nyeste vises.`] : []),
    '',
  ].join('\n');
};

export const remindersLedgerCommand: CliCommand = {
  name: 'reminders ledger',
  usage: '[--state TILSTAND] [--subject EMNE] [--recipient MOTTAKER]',
  summary: 'Viser hva som er sendt, feilet, har ukjent utfall eller ikke ble sendt, og hvorfor',
  help: [
    'TILSTAND: PLANNED, ATTEMPTING, SENT, DEFERRED, FAILED, UNKNOWN eller CANCELLED.',
    'EMNE: som GATHERING. MOTTAKER: per_…, staff:KODE eller office.',
  ].join('\n'),
  options: { state: { type: 'string' }, subject: { type: 'string' }, recipient: { type: 'string' } },
  run: async (call) => {
    const filter = ['state', 'subject', 'recipient'].flatMap((name) => {
      const said = call.text(name);
      return said === undefined ? [] : [`&${name}=${encodeURIComponent(said)}`];
    });
    const client = serviceOf(call);
    const answer = await client.get(`/v1/reminders?limit=${MOST}${filter.join('')}`, ledger);
    const text = call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : report(answer, await classNames(client));
    call.terminal.out(text);
    return 0;
  },
};
