import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { faultText } from './fault-text';

/** What is asked, in whose name faults are told, and how often. When nothing is due, asking is one statement. */
export interface PulseOptions {
  readonly of: string;
  readonly ask: () => Promise<unknown>;
  readonly everyMs: number;
}

/**
 * Makes a worker ask what is due: at its start and then again and again. Only a pulse: it asks what is due and never
 * which tick this is, so a missed or doubled one changes nothing (reliability.md T30).
 */
export class Pulse implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log: Logger;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly options: PulseOptions) {
    this.log = new Logger(options.of);
  }

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
      await this.options.ask();
    } catch (fault) {
      this.log.warn({ message: 'not asked what is due', fault: faultText(fault) });
    }
  }
}
