import { join } from 'node:path';
import { type Migration, migrationsIn, type WhoseTables } from '@kull/event-store';

/** The tables of messaging, for the migrator. */
export const messagingMigrations: readonly Migration[] = migrationsIn('messaging', join(__dirname, 'sql'));

/** Work is nobody's to read. */
export const messagingWhose: WhoseTables = {
  'messaging.outbox': { staff: 'work that is owed, of everybody' },
  'messaging.reaction_checkpoint': { staff: 'how far reactions have come' },
  'messaging.done_count': { staff: 'how much work was done' },
};
