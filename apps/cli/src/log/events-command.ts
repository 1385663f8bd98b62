import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { CliCommand } from '../command';
import { serviceOf } from '../service/connection';
import { Unusable } from '../terminal/failures';

/** A CloudEvent as the feed gives it. */
const event = z.looseObject({
  sequence: z.string().or(z.number()),
  time: z.string(),
  type: z.string(),
  subject: z.string(),
});
const feed = z.looseObject({ data: z.array(event) });

const pageSize = 200;

export const eventsTailCommand: CliCommand = {
  name: 'events tail',
  usage: '[--after N] [--once]',
  summary: 'Viser hendelsene etter hvert som de skjer',
  help: '--after N begynner etter posisjon N (ellers fra begynnelsen). --once stopper når siste hendelse er vist.\nCtrl-C avslutter.',
  options: { after: { type: 'string' }, once: { type: 'boolean' } },
  run: async (call) => {
    let after = Number(call.text('after') ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) throw new Unusable('--after skal være et helt tall fra 0 og opp.');
    const client = serviceOf(call);
    for (;;) {
      const { data } = await client.get(`/v1/events?after=${after}&limit=${pageSize}`, feed);
      for (const one of data)
        call.terminal.out(
          call.flag('json')
            ? `${JSON.stringify(one)}\n`
            : `${String(one.sequence).padStart(8)}  ${one.time}  ${one.type}  ${one.subject}\n`,
        );
      after = Math.max(after, ...data.map(({ sequence }) => Number(sequence)));
      if (data.length > 0) continue;
      if (call.flag('once')) return 0;
      await pause(1_000);
    }
  },
};
