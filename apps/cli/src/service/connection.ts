import type { Call } from '../command';
import { Unusable } from '../terminal/failures';
import { KullClient } from './client';

/** The service that the command line was told to use. */
export const serviceOf = (call: Call): KullClient => {
  const url = call.text('url') ?? call.env.KULL_URL;
  if (!url)
    throw new Unusable('Vet ikke hvor tjenesten er.', [
      'Bruk npm run kull -- …, som finner den eller starter en, eller oppgi --url http://…',
    ]);
  return new KullClient(url, call.env.KULL_TOKEN);
};
