import { localDateInOslo, parseInstant } from '@kull/kernel';
import { z } from 'zod';
import type { CliCommand } from '../command';
import { dayText, timeText } from '../terminal/dates';
import { Unusable } from '../terminal/failures';
import type { KullClient } from './client';
import { serviceOf } from './connection';

const shown = z.looseObject({ now: z.string(), moved: z.boolean() });

export type ShownClock = z.infer<typeof shown>;

/** What the clock of the service shows. */
export const clockOf = (client: KullClient): Promise<ShownClock> => client.get('/v1/clock', shown);

/** Sets the clock of the service; null sets it back to the machine's. */
export const setClock = (client: KullClient, now: string | null): Promise<ShownClock> =>
  client.put('/v1/clock', { json: JSON.stringify({ now }) }, shown);

const wantedIn = (text: string): string | null => {
  if (text === 'reset') return null;
  if (parseInstant(text) !== undefined) return text;
  throw new Unusable('Oppgi et tidspunkt med forskyvning fra UTC, som 2027-02-26T08:00:00+01:00, eller reset.');
};

const words = ({ now, moved }: ShownClock): string =>
  `Klokken i tjenesten viser ${dayText(localDateInOslo(now)).split(' ')[0]} ${timeText(now)}${moved ? '. Den er stilt' : ''}.\n`;

export const clockCommand: CliCommand = {
  name: 'clock',
  usage: '[TIDSPUNKT | reset]',
  summary: 'Viser eller stiller klokken i tjenesten, for demonstrasjon og prøve',
  help: [
    'TIDSPUNKT er som 2027-02-26T08:00:00+01:00; klokken går videre derfra. reset stiller den tilbake.',
    'I drift kan klokken ikke stilles.',
  ].join('\n'),
  options: {},
  run: async (call) => {
    const [wanted, ...rest] = call.positionals;
    if (rest.length > 0) throw new Unusable('Bruk: kull clock [TIDSPUNKT | reset].');
    const now = wanted === undefined ? undefined : wantedIn(wanted);
    const client = serviceOf(call);
    const clock = now === undefined ? await clockOf(client) : await setClock(client, now);
    call.terminal.out(call.flag('json') ? `${JSON.stringify(clock)}\n` : words(clock));
    return 0;
  },
};
