import {
  ApplicantLetters,
  ApplicantLinks,
  FileAppeal,
  type LetterLine,
  type OwnApplication,
  OwnApplications,
} from '@kull/admissions';
import { Allow, Caller, FormBody, Problem, Public } from '@kull/http';
import { Clock, localDateInOslo, newUuid } from '@kull/kernel';
import { People } from '@kull/people';
import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import type { AppealDraft } from './appeal-form';
import type { DecisionParts } from './decision';
import { decisionPage, decisionProofPage, decisionsPage } from './decision-page';
import { letterContext, sendLetter } from './letter-file';
import { Proof } from './proof';

type Form = Readonly<Record<string, unknown>> | undefined;

/** An application behind a link, and who asks for it. */
interface Asked {
  readonly application: OwnApplication;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const linked = ({ applicationId, personId }: OwnApplication) =>
  ({ page: 'vedtak', id: applicationId, personId }) as const;

/** Decisions and appeals, logged in or by the link in the letter and the birth date (ux.md S11). */
@WebPages('vedtak')
export class DecisionController {
  constructor(
    private readonly applications: OwnApplications,
    private readonly letters: ApplicantLetters,
    private readonly links: ApplicantLinks,
    private readonly proof: Proof,
    private readonly people: People,
    private readonly viewers: Viewers,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('student')
  async list(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [viewer, found] = await Promise.all([this.viewers.of(caller), this.applications.ofPerson(caller.actor)]);
    const language = languageOf(request, reply, viewer.language);
    const parts = await Promise.all(found.map((application) => this.partsOf(language, application)));
    void sendPage(reply, language, decisionsPage(language, viewer.in(language), parts));
  }

  @Get(':token')
  @Public()
  async show(
    @Param('token') token: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const application = await this.find(token);
    const asked = { application, caller, request, reply };
    if (!this.proof.isLoggedIn(linked(application), caller)) return this.ask(asked, false);
    await this.send(asked, {});
  }

  @Get(':token/:ticket')
  @Public()
  async proved(
    @Param('token') token: string,
    @Param('ticket') ticket: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const application = await this.find(token);
    if (!this.proof.isTicket(linked(application), ticket)) return void reply.redirect(this.pathOf(application), 303);
    await this.send({ application, caller, request, reply }, { ticket });
  }

  @Get([':token/brev/:letter', ':token/:ticket/brev/:letter'])
  @Public()
  async letter(
    @Param('token') token: string,
    @Param('ticket') ticket: string | undefined,
    @Param('letter') letter: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const application = await this.find(token);
    const isKnown =
      this.proof.isLoggedIn(linked(application), caller) || this.proof.isTicket(linked(application), ticket);
    if (!isKnown) return this.ask({ application, caller, request, reply }, false);
    const file = await this.letters.file(application.applicationId, letter, letterContext(caller, letter));
    if (!file) throw Problem.notFound();
    sendLetter(reply, file);
  }

  @Post(':token/se')
  @HttpCode(200)
  @FormBody()
  @Public()
  async see(
    @Param('token') token: string,
    @Body() form: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const application = await this.find(token);
    if (!(await this.proof.isBirthDate(linked(application), form?.fodselsdato, request)))
      return this.ask({ application, caller, request, reply }, true);
    void reply.redirect(`${this.pathOf(application)}/${this.proof.ticketOf(linked(application))}`, 303);
  }

  /** With a ticket in the address, logged in, or with the birth date once more: nobody loses what they have written. */
  @Post([':token/klage', ':token/:ticket/klage'])
  @HttpCode(200)
  @FormBody()
  @Public()
  async appeal(
    @Param('token') token: string,
    @Param('ticket') ticket: string | undefined,
    @Body() form: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const application = await this.find(token);
    const asked = { application, caller, request, reply };
    const draft = { wantedChange: textIn(form?.endring), grounds: textIn(form?.grunn) };
    const isKnown =
      this.proof.isLoggedIn(linked(application), caller) || this.proof.isTicket(linked(application), ticket);
    if (!isKnown) {
      const given = form?.fodselsdato;
      if (given === undefined) return this.ask(asked, false, draft);
      if (!(await this.proof.isBirthDate(linked(application), given, request))) return this.ask(asked, true, draft);
    }
    if (draft.wantedChange === '' || draft.grounds === '')
      return this.send(asked, { draft: { ...draft, mistake: 'TEXT_MISSING' } }, 422);
    await this.file(asked, draft);
  }

  /** The same command as `POST /applications/{id}/appeals`, in the applicant's name. */
  private async file(asked: Asked, text: { readonly wantedChange: string; readonly grounds: string }): Promise<void> {
    const { application, caller, reply } = asked;
    const { applicationId, personId } = application;
    const context = { ...caller.context({ commandId: newUuid(), source: 'decision-page' }), actor: personId };
    const outcome = await this.commands.execute(new FileAppeal(applicationId, text, context));
    if ('accepted' in outcome) {
      const isLoggedIn = this.proof.isLoggedIn(linked(application), caller);
      const ticket = isLoggedIn ? '' : `/${this.proof.ticketOf(linked(application))}`;
      return void reply.redirect(`${this.pathOf(application)}${ticket}#klage`, 303);
    }
    const after = (await this.applications.find(applicationId))!;
    await this.send(
      { ...asked, application: after },
      { appealedBefore: outcome.rejected.code === 'ALREADY_APPEALED' },
      409,
    );
  }

  /** @throws Problem 404 */
  private async find(token: string): Promise<OwnApplication> {
    const id = this.links.read('vedtak', token);
    const application = id && (await this.applications.find(id));
    if (!application) throw Problem.notFound();
    return application;
  }

  private pathOf({ applicationId }: OwnApplication): string {
    return this.links.pathTo('vedtak', applicationId);
  }

  private async partsOf(language: Language, application: OwnApplication, ticket?: string): Promise<DecisionParts> {
    const path = `${this.pathOf(application)}${ticket === undefined ? '' : `/${ticket}`}`;
    const letterPath = ({ id }: LetterLine): string => `${path}/brev/${id}`;
    const letters = await this.letters.of(application.applicationId);
    const today = localDateInOslo(this.clock.now());
    return { language, today, application, appealAction: `${path}/klage`, letters, letterPath };
  }

  private async send(
    { application, caller, request, reply }: Asked,
    said: { readonly ticket?: string; readonly draft?: AppealDraft; readonly appealedBefore?: boolean },
    status = 200,
  ): Promise<void> {
    const isLoggedIn = this.proof.isLoggedIn(linked(application), caller);
    const [viewer, language] = await Promise.all([
      isLoggedIn ? this.viewers.of(caller) : undefined,
      this.languageOf(application, request, reply),
    ]);
    const { ticket = isLoggedIn ? undefined : this.proof.ticketOf(linked(application)), ...more } = said;
    const parts = { ...(await this.partsOf(language, application, ticket)), ...more };
    void sendPage(reply.status(status), language, decisionPage(this.pathOf(application), viewer?.in(language), parts));
  }

  private async ask({ application, request, reply }: Asked, isWrong: boolean, draft?: AppealDraft): Promise<void> {
    const language = await this.languageOf(application, request, reply);
    const page = decisionProofPage(language, this.pathOf(application), isWrong, draft);
    void sendPage(reply.status(isWrong ? 422 : 200), language, page);
  }

  private async languageOf(
    { personId }: OwnApplication,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Language> {
    const profiles = await this.people.profiles([personId]);
    return languageOf(request, reply, profiles.get(personId)?.language);
  }
}

const textIn = (given: unknown): string => (typeof given === 'string' ? given.trim().slice(0, 3_000) : '');
