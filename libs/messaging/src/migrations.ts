import { join } from 'node:path';
import { type Migration, migrationsIn } from '@kull/event-store';

/** The tables of messaging, for the migrator. */
export const messagingMigrations: readonly Migration[] = migrationsIn('messaging', join(__dirname, 'sql'));
