import {
  Allow,
  answer,
  Caller,
  decodeCursor,
  listQuery,
  type Page,
  Problem,
  type ProblemsFor,
  pageOf,
  said,
} from '@kull/http';
import { People, StaffDirectory } from '@kull/people';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { Logins } from '../login/logins';
import { Sessions } from '../login/sessions';
import type { AccountCommand, AccountRejection, GrantedRole } from './account';
import {
  AccountPage,
  AccountView,
  accountExample,
  accountView,
  GrantRoleBody,
  OpenAccountBody,
  WithdrawRoleBody,
} from './accounts.dto';
import { AccountQueries } from './accounts.query';
import { ChangeAccount } from './change-account';
import { loginNameOf } from './login-name';

class AccountListQuery extends createZodDto(listQuery) {}

const problems = {
  ACCOUNT_UNKNOWN: {
    status: 404,
    title: said('Kontoen finnes ikke', 'Kontoen finst ikkje', 'The account is not there'),
  },
  LOGIN_TAKEN: {
    status: 409,
    title: said(
      'En annen konto logger inn med dette navnet',
      'Ein annan konto loggar inn med dette namnet',
      'Another account logs in with this name',
    ),
  },
  OWN_ACCOUNT: {
    status: 403,
    title: said(
      'Du kan ikke endre din egen tilgang',
      'Du kan ikkje endre din eigen tilgang',
      'You cannot change your own access',
    ),
    detail: said(
      'Be en annen administrator om det.',
      'Be ein annan administrator om det.',
      'Ask another administrator to do it.',
    ),
  },
} as const satisfies ProblemsFor<AccountRejection>;

const staffUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'STAFF_UNKNOWN',
    title: said(
      'Ingen medarbeider har denne koden',
      'Ingen medarbeidar har denne koden',
      'No member of staff has this code',
    ),
    detail: said(
      'Ta henne eller ham inn med medarbeiderfilen først.',
      'Ta henne eller han inn med medarbeidarfila først.',
      'Take her or him in with the file of staff first.',
    ),
  });

const loginUnknown = (): Problem =>
  new Problem({
    status: 422,
    code: 'LOGIN_UNKNOWN',
    title: said(
      'Kontoer logger ikke inn på denne måten',
      'Kontoar loggar ikkje inn på denne måten',
      'Accounts do not log in this way',
    ),
  });

/** Who may log in, and as what. What people who log in with ID-porten see of their own needs no account. */
@ApiTags('accounts')
@Controller('accounts')
@Allow('administrator')
export class AccountsController {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly commands: CommandBus,
    private readonly staff: StaffDirectory,
    private readonly people: People,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @Allow('administrator', 'auditor')
  @ApiOperation({ operationId: 'listAccounts', summary: 'Kontoene og hva de kan brukes til, etter kode' })
  @ApiOkResponse({ type: AccountPage, example: { data: [accountExample], nextCursor: null } })
  async list(@Query() query: AccountListQuery): Promise<Page<AccountView>> {
    const [after = ''] = decodeCursor(query.cursor) ?? [];
    const found = await this.accounts.page(String(after), query.limit + 1);
    return pageOf(found.map(accountView), query, ({ account }) => [account]);
  }

  @Put(':code')
  @ApiOperation({
    operationId: 'openAccount',
    summary: 'La en medarbeider logge inn, eller bytt navnet det gjøres med',
  })
  @ApiOkResponse({ type: AccountView, example: accountExample })
  async open(
    @Param('code') account: string,
    @Body() { login, name }: OpenAccountBody,
    @Caller() caller: Caller,
  ): Promise<AccountView> {
    if (this.logins.find(login)?.knows !== 'account') throw loginUnknown();
    if (!(await this.staff.members([account])).has(account)) throw staffUnknown();
    const data = { account, by: caller.actor, ...loginNameOf(this.people, login, name) };
    return this.changed({ type: 'OpenAccount', data }, caller);
  }

  @Post(':code/roles')
  @HttpCode(200)
  @ApiOperation({ operationId: 'grantRole', summary: 'Gi en konto en rolle' })
  @ApiOkResponse({ type: AccountView, example: accountExample })
  async grant(
    @Param('code') account: string,
    @Body() body: GrantRoleBody,
    @Caller() caller: Caller,
  ): Promise<AccountView> {
    return this.changed({ type: 'GrantRole', data: { account, by: caller.actor, ...(body as GrantedRole) } }, caller);
  }

  @Post(':code/role-withdrawals')
  @HttpCode(200)
  @ApiOperation({ operationId: 'withdrawRole', summary: 'Ta en rolle fra en konto; det gjelder med én gang' })
  @ApiOkResponse({ type: AccountView, example: { ...accountExample, roles: [] } })
  async withdraw(
    @Param('code') account: string,
    @Body() { role }: WithdrawRoleBody,
    @Caller() caller: Caller,
  ): Promise<AccountView> {
    return this.changed({ type: 'WithdrawRole', data: { account, by: caller.actor, role } }, caller);
  }

  @Post(':code/suspensions')
  @HttpCode(200)
  @ApiOperation({ operationId: 'suspendAccount', summary: 'Steng en konto; den som er logget inn, er ute med én gang' })
  @ApiOkResponse({ type: AccountView, example: { ...accountExample, suspendedAt: '2027-01-10T09:00:00.000Z' } })
  async suspend(@Param('code') account: string, @Caller() caller: Caller): Promise<AccountView> {
    return this.changed({ type: 'SuspendAccount', data: { account, by: caller.actor } }, caller);
  }

  @Post(':code/reinstatements')
  @HttpCode(200)
  @ApiOperation({ operationId: 'reinstateAccount', summary: 'Åpne en stengt konto, med rollene den hadde' })
  @ApiOkResponse({ type: AccountView, example: accountExample })
  async reinstate(@Param('code') account: string, @Caller() caller: Caller): Promise<AccountView> {
    return this.changed({ type: 'ReinstateAccount', data: { account, by: caller.actor } }, caller);
  }

  /** Whoever is logged in logs in anew after a change: nobody goes on under what the account was (reliability.md 6). */
  private async changed(order: AccountCommand, caller: Caller): Promise<AccountView> {
    const { account } = order.data;
    const { events } = answer(await this.commands.execute(new ChangeAccount(order, caller.context())), problems);
    if (events.length > 0) await this.sessions.endOf(account);
    return accountView((await this.accounts.find(account))!);
  }
}
