import { DeskLines, DeskQueries, type LookUp, PointsLookUps } from '@kull/deliveries';
import { Allow, Caller, FormBody } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { Reads } from '@kull/people';
import { Body, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActorNames } from '../actor-names';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { ToldPoints } from '../points/told-points';
import { Viewers } from '../viewers';
import { deskPage } from './desk-page';
import { lookUpPage } from './look-up-page';

/** As many as a year brings; older ones are in the API. */
const SHOWN = 50;

/** A number of the register has digits alone; one of a certificate has letters or dashes too. */
const lookUpIn = (given: unknown): LookUp => {
  const text = typeof given === 'string' ? given.replaceAll(/\s/g, '').slice(0, 64) : '';
  return /^\d{1,9}$/.test(text) ? { hprNumber: text } : { certificateNumber: text.toUpperCase() };
};

/** The association's desk. Everything is asked with the organisation that the account acts for (I-53). */
@WebPages('levering')
@Allow('association')
export class DeskController {
  constructor(
    private readonly desk: DeskQueries,
    private readonly lines: DeskLines,
    private readonly names: ActorNames,
    private readonly lookUps: PointsLookUps,
    private readonly told: ToldPoints,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
    private readonly reads: Reads,
  ) {}

  @Get()
  async show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const recipient = caller.orgNumber ?? '';
    const [viewer, deliveries] = await Promise.all([this.viewers.of(caller), this.desk.newest(recipient, SHOWN)]);
    const news = await Promise.all(
      deliveries
        .filter(({ fetched }) => fetched === undefined)
        .map(async (delivery) => ({
          delivery,
          changed: (await this.lines.of(delivery.id, recipient)).filter(({ action }) => action !== 'ADD'),
        })),
    );
    const nameOf = await this.names.of(deliveries.flatMap(({ fetched }) => fetched?.by ?? []));
    const language = languageOf(request, reply, viewer.language);
    void sendPage(reply, language, deskPage(language, viewer.in(language), { news, deliveries, nameOf }));
  }

  @Post('oppslag')
  @HttpCode(200)
  @FormBody()
  async lookUp(
    @Body() body: Readonly<Record<string, unknown>> | undefined,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [viewer, found] = await Promise.all([
      this.viewers.of(caller),
      this.lookUps.find(lookUpIn(body?.nummer), caller.orgNumber ?? ''),
    ]);
    const language = languageOf(request, reply, viewer.language);
    await this.reads.note(
      caller,
      'lookUpPoints',
      found.map(({ course }) => course.personId),
    );
    const courses = found.map((one) => ({ classCode: one.course.classCode, points: this.told.coursePoints(one) }));
    const reader = { language, today: localDateInOslo(this.clock.now()), isStudent: false };
    void sendPage(reply, language, lookUpPage(reader, viewer.in(language), courses));
  }
}
