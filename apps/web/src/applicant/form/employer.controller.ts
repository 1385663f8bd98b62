import { ConfirmEmployment, type EmployerLink, EmployerLinks } from '@kull/admissions';
import { Caller, FormBody, Problem, Public } from '@kull/http';
import { Clock, uuidOf } from '@kull/kernel';
import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../kit/language';
import { sendPage, WebPages } from '../../kit/web-page';
import { type EmployerPageParts, employerPage, type Signing } from './employer-page';
import type { SigningFault } from './employer-texts';

type Form = Readonly<Record<string, unknown>> | undefined;

const lineIn = (form: Form, name: string): string => {
  const given = form?.[name];
  return typeof given === 'string'
    ? given
        .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
        .trim()
        .slice(0, 100)
    : '';
};

const faultsIn = ({ post, leave, name, title }: Signing): readonly SigningFault[] => [
  ...(post ? [] : (['POST'] as const)),
  ...(leave ? [] : (['LEAVE'] as const)),
  ...(name === '' ? (['NAME'] as const) : []),
  ...(title === '' ? (['TITLE'] as const) : []),
];

/** An applicant's leader confirms the post and the leave by a link, without a log-in (W3). Looking changes nothing. */
@WebPages('bekreft')
@Public()
export class EmployerController {
  constructor(
    private readonly links: EmployerLinks,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.send(token, await this.find(token), request, reply);
  }

  @Post(':token')
  @HttpCode(200)
  @FormBody()
  async confirm(
    @Param('token') token: string,
    @Body() form: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const link = await this.find(token);
    if (link.refusal) return this.send(token, link, request, reply);
    const signing = {
      post: form?.stilling === 'ja',
      leave: form?.fri === 'ja',
      name: lineIn(form, 'navn'),
      title: lineIn(form, 'tittel'),
    };
    const faults = faultsIn(signing);
    if (faults.length > 0) return this.send(token, link, request, reply.status(422), { signing, faults });
    const { draftId, request: number } = link;
    const commandId = uuidOf('ConfirmEmployment', draftId, number);
    // Who it is, the applicant's log has under seal: nobody is logged in.
    const context = { ...caller.context({ commandId, source: 'employer-page' }), actor: 'employer' };
    const signed = { name: signing.name, title: signing.title };
    const outcome = await this.commands.execute(new ConfirmEmployment(draftId, number, signed, context));
    if ('done' in outcome) return this.send(token, link, request, reply, { isDone: true });
    this.send(token, await this.find(token), request, reply);
  }

  /** @throws Problem 404 */
  private async find(token: string): Promise<EmployerLink> {
    const link = await this.links.find(token, this.clock.now());
    if (!link) throw Problem.notFound();
    return link;
  }

  private send(
    token: string,
    link: EmployerLink,
    request: FastifyRequest,
    reply: FastifyReply,
    said: Pick<EmployerPageParts, 'signing' | 'faults' | 'isDone'> = {},
  ): void {
    const language = languageOf(request, reply, link.language);
    const isGone = link.refusal !== undefined && !said.isDone;
    const page = employerPage({ language, path: `/bekreft/${token}`, link, ...said });
    void sendPage(isGone ? reply.status(410) : reply, language, page);
  }
}
