import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseInstant } from '@kull/kernel';
import { parse } from 'csv-parse/sync';
import type { ApplicationRecord } from '../src/domain/application-facts';
import type { IntakeDefinition } from '../src/domain/intake-definition';

export type Row = Readonly<Record<string, string>>;

/** The files of an intake folder, parsed and nothing more. */
export interface IntakeFolder {
  readonly definition: IntakeDefinition;
  readonly applications: readonly ApplicationRecord[];
  readonly assessments: readonly Row[];
  readonly answers: readonly Row[];
  readonly register: readonly Row[];
}

const repository = join(__dirname, '../../..');

/** The folder of the brief where it lies beside the repository, else the project's own copy of it. */
export const demonstrationFolder = (): string => {
  const beside = join(repository, '../shared/data/nlp-2026-intake');
  return existsSync(beside) ? beside : join(repository, 'apps/cli/demo/nlp-2026-intake');
};

const instant = (text: string): string => parseInstant(text)!;

/** `intake.json` as a definition: instants in UTC, rule set 1. */
// biome-ignore lint/suspicious/noExplicitAny: the JSON of the folder as it is; the service's own reading of it is checked by zod.
export const definitionOf = (json: any): IntakeDefinition => ({
  ...json,
  ruleSet: 1,
  window: { opensAt: instant(json.window.opensAt), closesAt: instant(json.window.closesAt) },
  rounds: json.rounds.map((round: { round: number; offersAt: string; replyBy: string }) => ({
    round: round.round,
    offersAt: instant(round.offersAt),
    replyBy: instant(round.replyBy),
  })),
});

export const readIntakeFolder = (folder: string): IntakeFolder => {
  const rows = (file: string): Row[] =>
    parse(readFileSync(join(folder, file)), { bom: true, delimiter: ';', columns: true }) as Row[];
  return {
    definition: definitionOf(JSON.parse(readFileSync(join(folder, 'intake.json'), 'utf8'))),
    applications: rows('applications.csv') as unknown as ApplicationRecord[],
    assessments: rows('assessments.csv'),
    answers: rows('answers.csv'),
    register: rows('hpr-register.csv'),
  };
};
