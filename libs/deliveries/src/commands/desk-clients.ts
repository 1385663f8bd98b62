import type { CommandContext } from '@kull/event-store';
import { machineScopes } from '@kull/http';
import { idOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { MachineClientCommand, MachineClientRejection } from '../domain/machine-client';
import { type KeyFault, keysIn } from '../domain/pasted-keys';
import {
  MachineClientQueries,
  type MachineClientRecord,
  type OwnMachineClient,
} from '../read-models/machine-clients.query';
import { ChangeMachineClient } from './machine-clients';

export type DeskClientFault = KeyFault | MachineClientRejection['code'];

type Done = { readonly client: MachineClientRecord } | { readonly fault: DeskClientFault };

/** The programs of one organisation, for its own desk (ux.md L8). Of another's it is as if there were none (I-53). */
@Injectable()
export class DeskClients {
  constructor(
    private readonly clients: MachineClientQueries,
    private readonly commands: CommandBus,
  ) {}

  of(orgNumber: string): Promise<readonly OwnMachineClient[]> {
    return this.clients.ofOrganisation(orgNumber);
  }

  /** A program that may do all that the organisation's programs do. The same context again: the same program. */
  async register(orgNumber: string, pasted: string, context: CommandContext): Promise<Done> {
    const keys = keysIn(pasted);
    if ('fault' in keys) return keys;
    const clientId = idOf('mcl', context.commandId);
    const data = { clientId, orgNumber, scopes: [...machineScopes], jwks: keys.jwks };
    return this.change({ type: 'RegisterMachineClient', data }, context);
  }

  /** Other keys; with `keepOld` beside those that it has, until somebody takes them away. */
  async rotate(
    orgNumber: string,
    clientId: string,
    pasted: string,
    keepOld: boolean,
    context: CommandContext,
  ): Promise<Done> {
    const client = await this.own(orgNumber, clientId);
    if (!client) return { fault: 'MACHINE_CLIENT_UNKNOWN' };
    const keys = keysIn(pasted, keepOld ? client.keys : []);
    if ('fault' in keys) return keys;
    return this.change({ type: 'ReplaceMachineClientKeys', data: { clientId, jwks: keys.jwks } }, context);
  }

  async suspend(orgNumber: string, clientId: string, context: CommandContext): Promise<Done> {
    if (!(await this.own(orgNumber, clientId))) return { fault: 'MACHINE_CLIENT_UNKNOWN' };
    return this.change({ type: 'SuspendMachineClient', data: { clientId } }, context);
  }

  private async own(orgNumber: string, clientId: string): Promise<MachineClientRecord | undefined> {
    return (await this.of(orgNumber)).find((client) => client.clientId === clientId);
  }

  private async change(order: MachineClientCommand, context: CommandContext): Promise<Done> {
    const outcome = await this.commands.execute(new ChangeMachineClient(order, context));
    // No version is named, so none can differ.
    if ('rejected' in outcome) return { fault: (outcome.rejected as MachineClientRejection).code };
    return { client: (await this.clients.find(order.data.clientId))! };
  }
}
