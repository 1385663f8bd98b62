/**
 * Runs one task at a time: a wake-up while it runs makes it run once more. A task that fails is told about and tried
 * again after a pause.
 */
export class Loop {
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly task: () => Promise<void>,
    private readonly onFault: (fault: unknown) => void,
    private readonly pauseMs = 1_000,
  ) {}

  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.run().finally(() => {
      this.running = undefined;
    });
  }

  /** Wakes it after a while, if nothing does earlier. */
  wakeIn(ms: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), ms);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    do {
      this.again = false;
      try {
        await this.task();
      } catch (fault) {
        this.again = false;
        this.onFault(fault);
        this.wakeIn(this.pauseMs);
      }
    } while (this.again && !this.stopped);
  }
}
