import { Database } from '@kull/event-store';
import type { Call } from '../command';
import { Unusable } from '../terminal/failures';

/** Works on the database itself, not through the service: for checks and repairs that must not trust the service. */
export const withDatabase = async <T>(call: Call, work: (database: Database) => Promise<T>): Promise<T> => {
  const url = call.text('database') ?? call.env.KULL_DATABASE_URL ?? call.env.DATABASE_URL;
  if (!url)
    throw new Unusable('Vet ikke hvor databasen er.', [
      'Bruk npm run kull -- …, sett DATABASE_URL, eller oppgi --database postgres://…',
    ]);
  const database = await Database.connect({ url, poolSize: 2 }).catch((error: unknown) => {
    throw new Unusable('Får ikke kontakt med databasen.', [error instanceof Error ? error.message : String(error)]);
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};
