import { Database } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable, Logger } from '@nestjs/common';
import type { HprAnswer, HprEntry, HprRegisterPort, Unanswered } from './contracts';
import type { HprApi } from './hpr/hpr-api';
import { type KeptLookUp, KeptLookUps } from './hpr/kept-look-ups';
import { RegisterFiles } from './hpr/register-files';
import { isWellFormedHprNumber } from './hpr/well-formed';
import { type PeopleKeys } from './keys';

/** What answers are dated by: PostgreSQL's time, for a worker that asks may have a clock that is wrong. */
export interface AnswerClock {
  now(): Promise<Instant>;
}

type Answered = Extract<HprAnswer, { readonly answered: true }>;

/**
 * Where HPR numbers are looked up: the register file that was read for the scope, else HPR's open API where it is
 * configured. Without either, a number is in no register.
 */
@Injectable()
export class HprRegister implements HprRegisterPort {
  private readonly logger = new Logger('hpr-register');
  private readonly files: RegisterFiles;
  private readonly kept: KeptLookUps;

  constructor(
    database: Database,
    keys: PeopleKeys,
    private readonly clock: AnswerClock,
    private readonly api?: Pick<HprApi, 'lookUp'>,
  ) {
    this.files = new RegisterFiles(database, keys);
    this.kept = new KeptLookUps(database, keys);
  }

  load(scope: string, entries: readonly HprEntry[]): Promise<void> {
    return this.files.load(scope, entries);
  }

  async lookUp(scope: string, hprNumbers: readonly string[]): Promise<ReadonlyMap<string, HprEntry>> {
    const known = await this.known(scope, hprNumbers);
    return new Map([...known].flatMap(([number, { entry }]) => (entry ? [[number, entry] as const] : [])));
  }

  /** The same with source and time, and also what the register was asked for and had not. */
  async known(scope: string, hprNumbers: readonly string[]): Promise<ReadonlyMap<string, Answered>> {
    const [loadedAt, kept] = await Promise.all([this.files.loadedAt(scope), this.kept.find(scope, hprNumbers)]);
    const fromFile = loadedAt === undefined ? undefined : await this.fromFile(scope, hprNumbers, loadedAt);
    const answers = new Map<string, Answered>(fromFile ?? []);
    for (const { hprNumber, source, at, entry } of kept)
      if (source === 'MANUAL' || (!fromFile && !answers.has(hprNumber)))
        answers.set(hprNumber, { answered: true, source, at, ...(entry && { entry }) });
    return answers;
  }

  async ask(scope: string, hprNumbers: readonly string[]): Promise<ReadonlyMap<string, HprAnswer>> {
    const loadedAt = await this.files.loadedAt(scope);
    if (loadedAt === undefined && this.api) return this.fromApi(this.api, scope, [...new Set(hprNumbers)]);
    return this.fromFile(scope, hprNumbers, loadedAt ?? (await this.clock.now()));
  }

  keepVerified(scope: string, entry: HprEntry, at: Instant): Promise<void> {
    return this.kept.keep(scope, [{ hprNumber: entry.hprNumber, entry, source: 'MANUAL', at }]);
  }

  private async fromFile(scope: string, hprNumbers: readonly string[], at: Instant) {
    const entries = await this.files.find(scope, hprNumbers);
    return new Map(
      hprNumbers.map((number) => {
        const entry = entries.get(number);
        return [number, { answered: true, source: 'FILE', at, ...(entry && { entry }) }] as const;
      }),
    );
  }

  private async fromApi(api: Pick<HprApi, 'lookUp'>, scope: string, hprNumbers: readonly string[]) {
    const replies = await api.lookUp(hprNumbers.filter(isWellFormedHprNumber));
    const at = await this.clock.now();
    const answers = new Map<string, HprAnswer>();
    const toKeep: KeptLookUp[] = [];
    const faults = new Map<string, { readonly why: Unanswered; count: number }>();
    for (const hprNumber of hprNumbers) {
      const reply = replies.get(hprNumber) ?? { entry: undefined };
      if ('unanswered' in reply) {
        const { unanswered: why, code } = reply;
        answers.set(hprNumber, { answered: false, why });
        faults.set(code, { why, count: (faults.get(code)?.count ?? 0) + 1 });
      } else {
        const answer = { source: 'API' as const, at, ...(reply.entry && { entry: reply.entry }) };
        answers.set(hprNumber, { answered: true, ...answer });
        toKeep.push({ hprNumber, ...answer });
      }
    }
    await this.kept.keep(scope, toKeep);
    for (const [code, { why, count }] of faults) this.tell(code, why, count);
    return answers;
  }

  /** Codes and counts only: no number, no token, no address. */
  private tell(code: string, why: Unanswered, count: number): void {
    const entry = { message: `${code}; HPR numbers left without an answer`, count };
    if (why === 'REFUSED') this.logger.error(entry);
    else this.logger.warn(entry);
  }
}
