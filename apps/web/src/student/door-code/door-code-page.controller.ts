import { OwnDoorCodes } from '@kull/attendance';
import { Allow, Caller } from '@kull/http';
import { Clock } from '@kull/kernel';
import { nextOf, OwnClasses } from '@kull/teaching';
import { Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../kit/language';
import { sendPageWithScript, WebPages } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { whosePage } from '../whose-page';
import { doorCodePage } from './door-code-page';

/** A student's own code for the door: of the class that meets next, unless another of theirs is asked for. */
@WebPages('min-qr')
@Allow('student')
export class DoorCodePageController {
  constructor(
    private readonly codes: OwnDoorCodes,
    private readonly classes: OwnClasses,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Query('klasse') asked: unknown,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const personId = whosePage(caller);
    const [viewer, codes, next] = await Promise.all([
      this.viewers.of(caller),
      this.codes.of(personId, () => caller.context()),
      this.nextClass(personId),
    ]);
    const shown =
      codes.find(({ classId }) => classId === asked) ?? codes.find(({ classId }) => classId === next) ?? codes[0];
    const language = languageOf(request, reply, viewer.language);
    const others = codes.filter((code) => code !== shown);
    void sendPageWithScript(reply, language, doorCodePage(language, viewer.in(language), shown, others));
  }

  private async nextClass(personId: string): Promise<string | undefined> {
    const now = this.clock.now();
    const next = (await this.classes.of(personId)).flatMap(({ classId, meetings }) => {
      const meeting = nextOf(meetings, now);
      return meeting ? [{ classId, startsAt: meeting.startsAt }] : [];
    });
    return next.sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))[0]?.classId;
  }
}
