import { join } from 'node:path';
import { type Migration, migrationsIn } from '@kull/event-store';

export const remindersMigrations: readonly Migration[] = migrationsIn('reminders', join(__dirname, 'migrations'));
