import { DocumentTable } from '@kull/certificates/document-table';
import { SigningKeyRings } from '@kull/certificates/signing-key-rings';
import { EventStore } from '@kull/event-store';
import { Appender } from '@kull/event-store/appender';
import { SmtpMailSender } from '@kull/mail/smtp/smtp-mail-sender';
import { Claims } from '@kull/messaging/claims';
import { BullQueue } from '@kull/messaging/queue/bull-queue';
import { Relay } from '@kull/messaging/relay';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import { allParts } from '../../../apps/contexts';
import { Chance } from '../../data/chance';
import { around } from './around';
import { Budget } from './budget';
import type { Point } from './points';

/**
 * Loaded before the api, a worker or the migration (`--require`), in a test only: makes the process die at the failpoints that the
 * storm has made active. Nothing of it is in what is shipped.
 */
const folder = process.env.FAULT_BUDGET;
if (process.env.NODE_ENV !== 'test' || !folder) throw new Error('failpoints are for tests');

const budget = new Budget(folder, Number(process.env.FAULT_LIMIT ?? 20));
const chance = new Chance(Number(process.env.CHAOS_SEED ?? 0) + process.pid);

/** Here the process may die: at once, with nothing flushed and nobody told. */
const failpoint = (point: Point): void => {
  const probability = budget.probability(point);
  if (probability === 0 || !chance.happens(probability) || !budget.take(point)) return;
  process.kill(process.pid, 'SIGKILL');
  for (;;);
};

const before =
  (point: Point) =>
  (original: () => Promise<unknown>): Promise<unknown> => {
    failpoint(point);
    return original();
  };

const after =
  (point: Point) =>
  async (original: () => Promise<unknown>): Promise<unknown> => {
    const result = await original();
    failpoint(point);
    return result;
  };

const plantApi = (): void => {
  for (const name of ['execute', 'executeEach', 'executeTogether']) around(EventStore, name, before('A1'));
  around(Appender, 'store', after('A2'));
  around(Appender, 'append', after('A3'));
  around(DocumentTable, 'keep', after('X1'));
  around(SigningKeyRings, 'add', after('K1'));
};

const isIntent = (args: readonly unknown[]): boolean =>
  (args[2] as { type?: string } | undefined)?.type === 'PrepareCertificate';

const plantWorker = (): void => {
  around(Relay, 'hand', (original, [taken]) => {
    if ((taken as readonly unknown[]).length > 0) failpoint('R1');
    return original();
  });
  around(BullQueue, 'add', after('R2'));
  around(Claims, 'take', async (original) => {
    const claim = await original();
    if (typeof claim === 'object') failpoint('W1');
    return claim;
  });
  around(EventStore, 'execute', async (original, args) => {
    const outcome = await original();
    if (isIntent(args)) failpoint('W2');
    return outcome;
  });
  around(DocumentTable, 'keep', async (original) => {
    failpoint('W3');
    const kept = await original();
    failpoint('W4');
    return kept;
  });
  around(Claims, 'finish', before('W5'));
  around(SmtpMailSender, 'send', async (original) => {
    failpoint('M1');
    const outcome = await original();
    failpoint('M3');
    return outcome;
  });
  // The library calls it when the server has answered to DATA, and so after RCPT.
  const connection = SMTPConnection.prototype as unknown as Record<'_actionDATA', (...args: unknown[]) => void>;
  const { _actionDATA: toData } = connection;
  connection._actionDATA = function planted(...args) {
    failpoint('M2');
    toData.apply(this, args);
  };
  for (const model of allParts().readModels.filter(({ mode }) => mode === 'following')) {
    const { apply } = model;
    Object.assign(model, {
      apply: async (events, tx) => {
        const middle = Math.ceil(events.length / 2);
        await apply.call(model, events.slice(0, middle), tx);
        failpoint('P1');
        if (middle < events.length) await apply.call(model, events.slice(middle), tx);
        failpoint('P2');
      },
    } satisfies Pick<typeof model, 'apply'>);
  }
};

const program = process.argv[1] ?? '';
if (program.includes('/worker/')) plantWorker();
else if (program.endsWith('/migrate.js')) around(PostgresQueryRunner, 'query', after('U1'));
else plantApi();
