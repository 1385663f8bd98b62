import { z } from 'zod';
import type { KullClient } from '../service/client';

const plans = z.looseObject({ data: z.array(z.looseObject({ onSince: z.string().nullable() })) });

/** Switches on every reminder of these programmes, from the service's now on. What is on stays as it is. */
export const switchOnReminders = async (client: KullClient, programmes: readonly string[]): Promise<void> => {
  for (const programme of new Set(programmes)) {
    const at = `/v1/reminder-plans/${encodeURIComponent(programme)}`;
    const { data } = await client.get(at, plans);
    if (data.every(({ onSince }) => onSince !== null)) continue;
    await client.postAnew(`${at}/switches`, { json: JSON.stringify({ on: true }) }, plans);
  }
};
