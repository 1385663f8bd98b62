import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoteOverdueExports } from '@kull/deliveries/reactions/note-overdue-exports';
import { type Envelope, type Letter, MailSender, type SendOutcome } from '@kull/mail/contracts';
import { SmtpMailSender } from '@kull/mail/smtp/smtp-mail-sender';
import { smtpServerOf } from '@kull/mail/smtp/smtp-options';
import { Messaging } from '@kull/messaging';
import { ReminderTick } from '@kull/reminders/planning/reminder-tick';
import { SendReminders } from '@kull/reminders/reactions/send-reminders';
import { NestFactory } from '@nestjs/core';
import { configFrom, mailFrom } from '../../../apps/config';
import { WorkerModule } from '../../../apps/worker/src/worker.module';

/** What the test asks of a worker, and what the worker answers with. */
export type Asked =
  | { readonly ask: number; readonly what: 'tick' | 'idle' }
  /** Is gone so long after it began to tick. */
  | { readonly what: 'die'; readonly afterMs: number };

/** What a worker did when the clock struck. */
export interface Ticked {
  readonly planned: number;
  readonly handed: number;
  /** Deliveries that are overdue. */
  readonly noted: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** From now on this process is so many days off, whatever asks: `Date` is another one. */
const goWrong = (days: number): void => {
  const RightDate = Date;
  const off = days * 86_400_000;
  globalThis.Date = class extends RightDate {
    constructor(...given: []) {
      if (given.length === 0) super(RightDate.now() + off);
      else super(...given);
    }
    static override now(): number {
      return RightDate.now() + off;
    }
  } as DateConstructor;
};

/** How many letters are being sent; nothing new is begun by a process that is about to die. */
class Gate {
  running = 0;
  private dying = 0;

  async through<T>(work: () => Promise<T>): Promise<T> {
    while (this.dying > 0) await pause(5);
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
    }
  }

  /** With those, and only those, who are to die in the midst of a letter. */
  async shut(midst: number): Promise<void> {
    this.dying += midst;
    while (this.running > this.dying) await pause(2);
  }

  async shutIdle(): Promise<void> {
    this.dying += 1_000;
    while (this.running > 0) await pause(2);
  }
}

const gate = new Gate();

/** The first letter to some addresses kills the process: before the server hears of it, or after it said 250 (F35). */
class DeadlyMail extends MailSender {
  constructor(
    private readonly mail: MailSender,
    private readonly folder: string,
    private readonly deadly: Readonly<Record<string, 'KILL_BEFORE' | 'KILL_AFTER'>>,
  ) {
    super();
  }

  async send(letter: Letter, envelope: Envelope): Promise<SendOutcome> {
    const { address } = envelope.to;
    const kills = this.deadly[address];
    if (kills === undefined || !this.isFirst(address)) return this.mail.send(letter, envelope);
    if (kills === 'KILL_AFTER') await this.mail.send(letter, envelope);
    await gate.shut(1);
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => {});
  }

  private isFirst(address: string): boolean {
    try {
      writeFileSync(join(this.folder, `died-${address}`), '', { flag: 'wx' });
      return true;
    } catch {
      return false;
    }
  }
}

/** The worker as it is built, but ticking, and asking what is overdue, when it is told to, impatient with mail servers, and mortal. */
const main = async (): Promise<void> => {
  const config = configFrom(process.env);
  const { handle } = SendReminders.prototype;
  SendReminders.prototype.handle = function (...given) {
    return gate.through(() => handle.apply(this, given));
  };
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const from = mailFrom(config);
  const smtp = new SmtpMailSender(
    smtpServerOf(config.KULL_SMTP_URL!, { requireTls: false }),
    { from, organiser: from.name },
    { connectMs: 2_000, greetingMs: 2_000, socketMs: 2_000, attemptMs: 2_000 },
  );
  const deadly = new DeadlyMail(smtp, process.env.DEADLY_FOLDER!, JSON.parse(process.env.DEADLY!));
  const sender = app.get(MailSender);
  sender.send = (letter, envelope) => deadly.send(letter, envelope);
  await app
    .get(Messaging)
    .start({ redisUrl: config.REDIS_URL, databaseUrl: config.DATABASE_URL, prefix: config.KULL_QUEUE_PREFIX }, () =>
      process.exit(1),
    );
  // A worker whose clock is wrong when it starts refuses to; this one goes wrong later.
  const daysOff = Number(process.env.DAYS_OFF ?? 0);
  if (daysOff !== 0) goWrong(daysOff);
  const tick = app.get(ReminderTick);
  const overdue = app.get(NoteOverdueExports);
  const strike = async (): Promise<Ticked> => {
    const noted = await overdue.run();
    return { ...(await tick.tick()), noted };
  };
  process.on('message', (asked: Asked) => {
    if (asked.what === 'die') {
      void gate.shutIdle().then(() => {
        void strike().catch(() => undefined);
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), asked.afterMs);
      });
      return;
    }
    const { ask } = asked;
    if (asked.what === 'tick') void strike().then((did) => process.send!({ ask, ...did }));
    else void untilIdle().then(() => process.send!({ ask }));
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => void app.close().finally(() => process.exit(0)));
  process.send!({ ready: true });
};

const untilIdle = async (): Promise<void> => {
  while (gate.running > 0) await pause(5);
};

void main();
