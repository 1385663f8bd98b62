import type { MachineClient, MachineClientDirectory } from '@kull/access';
import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { PublicKey } from '../domain/public-keys';

/** A program as the office sees it. */
export interface MachineClientRecord extends MachineClient {
  readonly keys: readonly PublicKey[];
  readonly registeredAt: Instant;
  /** When its keys were last replaced. */
  readonly keysAt: Instant;
  readonly suspendedAt: Instant | null;
}

/** A program as its own organisation sees it. */
export interface OwnMachineClient extends MachineClientRecord {
  /** When it last fetched a file or sent a receipt. */
  readonly lastUsedAt: Instant | null;
}

interface Row {
  readonly client_id: string;
  readonly org_number: string;
  readonly scopes: readonly string[];
  readonly jwks: readonly PublicKey[];
  readonly registered_at: Date;
  readonly keys_at: Date;
  readonly suspended_at: Date | null;
}

const recordOf = (row: Row): MachineClientRecord => ({
  clientId: row.client_id,
  orgNumber: row.org_number,
  scopes: row.scopes,
  keys: row.jwks,
  suspended: row.suspended_at !== null,
  registeredAt: row.registered_at.toISOString(),
  keysAt: row.keys_at.toISOString(),
  suspendedAt: row.suspended_at?.toISOString() ?? null,
});

const CLIENT = `select client_id, org_number, scopes, jwks, registered_at, keys_at, suspended_at from machine_client_v1`;

const OWN = `select c.*, greatest((select max(at) from export_download_v1 where by = c.client_id),
                                 (select max(at) from export_receipt_v1 where by = c.client_id)) as last_used
  from (${CLIENT} where org_number = $1) c order by suspended_at is not null, registered_at desc, client_id`;

/** Looks up who may log in as a machine. */
@Injectable()
export class MachineClientQueries implements MachineClientDirectory {
  constructor(private readonly events: EventStore) {}

  async find(clientId: string): Promise<MachineClientRecord | undefined> {
    const [row] = await this.events.query<Row>(`${CLIENT} where client_id = $1`, [clientId]);
    return row && recordOf(row);
  }

  /** The clients of an organisation: those that are open first, then the newest first. */
  async ofOrganisation(orgNumber: string): Promise<OwnMachineClient[]> {
    const rows = await this.events.query<Row & { readonly last_used: Date | null }>(OWN, [orgNumber]);
    return rows.map((row) => ({ ...recordOf(row), lastUsedAt: row.last_used?.toISOString() ?? null }));
  }

  /** The clients behind the one last seen, in order of id. */
  async page(after: string, limit: number): Promise<MachineClientRecord[]> {
    const rows = await this.events.query<Row>(`${CLIENT} where client_id > $1 order by client_id limit $2`, [
      after,
      limit,
    ]);
    return rows.map(recordOf);
  }
}
