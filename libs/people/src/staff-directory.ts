import { Database, type Tx } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from './canonical';
import { openJson, sealJson } from './cipher';
import type { StaffDirectoryPort, StaffMember } from './contracts';
import { DataKeys } from './data-keys';
import type { PeopleKeys } from './keys';
import { newStaffIds } from './person-id';

const STAFF = 'Staff';

interface StaffRecord {
  readonly code: string;
  readonly id: string;
  readonly profile: Buffer;
}

interface Known {
  readonly id: string;
  readonly key: Buffer;
  readonly member: StaffMember;
}

/** Who teaches, grades and administers, and how they are reached. Sealed as profiles are. */
@Injectable()
export class StaffDirectory implements StaffDirectoryPort {
  private readonly dataKeys: DataKeys;

  constructor(
    private readonly database: Database,
    keys: PeopleKeys,
  ) {
    this.dataKeys = new DataKeys(keys);
  }

  async take(staff: readonly StaffMember[]): Promise<{ readonly taken: number; readonly unchanged: number }> {
    return this.database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('people.staff', 0))`);
      const known = await this.known(
        staff.map(({ code }) => code),
        tx,
      );
      const news = staff.filter((member) => canonicalJson(known.get(member.code)?.member) !== canonicalJson(member));
      await this.insert(
        news.filter(({ code }) => !known.has(code)),
        tx,
      );
      await this.update(
        news.filter(({ code }) => known.has(code)),
        known,
        tx,
      );
      return { taken: news.length, unchanged: staff.length - news.length };
    });
  }

  async members(codes: readonly string[]): Promise<ReadonlyMap<string, StaffMember>> {
    // Who teaches, graded or has looked is told to students by name, and a member of staff is none of them.
    const known = await this.known([...new Set(codes)], this.database.ofAll);
    return new Map([...known].map(([code, { member }]) => [code, member]));
  }

  async page(after: string | undefined, limit: number): Promise<readonly StaffMember[]> {
    const rows = await this.database.query<StaffRecord>(
      'select code, id, profile from people.staff where $1::text is null or code > $1 order by code limit $2',
      [after ?? null, limit],
    );
    return [...(await this.opened(rows, this.database)).values()].map(({ member }) => member);
  }

  private async known(codes: readonly string[], tx: Tx): Promise<ReadonlyMap<string, Known>> {
    const rows = await tx.query<StaffRecord>('select code, id, profile from people.staff where code = any ($1)', [
      codes,
    ]);
    return this.opened(rows, tx);
  }

  private async opened(rows: readonly StaffRecord[], tx: Tx): Promise<ReadonlyMap<string, Known>> {
    const keys = await this.dataKeys.of(
      rows.map(({ id }) => id),
      tx,
    );
    return new Map(
      rows.flatMap(({ code, id, profile }) => {
        const key = keys.get(id);
        return key ? [[code, { id, key, member: openJson<StaffMember>(key, `${id}/${STAFF}`, profile) }] as const] : [];
      }),
    );
  }

  private async insert(staff: readonly StaffMember[], tx: Tx): Promise<void> {
    if (staff.length === 0) return;
    const ids = newStaffIds(staff.length);
    const { plain, wrapped } = this.dataKeys.make(ids);
    await this.dataKeys.store(ids, wrapped, tx);
    await tx.query(
      `insert into people.staff (code, id, profile) select * from unnest($1::text[], $2::text[], $3::bytea[])`,
      [
        staff.map(({ code }) => code),
        ids,
        staff.map((member, at) => sealJson(plain[at]!, `${ids[at]}/${STAFF}`, member)),
      ],
    );
  }

  private async update(staff: readonly StaffMember[], known: ReadonlyMap<string, Known>, tx: Tx): Promise<void> {
    if (staff.length === 0) return;
    await tx.query(
      `update people.staff as s set profile = new.profile
       from unnest($1::text[], $2::bytea[]) as new (code, profile) where s.code = new.code`,
      [
        staff.map(({ code }) => code),
        staff.map((member) => {
          const { id, key } = known.get(member.code)!;
          return sealJson(key, `${id}/${STAFF}`, member);
        }),
      ],
    );
  }
}
