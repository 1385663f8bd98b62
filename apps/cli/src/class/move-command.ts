import { isLocalDate } from '@kull/kernel';
import { z } from 'zod';
import type { CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { periodText, timeText } from '../terminal/dates';
import { Unusable } from '../terminal/failures';
import { plural } from '../terminal/text';
import { argumentsOf, classNamed } from './class-name';

const usage = 'KLASSE SAMLING --to ÅÅÅÅ-MM-DD [--do]';

const placement = z.looseObject({ startsOn: z.string(), endsOn: z.string(), venue: z.string() });
const said = z.looseObject({ message: z.string() });
const move = z.looseObject({
  consequences: z
    .looseObject({
      gathering: z.number(),
      title: z.string(),
      before: placement,
      after: placement,
      touched: z.looseObject({
        students: z.array(z.string()),
        guests: z.array(z.string()),
        teachers: z.array(z.string()),
      }),
      notices: z.array(z.looseObject({ language: z.string(), recipients: z.array(z.string()) })),
      notReached: z.array(z.string()),
      reminders: z.array(
        z.looseObject({ daysBefore: z.number(), before: z.string(), after: z.string(), outcome: z.string() }),
      ),
      calendarFeeds: z.number(),
    })
    .nullable(),
  clashes: z.array(said),
  warnings: z.array(said),
  refusal: z.looseObject({ title: z.string(), detail: z.string().optional() }).nullish(),
});

type Move = z.infer<typeof move>;
type Consequences = NonNullable<Move['consequences']>;

const outcomeText: Readonly<Record<string, string>> = {
  MOVES: 'flyttes',
  STAYS: 'står',
  SENT_AGAIN: 'er sendt, og sendes på nytt',
  NOT_SENT: 'sendes ikke: tidspunktet er passert',
};

const touchedText = ({ touched: { students, guests, teachers } }: Consequences): string =>
  [
    plural(students.length, 'student', 'studenter'),
    ...(guests.length > 0 ? [plural(guests.length, 'gjest', 'gjester')] : []),
    plural(teachers.length, 'underviser', 'undervisere'),
  ].join(', ');

const consequenceLines = (consequences: Consequences): string[] => {
  const { before, after, notices, notReached, reminders, calendarFeeds } = consequences;
  const mails = notices.map(({ language, recipients }) => `${language} ${recipients.length}`).join(', ');
  return [
    `  ${periodText(before.startsOn, before.endsOn)}, ${before.venue} → ${periodText(after.startsOn, after.endsOn)}, ${after.venue}`,
    `  Berører ${touchedText(consequences)}`,
    `  Får beskjed på e-post når påminnelsene er slått på: ${mails || 'ingen'}`,
    `  Kalendere som endres av seg selv: ${calendarFeeds}`,
    ...(notReached.length > 0 ? [`  Må få beskjed på annen måte: ${notReached.join(', ')}`] : []),
    ...reminders.map(
      ({ daysBefore, before: was, after: is, outcome }) =>
        `  Påminnelse ${plural(daysBefore, 'dag', 'dager')} før: ${timeText(was)} → ${timeText(is)}, ${outcomeText[outcome] ?? outcome}`,
    ),
  ];
};

const report = (name: string, gathering: string, { consequences, clashes, warnings, refusal }: Move, done: boolean) =>
  [
    ...(consequences
      ? [`${done ? 'Flyttet' : 'Slik blir det om du flytter'} samling ${gathering} i ${name}: ${consequences.title}`]
      : []),
    ...(consequences || refusal ? [] : [`Samling ${gathering} i ${name} står der allerede.`]),
    ...(consequences ? consequenceLines(consequences) : []),
    ...(clashes.length > 0 ? ['Kollisjoner:', ...clashes.map(({ message }) => `  ${message}`)] : []),
    ...(warnings.length > 0 ? ['Se på dette:', ...warnings.map(({ message }) => `  ${message}`)] : []),
    ...(refusal
      ? [
          `Samling ${gathering} i ${name} kan ikke flyttes dit: ${[refusal.title, refusal.detail].filter(Boolean).join('. ')}`,
        ]
      : []),
    ...(done || refusal || !consequences ? [] : ['Ingenting er endret. Kjør det samme med --do for å flytte.']),
    '',
  ].join('\n');

export const classMoveCommand: CliCommand = {
  name: 'class move',
  usage,
  summary: 'Viser hva det betyr å flytte en samling, og flytter den med --do',
  help: [
    'SAMLING er nummeret på samlingen. Den begynner på dagen i --to og beholder økter, tider på dagen og lengde.',
    'Uten --do vises hvem som berøres, hva som sendes på hvilket språk, hvilke påminnelser som flyttes, og kollisjoner.',
    'Avslutter med 1 når samlingen ikke kan flyttes dit.',
  ].join('\n'),
  options: { to: { type: 'string' }, do: { type: 'boolean' } },
  run: async (call) => {
    const { name, gathering } = argumentsOf(call, `class move ${usage}`, ['name', 'gathering']);
    const startsOn = call.text('to');
    if (!/^\d{1,2}$/.test(gathering)) throw new Unusable(`${gathering} er ikke nummeret på en samling.`);
    if (startsOn === undefined || !isLocalDate(startsOn))
      throw new Unusable('Oppgi den første dagen: --to ÅÅÅÅ-MM-DD. Ingenting er endret.');
    const client = serviceOf(call);
    const { at } = await classNamed(client, name);
    const done = call.flag('do');
    const path = `${at}/gatherings/${gathering}/${done ? 'moves' : 'move-previews'}`;
    const answer = await client.postAnew(path, { json: JSON.stringify({ startsOn }) }, move);
    call.terminal.out(
      call.flag('json') ? `${JSON.stringify(answer, null, 2)}\n` : report(name, gathering, answer, done),
    );
    return answer.refusal ? 1 : 0;
  },
};
