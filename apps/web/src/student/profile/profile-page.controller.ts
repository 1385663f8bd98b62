import { OwnHprNumber } from '@kull/credits';
import { Allow, Caller, FormBody, fileReply, Problem } from '@kull/http';
import { OwnContact, People } from '@kull/people';
import { Body, Get, HttpCode, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, languageOf } from '../../kit/language';
import { sendPage, WebPages } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { whosePage } from '../whose-page';
import { OwnData } from './own-data';
import { type ProfileParts, profilePage } from './profile-page';

type Answers = Pick<ProfileParts, 'number' | 'contact'>;

/** What the form of contact data sends; what it does not send stays as it is. */
interface ContactForm {
  readonly epost?: string;
  readonly sprak?: string;
  readonly arbeidssted?: string;
}

const digitsOf = (given: unknown): string =>
  typeof given === 'string' ? given.replaceAll(/\s/g, '').slice(0, 16) : '';

/** A student's own profile: what is known of them, and what they mend themselves. */
@WebPages('min-profil')
@Allow('student')
export class ProfilePageController {
  constructor(
    private readonly people: People,
    private readonly contact: OwnContact,
    private readonly number: OwnHprNumber,
    private readonly data: OwnData,
    private readonly viewers: Viewers,
  ) {}

  @Get()
  show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { lagret } = request.query as { readonly lagret?: unknown };
    return this.page(caller, request, reply, lagret === undefined ? {} : { contact: { isSaved: true } });
  }

  @Post()
  @FormBody()
  async change(
    @Body() { epost = '', sprak, arbeidssted }: ContactForm,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wish = { email: epost, language: sprak, workplace: arbeidssted };
    const refused = await this.contact.change(whosePage(caller), wish, caller.context());
    if (refused) {
      const given = { email: epost.trim(), workplace: arbeidssted };
      return this.page(caller, request, reply.status(422), { contact: { isSaved: false, refused, ...given } });
    }
    const language = isLanguage(sprak) ? sprak : undefined;
    // The page itself is in the language that was chosen from now on.
    await reply.redirect(`/min-profil?lagret${language ? `&lang=${language}` : ''}`, 303);
  }

  @Post('hpr-kontroll')
  @HttpCode(200)
  @FormBody()
  async check(
    @Body() body: { readonly nummer?: string },
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = digitsOf(body.nummer);
    const answer = await this.number.check(whosePage(caller), given);
    await this.page(caller, request, reply, { number: { ...answer, given, isSaved: false } });
  }

  @Post('hpr-nummer')
  @HttpCode(200)
  @FormBody()
  async correct(
    @Body() body: { readonly nummer?: string },
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = digitsOf(body.nummer);
    const answer = await this.number.correct(whosePage(caller), given, caller.context());
    await this.page(caller, request, reply, { number: { ...answer, given, isSaved: answer.status === 'VERIFIED' } });
  }

  @Get('mine-data.json')
  async ownData(@Caller() caller: Caller): Promise<StreamableFile> {
    const content = JSON.stringify(await this.data.of(whosePage(caller)), null, 2);
    return fileReply({ name: 'mine-data.json', type: 'application/json; charset=utf-8', content });
  }

  private async page(caller: Caller, request: FastifyRequest, reply: FastifyReply, answers: Answers): Promise<void> {
    const personId = whosePage(caller);
    const [viewer, profiles, needsNumber] = await Promise.all([
      this.viewers.of(caller),
      this.people.profiles([personId]),
      this.number.isAskedFor(personId),
    ]);
    const profile = profiles.get(personId);
    if (!profile) throw Problem.notFound();
    const language = languageOf(request, reply, viewer.language);
    void sendPage(reply, language, profilePage(language, viewer.in(language), { profile, needsNumber, ...answers }));
  }
}
