import { DatabaseClock } from '@kull/http';
import { addDays, localDateInOslo, uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { ApplicationLetters } from '../commands/application-letters';
import { LetterWriter } from '../commands/letter-writer';
import { NEWS_DAYS } from '../domain/appeal';

/**
 * Writes the letters that an application is to have and has not. What is no news any more was told somewhere else: its
 * letter is written if somebody asks for it.
 */
@Injectable()
@JobHandler('write-letters', { concurrency: 2 })
export class WriteLetters {
  constructor(
    private readonly applications: ApplicationLetters,
    private readonly writer: LetterWriter,
    private readonly clock: DatabaseClock,
  ) {}

  async handle({ applicationId }: { readonly applicationId: string }, { fence }: JobContext): Promise<void> {
    const found = await this.applications.find(applicationId);
    if (!found) return;
    const now = await this.clock.now();
    const since = addDays(localDateInOslo(now), -NEWS_DAYS);
    for (const due of found.due.filter(({ on }) => on >= since)) {
      const commandId = uuidOf('WriteLetter', due.id);
      await this.writer.write(
        found,
        due,
        { commandId, actor: 'worker', occurredAt: now, source: 'reaction' },
        { fence },
      );
    }
  }
}
