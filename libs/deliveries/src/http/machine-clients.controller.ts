import {
  Allow,
  answer,
  Caller,
  Created,
  decodeCursor,
  listQuery,
  type Page,
  type ProblemsFor,
  pageOf,
  said,
} from '@kull/http';
import { idOf } from '@kull/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { ChangeMachineClient } from '../commands/machine-clients';
import type { MachineClientCommand, MachineClientRejection } from '../domain/machine-client';
import type { PublicKey } from '../domain/public-keys';
import { MachineClientQueries } from '../read-models/machine-clients.query';
import {
  KeysBody,
  MachineClientPage,
  MachineClientView,
  machineClientExample,
  machineClientView,
  RegisterMachineClientBody,
} from './machine-clients.dto';

class ClientListQuery extends createZodDto(listQuery) {}

const problems = {
  MACHINE_CLIENT_UNKNOWN: {
    status: 404,
    title: said('Klienten finnes ikke', 'Klienten finst ikkje', 'The client is not there'),
  },
  MACHINE_CLIENT_SUSPENDED: {
    status: 409,
    title: said('Klienten er stengt', 'Klienten er stengd', 'The client is suspended'),
    detail: said(
      'Registrer en ny klient i stedet.',
      'Registrer ein ny klient i staden.',
      'Register a new client instead.',
    ),
  },
  KEYS_UNUSABLE: {
    status: 422,
    title: said('Nøklene kan ikke brukes', 'Nøklane kan ikkje brukast', 'The keys cannot be used'),
    detail: said(
      'Bruk P-256 (ES256), Ed25519 (EdDSA) eller RSA på minst 2048 biter (PS256), hver med sin kid.',
      'Bruk P-256 (ES256), Ed25519 (EdDSA) eller RSA på minst 2048 bitar (PS256), kvar med sin kid.',
      'Use P-256 (ES256), Ed25519 (EdDSA) or RSA of at least 2048 bits (PS256), each with its kid.',
    ),
  },
} as const satisfies ProblemsFor<MachineClientRejection>;

const publicParts = (keys: KeysBody['jwks']['keys']): readonly PublicKey[] => keys.map(({ use: _, ...key }) => key);

/** The programs of the association that may log in (ux.md L8). */
@ApiTags('machine-clients')
@Controller('machine-clients')
@Allow('administrator')
export class MachineClientsController {
  constructor(
    private readonly clients: MachineClientQueries,
    private readonly commands: CommandBus,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'registerMachineClient', summary: 'Gi et program hos mottakeren tilgang' })
  @ApiCreatedResponse({ type: MachineClientView, example: machineClientExample })
  async register(
    @Body() { orgNumber, scopes, jwks }: RegisterMachineClientBody,
    @Caller() caller: Caller,
  ): Promise<Created<MachineClientView>> {
    const context = caller.context();
    const clientId = idOf('mcl', context.commandId);
    const data = { clientId, orgNumber, scopes: [...new Set(scopes)], jwks: publicParts(jwks.keys) };
    const order = { type: 'RegisterMachineClient', data } as const;
    answer(await this.commands.execute(new ChangeMachineClient(order, context)), problems);
    return new Created(`/api/v1/machine-clients/${clientId}`, await this.shown(clientId));
  }

  @Get()
  @ApiOperation({ operationId: 'listMachineClients', summary: 'Programmene som har eller har hatt tilgang' })
  @ApiOkResponse({ type: MachineClientPage, example: { data: [machineClientExample], nextCursor: null } })
  async list(@Query() query: ClientListQuery): Promise<Page<MachineClientView>> {
    const [after = ''] = decodeCursor(query.cursor) ?? [];
    const found = await this.clients.page(String(after), query.limit + 1);
    return pageOf(found.map(machineClientView), query, ({ clientId }) => [clientId]);
  }

  @Post(':id/keys')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'replaceMachineClientKeys',
    summary: 'Bytt nøklene til et program; i overgangen kan både ny og gammel stå der',
  })
  @ApiOkResponse({ type: MachineClientView, example: machineClientExample })
  async replaceKeys(
    @Param('id') clientId: string,
    @Body() { jwks }: KeysBody,
    @Caller() caller: Caller,
  ): Promise<MachineClientView> {
    return this.changed({ type: 'ReplaceMachineClientKeys', data: { clientId, jwks: publicParts(jwks.keys) } }, caller);
  }

  @Post(':id/suspensions')
  @HttpCode(200)
  @ApiOperation({ operationId: 'suspendMachineClient', summary: 'Steng et program ute, med én gang og for godt' })
  @ApiOkResponse({
    type: MachineClientView,
    example: { ...machineClientExample, suspendedAt: '2027-01-10T09:00:00.000Z' },
  })
  async suspend(@Param('id') clientId: string, @Caller() caller: Caller): Promise<MachineClientView> {
    return this.changed({ type: 'SuspendMachineClient', data: { clientId } }, caller);
  }

  private async changed(order: MachineClientCommand, caller: Caller): Promise<MachineClientView> {
    answer(await this.commands.execute(new ChangeMachineClient(order, caller.context())), problems);
    return this.shown(order.data.clientId);
  }

  private async shown(clientId: string): Promise<MachineClientView> {
    return machineClientView((await this.clients.find(clientId))!);
  }
}
