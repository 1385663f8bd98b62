import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { EarmarkedPlacesReleased, RoundClosed, RoundOffersMade } from '../domain/round';
import { ofType } from './rows';

const apply = async (events: readonly Recorded[], tx: Tx): Promise<void> => {
  const released = ofType<EarmarkedPlacesReleased>(events, 'EarmarkedPlacesReleased');
  if (released.length > 0) {
    await tx.query(
      `insert into earmarked_release_v1 (intake, round, class, places)
       select * from unnest($1::text[], $2::integer[], $3::text[], $4::integer[])`,
      [
        released.map(({ data }) => data.intake),
        released.map(({ data }) => data.round),
        released.map(({ data }) => data.class),
        released.map(({ data }) => data.places),
      ],
    );
  }
  const made = ofType<RoundOffersMade>(events, 'RoundOffersMade');
  if (made.length > 0) {
    await tx.query(
      `insert into round_v1 (intake, round, status) select intake, round, 'offered'
       from unnest($1::text[], $2::integer[]) as r (intake, round)`,
      [made.map(({ data }) => data.intake), made.map(({ data }) => data.round)],
    );
  }
  const closed = ofType<RoundClosed>(events, 'RoundClosed');
  if (closed.length > 0) {
    await tx.query(
      `update round_v1 t set status = 'closed' from unnest($1::text[], $2::integer[]) as r (intake, round)
       where t.intake = r.intake and t.round = r.round`,
      [closed.map(({ data }) => data.intake), closed.map(({ data }) => data.round)],
    );
  }
};

/** The rounds whose offers have been made, and the earmarked places that were released before them. */
export const roundReadModel: ReadModel = {
  name: 'round',
  version: 1,
  mode: 'inline',
  handles: ['EarmarkedPlacesReleased', 'RoundOffersMade', 'RoundClosed'],
  tables: ['round_v1', 'earmarked_release_v1'],
  whose: {
    round_v1: { staff: 'how far an intake has come' },
    earmarked_release_v1: { staff: 'how far an intake has come' },
  },
  create: `create table round_v1 (
    intake text not null,
    round integer not null,
    status text not null,
    primary key (intake, round)
  );
  create table earmarked_release_v1 (
    intake text not null,
    round integer not null,
    class text not null,
    places integer not null,
    primary key (intake, class)
  )`,
  apply,
};
