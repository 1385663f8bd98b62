import { faultText } from '@kull/messaging';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ReminderTick } from './reminder-tick';

/** How often a worker looks what is due. When nothing is, that is one statement. */
export interface PulseOptions {
  readonly everyMs: number;
}

/**
 * Makes the tick happen: at the start of a worker and then again and again. Only a pulse: it asks what is due and never
 * which tick this is, so a missed or doubled one changes nothing (reliability.md T30).
 */
@Injectable()
export class ReminderPulse implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('reminders');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly tick: ReminderTick,
    private readonly options: PulseOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.beat();
    this.timer = setInterval(() => this.beat(), this.options.everyMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private beat(): void {
    if (this.running) return;
    this.running = this.once().finally(() => {
      this.running = undefined;
    });
  }

  private async once(): Promise<void> {
    try {
      await this.tick.tick();
    } catch (fault) {
      this.log.warn({ message: 'not asked what is due', fault: faultText(fault) });
    }
  }
}
