import { AnswerOffer, ApplicantLetters, ApplicantLinks, type OwnOffer, OwnOffers } from '@kull/admissions';
import { Allow, Caller, FormBody, Problem, Public } from '@kull/http';
import { Clock, newUuid, uuidOf } from '@kull/kernel';
import { People } from '@kull/people';
import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import { letterContext, sendLetter } from './letter-file';
import { type OfferPageParts, offerPage } from './offer-page';
import { offersPage } from './offers-page';
import { Proof } from './proof';

type Form = Readonly<Record<string, unknown>> | undefined;

/** An offer behind a link, and who asks for it. */
interface Asked {
  readonly token: string;
  readonly offer: OwnOffer;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const linked = ({ offerId, personId }: OwnOffer) => ({ page: 'tilbud', id: offerId, personId }) as const;

/** Offers, answered by the link in the letter and the birth date, or logged in. Looking changes nothing (ux.md S7). */
@WebPages('tilbud')
export class OfferController {
  constructor(
    private readonly offers: OwnOffers,
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
    const [viewer, offers] = await Promise.all([
      this.viewers.of(caller),
      this.offers.ofPerson(caller.actor, this.clock.now()),
    ]);
    const language = languageOf(request, reply, viewer.language);
    const listed = offers.map((offer) => ({ offer, path: this.links.pathTo('tilbud', offer.offerId) }));
    void sendPage(reply, language, offersPage(language, viewer.in(language), listed));
  }

  @Get(':token')
  @Public()
  async show(
    @Param('token') token: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const offer = await this.find(token);
    const isProved = this.proof.isLoggedIn(linked(offer), caller);
    await this.send({ token, offer, caller, request, reply }, { isProved });
  }

  @Get(':token/:ticket')
  @Public()
  async receipt(
    @Param('token') token: string,
    @Param('ticket') ticket: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const offer = await this.find(token);
    const isProved = this.proof.isTicket(linked(offer), ticket);
    if (!isProved) return void reply.redirect(this.links.pathTo('tilbud', offer.offerId), 303);
    await this.send({ token, offer, caller, request, reply }, { isProved });
  }

  @Get([':token/brev', ':token/:ticket/brev'])
  @Public()
  async letter(
    @Param('token') token: string,
    @Param('ticket') ticket: string | undefined,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const offer = await this.find(token);
    const isProved = this.proof.isLoggedIn(linked(offer), caller) || this.proof.isTicket(linked(offer), ticket);
    if (!isProved) return this.send({ token, offer, caller, request, reply }, { isProved: false, asksForLetter: true });
    const file = await this.letters.fileOfOffer(offer, letterContext(caller, offer.offerId));
    if (!file) throw Problem.notFound();
    sendLetter(reply, file);
  }

  /** To see what was answered. */
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
    const offer = await this.find(token);
    const asked = { token, offer, caller, request, reply };
    if (await this.proof.isBirthDate(linked(offer), form?.fodselsdato, request)) return this.onward(asked);
    await this.send(asked, { isProved: false, notice: 'WRONG_BIRTH_DATE' }, 422);
  }

  @Post(':token')
  @HttpCode(200)
  @FormBody()
  @Public()
  async answer(
    @Param('token') token: string,
    @Body() form: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const offer = await this.find(token);
    const asked = { token, offer, caller, request, reply };
    const isLoggedIn = this.proof.isLoggedIn(linked(offer), caller);
    const chosen = chosenIn(form);
    if (!isLoggedIn && !(await this.proof.isBirthDate(linked(offer), form?.fodselsdato, request)))
      return this.send(
        asked,
        { isProved: false, notice: 'WRONG_BIRTH_DATE', ...(chosen !== undefined && { chosen }) },
        422,
      );
    // After the deadline there is nothing to choose from; the answer is brought all the same, and said to be late.
    const choice = (await this.offers.choicesOf(offer.offerId))[chosen ?? -1];
    if (!choice) return this.send(asked, { isProved: isLoggedIn, notice: 'NOTHING_CHOSEN' }, 422);
    await this.bring(asked, choice, form);
  }

  /** The same command as `POST /offers/{id}/answers`, in the applicant's name. */
  private async bring(
    asked: Asked,
    { answer, keepWaiting }: Pick<OwnOffer['choices'][number], 'answer' | 'keepWaiting'>,
    form: Form,
  ): Promise<void> {
    const { offer, caller } = asked;
    const { offerId, personId } = offer;
    const visit = typeof form?.besok === 'string' ? form.besok.slice(0, 40) : newUuid();
    const commandId = uuidOf('AnswerOffer', offerId, visit, answer, String(keepWaiting));
    const context = { ...caller.context({ commandId, source: 'offer-page' }), actor: personId };
    const answered = { answer, keepWaiting, answeredAt: context.occurredAt };
    const outcome = await this.commands.execute(new AnswerOffer(offerId, answered, context));
    if ('accepted' in outcome) return this.onward(asked);
    const after = (await this.offers.find(offerId, this.clock.now()))!;
    const notice = outcome.rejected.code === 'OFFER_ALREADY_ANSWERED' ? 'ANSWERED_BEFORE' : undefined;
    await this.send({ ...asked, offer: after }, { isProved: true, ...(notice && { notice }) }, 409);
  }

  /** On to a page that can be looked at again without sending anything again. */
  private onward({ offer, caller, reply }: Asked): void {
    const path = this.links.pathTo('tilbud', offer.offerId);
    const isLoggedIn = this.proof.isLoggedIn(linked(offer), caller);
    void reply.redirect(isLoggedIn ? path : `${path}/${this.proof.ticketOf(linked(offer))}`, 303);
  }

  private letterPath(offer: OwnOffer, isLoggedIn: boolean): string {
    const path = this.links.pathTo('tilbud', offer.offerId);
    return isLoggedIn ? `${path}/brev` : `${path}/${this.proof.ticketOf(linked(offer))}/brev`;
  }

  /** @throws Problem 404 */
  private async find(token: string): Promise<OwnOffer> {
    const offerId = this.links.read('tilbud', token);
    const offer = offerId && (await this.offers.find(offerId, this.clock.now()));
    if (!offer) throw Problem.notFound();
    return offer;
  }

  private async send(
    { offer, caller, request, reply }: Asked,
    said: Pick<OfferPageParts, 'isProved' | 'notice' | 'chosen' | 'asksForLetter'>,
    status = 200,
  ): Promise<void> {
    const isLoggedIn = this.proof.isLoggedIn(linked(offer), caller);
    const [viewer, profiles, order, letter] = await Promise.all([
      isLoggedIn ? this.viewers.of(caller) : undefined,
      this.people.profiles([offer.personId]),
      said.isProved ? this.offers.placeInOrder(offer) : undefined,
      said.isProved ? this.letters.ofOffer(offer) : undefined,
    ]);
    const language = languageOf(request, reply, profiles.get(offer.personId)?.language);
    const page = offerPage({
      ...said,
      language,
      path: this.links.pathTo('tilbud', offer.offerId),
      offer,
      visit: newUuid(),
      ...(viewer && { viewer: viewer.in(language) }),
      ...(order && { order }),
      ...(letter && { letter: { line: letter, path: this.letterPath(offer, isLoggedIn) } }),
      ...(isLoggedIn && { decisionPath: '/vedtak' }),
    });
    void sendPage(reply.status(status), language, page);
  }
}

/** The number of what was chosen; undefined: nothing was. */
const chosenIn = (form: Form): number | undefined => {
  const given = form?.valg;
  return typeof given === 'string' && /^\d$/.test(given) ? Number(given) : undefined;
};
