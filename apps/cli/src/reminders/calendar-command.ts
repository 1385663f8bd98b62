import { z } from 'zod';
import { classNames } from '../class/class-name';
import type { CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { timeText } from '../terminal/dates';
import { list, plural } from '../terminal/text';
import { aboutText, channelText, whatText } from './reminder-words';

const calendar = z.looseObject({
  from: z.string(),
  until: z.string(),
  data: z.array(
    z.looseObject({
      sendAt: z.string(),
      reason: z.string(),
      step: z.string(),
      about: z.string(),
      recipient: z.string(),
      channel: z.string(),
      cancelledBy: z.string(),
      standing: z.string(),
    }),
  ),
  work: z.looseObject({
    open: z.number(),
    oldestDueAt: z.string().nullable(),
    quarantined: z.number(),
    unknown: z.number(),
    deferred: z.number(),
  }),
});

type Calendar = z.infer<typeof calendar>;

const standings: Readonly<Record<string, string>> = {
  waiting: ' (har forfalt, venter)',
  declined: ' (meldt av, sendes ikke)',
};

const workText = ({ work }: Calendar): string => {
  const { open, quarantined, unknown, deferred } = work;
  const wrong = [
    ...(quarantined > 0 ? [`${plural(quarantined, 'jobb', 'jobber')} i karantene`] : []),
    ...(unknown > 0 ? [`${unknown} med ukjent utfall: kull reminders ledger --state UNKNOWN`] : []),
    ...(deferred > 0 ? [`${deferred} prøves igjen`] : []),
  ];
  return [`Arbeid: ${plural(open, 'jobb', 'jobber')} venter.`, ...wrong.map((text) => `  ${text}`)].join('\n');
};

type Entry = Calendar['data'][number];

/** Those that are told the same at the same time stand in one line. */
const together = (data: readonly Entry[]): readonly (readonly [Entry, ...Entry[]])[] => {
  const lines = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of data) {
    const { sendAt, reason, step, channel, about, standing } = entry;
    const line = [sendAt, reason, step, channel, about, standing].join('\n');
    const same = lines.get(line);
    if (same) same.push(entry);
    else lines.set(line, [entry]);
  }
  return [...lines.values()];
};

const report = (answer: Calendar, classes: ReadonlyMap<string, string>): string => {
  const { data, until } = answer;
  const rows = together(data).map((entries) => {
    const [{ sendAt, reason, step, recipient, channel, about, standing }] = entries;
    return [
      timeText(sendAt),
      whatText(reason, step),
      channelText(channel),
      entries.length === 1 ? recipient : plural(entries.length, 'mottaker', 'mottakere'),
      `${aboutText(about, classes)}${standings[standing] ?? ''}`,
    ];
  });
  const stops = new Map(data.map(({ reason, cancelledBy }) => [reason, cancelledBy]));
  return [
    `${plural(data.length, 'melding', 'meldinger')} fram til ${timeText(until)}.`,
    ...(rows.length > 0 ? ['', list(rows), '', 'Sendes ikke likevel hvis:'] : []),
    ...[...stops].map(([reason, by]) => `  ${reason}: ${by}`),
    '',
    workText(answer),
    '',
  ].join('\n');
};

export const remindersCalendarCommand: CliCommand = {
  name: 'reminders calendar',
  usage: '[--until DAG] [--subject EMNE]',
  summary: 'Viser hva som vil bli sendt, til hvem, hvorfor, og hva som ville stoppe det',
  help: [
    '--until DAG: hvor langt fram (2027-03-01); uten det fire uker.',
    '--subject EMNE: bare dette, som GATHERING.',
    'Ved siden av står det som venter, sitter fast eller har ukjent utfall. Med --json står hver mottaker for seg.',
  ].join('\n'),
  options: { until: { type: 'string' }, subject: { type: 'string' } },
  run: async (call) => {
    const query = ['until', 'subject'].flatMap((name) => {
      const said = call.text(name);
      return said === undefined ? [] : [`${name}=${encodeURIComponent(said)}`];
    });
    const path = `/v1/reminder-calendar${query.length > 0 ? `?${query.join('&')}` : ''}`;
    const client = serviceOf(call);
    const answer = await client.get(path, calendar);
    const text = call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : report(answer, await classNames(client));
    call.terminal.out(text);
    return 0;
  },
};
