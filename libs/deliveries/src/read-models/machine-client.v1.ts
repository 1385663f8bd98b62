import type { ReadModel, Recorded } from '@kull/event-store';
import type {
  MachineClientKeyReplaced,
  MachineClientRegistered,
  MachineClientSuspended,
} from '../domain/machine-client';

type ClientFact =
  | Recorded<MachineClientRegistered>
  | Recorded<MachineClientKeyReplaced>
  | Recorded<MachineClientSuspended>;

const ofType = <Type extends ClientFact['type']>(facts: readonly ClientFact[], type: Type) =>
  facts.filter((fact): fact is Extract<ClientFact, { readonly type: Type }> => fact.type === type);

/** The last of each client in a page: a page may hold two replacements of one. */
const lastOfEach = <Fact extends ClientFact>(facts: readonly Fact[]): readonly Fact[] => [
  ...new Map(facts.map((fact) => [fact.data.clientId, fact])).values(),
];

/** Every program that may log in, with its keys: asked for at each log-in and each call, so inline. */
export const machineClientReadModel: ReadModel = {
  name: 'machine-client',
  version: 1,
  mode: 'inline',
  handles: ['MachineClientRegistered', 'MachineClientKeyReplaced', 'MachineClientSuspended'],
  tables: ['machine_client_v1'],
  whose: { machine_client_v1: { staff: 'of the machines of the association' } },
  create: `
    create table machine_client_v1 (
      client_id     text primary key,
      org_number    text not null,
      scopes        text[] not null,
      jwks          jsonb not null,
      registered_at timestamptz not null,
      keys_at       timestamptz not null,
      suspended_at  timestamptz
    );`,
  apply: async (events, tx) => {
    const facts = events as readonly ClientFact[];
    await tx.query(
      `insert into machine_client_v1 (client_id, org_number, scopes, jwks, registered_at, keys_at)
       select client_id, org_number, array(select jsonb_array_elements_text(scopes)), jwks, at, at
         from jsonb_to_recordset($1::jsonb) as r (client_id text, org_number text, scopes jsonb, jwks jsonb, at timestamptz)`,
      [
        JSON.stringify(
          ofType(facts, 'MachineClientRegistered').map(({ data, occurredAt }) => ({
            client_id: data.clientId,
            org_number: data.orgNumber,
            scopes: data.scopes,
            jwks: data.jwks,
            at: occurredAt,
          })),
        ),
      ],
    );
    await tx.query(
      `update machine_client_v1 c set jwks = r.jwks, keys_at = r.at
         from jsonb_to_recordset($1::jsonb) as r (client_id text, jwks jsonb, at timestamptz)
        where c.client_id = r.client_id`,
      [
        JSON.stringify(
          lastOfEach(ofType(facts, 'MachineClientKeyReplaced')).map(({ data, occurredAt }) => ({
            client_id: data.clientId,
            jwks: data.jwks,
            at: occurredAt,
          })),
        ),
      ],
    );
    const suspended = ofType(facts, 'MachineClientSuspended');
    await tx.query(
      `update machine_client_v1 c set suspended_at = r.at
         from unnest($1::text[], $2::timestamptz[]) as r (client_id, at) where c.client_id = r.client_id`,
      [suspended.map(({ data }) => data.clientId), suspended.map(({ occurredAt }) => occurredAt)],
    );
  },
};
