import { type LoginRefusal, Logins } from '@kull/access';
import { Public } from '@kull/http';
import { Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../kit/language';
import { sendPageWithScript, WebPages } from '../kit/web-page';
import { loginPage } from './login-page';
import { loginTexts } from './login-texts';

const isRefusal = (text: unknown): text is LoginRefusal =>
  typeof text === 'string' && Object.hasOwn(loginTexts.nb.refusals, text);

/** Where people log in. */
@WebPages('logg-inn')
@Public()
export class LoginPageController {
  constructor(private readonly logins: Logins) {}

  @Get()
  show(
    @Query('til') asked: unknown,
    @Query('feil') refusal: unknown,
    @Query('ut') loggedOutOf: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const language = languageOf(request, reply);
    const of = typeof loggedOutOf === 'string' && this.logins.find(loggedOutOf) ? loggedOutOf : undefined;
    // On to the provider's own log-out by itself; where that does not work, the link on the page does.
    if (of) reply.header('Refresh', `1; url=/logg-inn/${of}/ut`);
    const page = loginPage({
      language,
      logins: this.logins.offered,
      ...(typeof asked === 'string' && { returnTo: asked }),
      ...(isRefusal(refusal) && { refusal }),
      ...(loggedOutOf !== undefined && { loggedOut: { of } }),
    });
    void sendPageWithScript(reply, language, page);
  }
}
