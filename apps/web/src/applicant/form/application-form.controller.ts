import {
  AskEmployer,
  type FormField,
  type FormPart,
  fieldsOf,
  OwnDrafts,
  SaveOwnDraft,
  SendApplication,
} from '@kull/admissions';
import { Allow, Caller, FormBody, Problem } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../kit/language';
import { sendPage, WebPages } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { applicationPath, formPartNamed, partPath, pathAfter } from './form-paths';
import { intakesPage } from './intakes-page';
import { type Asked, OwnForm } from './own-form';
import { refusalTold } from './refusal-told';

type Form = Readonly<Record<string, unknown>> | undefined;

const textIn = (form: Form, name: string): string => {
  const given = form?.[name];
  return typeof given === 'string' ? given.slice(0, 1_000) : '';
};

/** What a form says of a part. Wishes are fields of their own, the most wanted first. */
const givenIn = (form: Form, part: FormPart): Partial<Record<FormField, string>> => {
  if (part !== 'WISHES') return Object.fromEntries(fieldsOf[part].map((field) => [field, textIn(form, field)]));
  const wishes = Object.keys(form ?? {})
    .filter((name) => /^onske-\d{1,2}$/.test(name))
    .sort((one, other) => Number(one.slice(6)) - Number(other.slice(6)))
    .map((name) => textIn(form, name));
  return { class_wishes: wishes.filter((wish) => wish !== '').join('|') };
};

const isAddress = (text: string): boolean => /^[^\s@<>()",;:]{1,64}@[^\s@<>()",;:]+\.[^\s@.<>()",;:]{2,}$/u.test(text);

/** An application filled in here, part by part, and sent as any other (ux.md S8). Looking changes nothing. */
@WebPages('soknad')
@Allow('student')
export class ApplicationFormController {
  constructor(
    private readonly form: OwnForm,
    private readonly drafts: OwnDrafts,
    private readonly viewers: Viewers,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [viewer, intakes] = await Promise.all([
      this.viewers.of(caller),
      this.drafts.intakesFor(caller.actor, this.clock.now()),
    ]);
    const language = languageOf(request, reply, viewer.language);
    void sendPage(reply, language, intakesPage(language, viewer.in(language), intakes));
  }

  @Get(':intake')
  async whole(
    @Param('intake') intake: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.form.showWhole({ intake, caller, request, reply });
  }

  @Post(':intake/send')
  @FormBody()
  async send(
    @Param('intake') intake: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { intake, caller, request, reply };
    const { intakeId } = await this.form.find(asked);
    const sent = await this.commands.execute(new SendApplication(intakeId, caller.actor, caller.context()));
    if ('done' in sent) return void reply.redirect(applicationPath(intake), 303);
    const { code } = sent.rejected;
    if (code === 'APPLICATION_INCOMPLETE' || code === 'DRAFT_UNKNOWN')
      return this.form.showWhole(asked, { isRefusedIncomplete: true }, 422);
    await this.form.showWhole(asked, { refusal: refusalTold(code) }, 409);
  }

  /** A link to the leader, who confirms the post without logging in (W3). */
  @Post(':intake/arbeidsgiver')
  @FormBody()
  async askEmployer(
    @Param('intake') intake: string,
    @Body() body: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { intake, caller, request, reply };
    const { intakeId } = await this.form.find(asked);
    const leader = { name: textIn(body, 'navn').trim().slice(0, 100), email: textIn(body, 'epost').trim() };
    if (leader.name === '') return this.form.showWhole(asked, { leader, refusal: 'LEADER_NAME_MISSING' }, 422);
    if (!isAddress(leader.email)) return this.form.showWhole(asked, { leader, refusal: 'LEADER_EMAIL_INVALID' }, 422);
    const outcome = await this.commands.execute(new AskEmployer(intakeId, caller.actor, leader, caller.context()));
    if ('done' in outcome) return void reply.redirect(`${applicationPath(intake)}#arbeidsgiver`, 303);
    await this.form.showWhole(asked, { refusal: refusalTold(outcome.rejected.code) }, 409);
  }

  @Get(':intake/:part')
  async part(
    @Param('intake') intake: string,
    @Param('part') slug: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.form.showPart({ intake, caller, request, reply }, { part: partNamed(slug) });
  }

  /** Whatever was filled in is kept; what is wrong with it is said, and does not keep anybody from the other parts. */
  @Post(':intake/:part')
  @FormBody()
  async save(
    @Param('intake') intake: string,
    @Param('part') slug: string,
    @Body() body: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const part = partNamed(slug);
    const asked: Asked = { intake, caller, request, reply };
    const { intakeId } = await this.form.find(asked);
    const command = new SaveOwnDraft(intakeId, caller.actor, part, givenIn(body, part), caller.context());
    const saved = await this.commands.execute(command);
    if ('rejected' in saved) return this.form.showPart(asked, { part, refusal: refusalTold(saved.rejected.code) }, 409);
    const { faults } = saved.done;
    if (faults.length > 0) return this.form.showPart(asked, { part, faults }, 422);
    const isChecked = textIn(body, 'handling') === 'kontroller';
    const path = isChecked ? `${partPath(intake, part)}#hpr_number` : pathAfter(intake, part);
    await reply.redirect(path, 303);
  }
}

/** @throws Problem 404 */
const partNamed = (slug: string): FormPart => {
  const part = formPartNamed(slug);
  if (!part) throw Problem.notFound();
  return part;
};
