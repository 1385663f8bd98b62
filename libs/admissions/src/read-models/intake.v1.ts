import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { IntakeCompleted, IntakeOpened, RankingApproved, RankingComputed } from '../domain/intake.events';
import { idInStream, lastOfEach, ofType } from './rows';

const setStatus = async (events: readonly Recorded[], status: string, tx: Tx): Promise<void> => {
  if (events.length === 0) return;
  await tx.query('update intake_v1 set status = $2 where id = any ($1)', [events.map(idInStream), status]);
};

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const opened = ofType<IntakeOpened>(events, 'IntakeOpened');
  if (opened.length > 0) {
    await tx.query(
      `insert into intake_v1 (id, code, status, definition)
       select id, code, 'open', definition from unnest($1::text[], $2::text[], $3::jsonb[]) as r (id, code, definition)`,
      [opened.map(idInStream), opened.map(({ data }) => data.intake), opened.map(({ data }) => JSON.stringify(data))],
    );
  }
  const ranked = lastOfEach(ofType<RankingComputed>(events, 'RankingComputed'), idInStream);
  if (ranked.length > 0) {
    await tx.query(
      `update intake_v1 i set ranking = r.ranking from unnest($1::text[], $2::jsonb[]) as r (id, ranking) where i.id = r.id`,
      [ranked.map(idInStream), ranked.map(({ data }) => JSON.stringify(data.counts))],
    );
  }
  await setStatus(ofType<RankingApproved>(events, 'RankingApproved'), 'decided', tx);
  await setStatus(ofType<IntakeCompleted>(events, 'IntakeCompleted'), 'completed', tx);
};

/** Every intake, how far it has come, and the definition that decides in it. */
export const intakeReadModel: ReadModel = {
  name: 'intake',
  version: 1,
  mode: 'inline',
  handles: ['IntakeOpened', 'RankingComputed', 'RankingApproved', 'IntakeCompleted'],
  tables: ['intake_v1'],
  whose: { intake_v1: { everybody: 'what can be applied to, and by which rules' } },
  create: `create table intake_v1 (
    id text primary key,
    code text not null unique,
    status text not null,
    definition jsonb not null,
    ranking jsonb
  )`,
  apply,
};
