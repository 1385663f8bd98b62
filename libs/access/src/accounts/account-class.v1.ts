import type { ReadModel, Recorded } from '@kull/event-store';
import type { RoleGranted, RoleWithdrawn } from './account';

type Fact = Recorded<RoleGranted> | Recorded<RoleWithdrawn>;

/** Which classes the coordinators and teachers have: asked at every request of a session, so inline. */
export const accountClassReadModel: ReadModel = {
  name: 'account-class',
  version: 1,
  mode: 'inline',
  handles: ['RoleGranted', 'RoleWithdrawn'],
  tables: ['account_class_v1'],
  whose: { account_class_v1: { staff: 'who may log in as what' } },
  create: `
    create table account_class_v1 (
      account  text not null,
      role     text not null,
      class_id text not null,
      primary key (account, role, class_id)
    );`,
  apply: async (events, tx) => {
    // A page may hold several grants of one role: the last one counts.
    const last = new Map(
      (events as readonly Fact[]).map(({ data }) => [JSON.stringify([data.account, data.role]), data]),
    );
    const changed = [...last.values()];
    await tx.query(
      `delete from account_class_v1 a using unnest($1::text[], $2::text[]) as r (account, role)
        where a.account = r.account and a.role = r.role`,
      [changed.map(({ account }) => account), changed.map(({ role }) => role)],
    );
    const has = changed.flatMap((data) =>
      'classes' in data ? data.classes.map((classId) => ({ account: data.account, role: data.role, classId })) : [],
    );
    await tx.query(
      'insert into account_class_v1 (account, role, class_id) select * from unnest($1::text[], $2::text[], $3::text[])',
      [has.map(({ account }) => account), has.map(({ role }) => role), has.map(({ classId }) => classId)],
    );
  },
};
