import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { LIST_LENGTH } from '../domain/status-list';

/** A version with a document, and its place among all of them. */
export interface IssuedVersion {
  /** 1, 2, 3 … in the order of the log. */
  readonly seq: number;
  readonly number: string;
  readonly version: number;
  readonly issuedAt: Instant;
  /** When it was replaced or revoked; absent while it holds. */
  readonly endedAt?: Instant;
}

/** A version that a key signed. No personal data. */
export interface SignedVersion extends IssuedVersion {
  readonly classId: string;
  readonly studentNo: string;
  readonly recordedAt: Instant;
}

/** Since when what a key signed is doubtful: a place in the log, and an instant of its clock. Either is enough. */
export interface DoubtfulSince {
  readonly position: number;
  readonly recordedAt?: Instant;
}

/** Which versions are asked for. */
export interface SignedQuestion {
  readonly fingerprint: string;
  /** The ring's first key also signed what names none, from before keys could be changed. */
  readonly isFirst: boolean;
  /** Only what was recorded then or later; all of it, when absent. */
  readonly since?: DoubtfulSince;
}

interface Row {
  readonly seq: number;
  readonly number: string;
  readonly version: number;
  readonly issued_at: Date;
  readonly ended_at: Date | null;
}

type SignedRow = Row & { readonly class_id: string; readonly student_no: string; readonly recorded_at: Date };

const COLUMNS = 'v.seq, v.number, v.version, v.issued_at, v.ended_at';
const LATEST = `select ${COLUMNS} from issued_version_v1 v where v.number = $1 order by v.version desc limit 1`;
const ENDED = 'select seq from issued_version_v1 where ended_at is not null and seq > $1 and seq <= $2';
const HIGHEST = 'select coalesce(max(seq), 0) as seq from issued_version_v1';
const SIGNED = `select ${COLUMNS}, v.recorded_at, c.class_id, c.student_no
  from issued_version_v1 v join certificate_v1 c using (number, version)
  where (v.signed_by = $1 or ($2 and v.signed_by is null)) and ($3::bigint is null or v.position > $3 or v.recorded_at >= $4)
    and v.seq > $5 order by v.seq limit $6`;
const COUNT = `select signed_by, count(*)::integer as versions from issued_version_v1 group by signed_by`;

const versionOf = ({ seq, number, version, issued_at, ended_at }: Row): IssuedVersion => ({
  seq,
  number,
  version,
  issuedAt: issued_at.toISOString(),
  ...(ended_at && { endedAt: ended_at.toISOString() }),
});

/** Looks up which versions there are, which of them hold, and what signed them. */
@Injectable()
export class IssuedVersionQueries {
  constructor(private readonly events: EventStore) {}

  /** The last version with a document of this number. */
  async latest(number: string): Promise<IssuedVersion | undefined> {
    const [row] = await this.events.query<Row>(LATEST, [number]);
    return row && versionOf(row);
  }

  /** How many versions there are. */
  async highest(): Promise<number> {
    const [row] = await this.events.query<{ seq: number }>(HIGHEST);
    return row!.seq;
  }

  /** Of the versions in this list (1, 2 …), those that no longer hold, as places in it from 0. */
  async endedIn(list: number): Promise<readonly number[]> {
    const before = (list - 1) * LIST_LENGTH;
    const rows = await this.events.query<{ seq: number }>(ENDED, [before, before + LIST_LENGTH]);
    return rows.map(({ seq }) => seq - before - 1);
  }

  /** Up to `limit` versions that a key signed, in the order of the log, after the one with this `seq`. */
  async signedBy(
    { fingerprint, isFirst, since }: SignedQuestion,
    after: number,
    limit: number,
  ): Promise<readonly SignedVersion[]> {
    const rows = await this.events.query<SignedRow>(SIGNED, [
      fingerprint,
      isFirst,
      since?.position ?? null,
      since?.recordedAt ?? null,
      after,
      limit,
    ]);
    return rows.map(({ class_id, student_no, recorded_at, ...row }) => ({
      ...versionOf(row),
      classId: class_id,
      studentNo: student_no,
      recordedAt: recorded_at.toISOString(),
    }));
  }

  /** How many versions each key signed; under `undefined`, those that name no key. */
  async countBySigner(): Promise<ReadonlyMap<string | undefined, number>> {
    const rows = await this.events.query<{ signed_by: string | null; versions: number }>(COUNT);
    return new Map(rows.map(({ signed_by, versions }) => [signed_by ?? undefined, versions]));
  }
}
