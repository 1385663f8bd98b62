import { Allow } from '@kull/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type LoginSettings, Logins } from './logins';

type LoginView = Pick<LoginSettings, 'id' | 'names' | 'issuer' | 'knows' | 'claim'>;

const example: LoginView = {
  id: 'feide',
  names: { nb: 'Feide', nn: 'Feide', en: 'Feide' },
  issuer: 'https://auth.dataporten.no',
  knows: 'account',
  claim: 'https://n.feide.no/claims/eduPersonPrincipalName',
};

/** The ways in which people log in, for whoever opens accounts. */
@ApiTags('accounts')
@Controller('logins')
@Allow('administrator', 'auditor')
export class LoginsController {
  constructor(private readonly logins: Logins) {}

  @Get()
  @ApiOperation({ operationId: 'listLogins', summary: 'Måtene å logge inn på, og hvem hver av dem kjenner' })
  @ApiOkResponse({ example: { data: [example] } })
  list(): { readonly data: readonly LoginView[] } {
    return {
      data: this.logins.offered.map(({ id, names, issuer, knows, claim }) => ({ id, names, issuer, knows, claim })),
    };
  }
}
