import { type ExcuseCode, excuseCodes, type OwnAbsence, OwnAbsences } from '@kull/attendance';
import {
  Allow,
  Caller,
  documentTypeOf,
  FormBody,
  Problem,
  type Upload,
  UploadBody,
  type UploadedDocument,
} from '@kull/http';
import { Clock, newUuid, uuidOf } from '@kull/kernel';
import { OwnClasses } from '@kull/teaching';
import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../kit/language';
import { sendPage, WebPages } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { whosePage } from '../whose-page';
import { choicesIn, chosenOf } from './absence-choice';
import type { FilledIn } from './absence-form';
import { absencePage } from './absence-page';
import type { AbsenceFault } from './absence-texts';
import { absencesPage } from './absences-page';

const UNFILLED: FilledIn = { sessions: [], reason: '', faults: [] };

const isReason = (text: string): text is ExcuseCode => (excuseCodes as readonly string[]).includes(text);

const textIn = (form: Upload, name: string): string => {
  const value = form[name];
  return typeof value === 'string' ? value : '';
};

const BOX = 'okt-';

/** The codes of the boxes that were ticked. */
const sessionsIn = (form: Upload): readonly string[] =>
  Object.keys(form).flatMap((name) => (name.startsWith(BOX) ? [name.slice(BOX.length)] : []));

/** The file of a form, of the type that its own first bytes say, or why it is none. */
const documentIn = ({ dokument }: Upload): UploadedDocument | 'NONE_CHOSEN' | 'UNKNOWN_TYPE' => {
  if (dokument === undefined || typeof dokument === 'string' || dokument.bytes.length === 0) return 'NONE_CHOSEN';
  const bytes = Buffer.from(dokument.bytes);
  const mediaType = documentTypeOf(bytes);
  return mediaType ? { bytes, mediaType } : 'UNKNOWN_TYPE';
};

/** What a form that cannot be sent lacks. */
const faultsIn = (sessions: readonly string[], reason: string, hasWrongFile: boolean): readonly AbsenceFault[] => [
  ...(sessions.length === 0 ? (['NO_SESSION_CHOSEN'] as const) : []),
  ...(isReason(reason) ? [] : (['NO_REASON_CHOSEN'] as const)),
  ...(hasWrongFile ? (['UNKNOWN_TYPE'] as const) : []),
];

/** Absence that students report of themselves, with evidence, and what became of it. */
@WebPages('fravaer')
@Allow('student')
export class AbsencesPageController {
  constructor(
    private readonly absences: OwnAbsences,
    private readonly classes: OwnClasses,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  @Get()
  list(
    @Query('samling') asked: unknown,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.form(caller, request, reply, asked, UNFILLED);
  }

  @Post()
  @UploadBody()
  async report(
    @Body() form: Upload,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const personId = whosePage(caller);
    const [group, sessions, reason] = [textIn(form, 'samling'), sessionsIn(form), textIn(form, 'arsak')];
    const document = documentIn(form);
    const refused = (faults: readonly AbsenceFault[]) =>
      this.form(caller, request, reply.status(422), group, { sessions, reason, faults });
    const faults = faultsIn(sessions, reason, document === 'UNKNOWN_TYPE');
    if (faults.length > 0 || !isReason(reason)) return refused(faults);
    const told = { classId: group.split('/')[0] ?? '', sessions, reason };
    // A form sent twice is one report.
    const context = caller.context({ commandId: uuidOf('OwnAbsence', personId, textIn(form, 'skjema')) });
    const reported = await this.absences.report(personId, told, context);
    if ('refused' in reported) return refused([reported.refused]);
    if (typeof document !== 'string') await this.absences.attach(personId, reported.id, document, caller.context());
    await reply.redirect(`/fravaer/${reported.id}`, 303);
  }

  @Get(':id')
  async show(
    @Param('id') id: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.one(caller, request, reply, await this.found(caller, id), []);
  }

  @Post(':id/dokumentasjon')
  @UploadBody()
  async attach(
    @Param('id') id: string,
    @Body() form: Upload,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const absence = await this.found(caller, id);
    const document = documentIn(form);
    const refused =
      typeof document === 'string'
        ? document
        : (await this.absences.attach(whosePage(caller), id, document, caller.context()))?.refused;
    if (refused) return this.one(caller, request, reply.status(422), absence, [refused]);
    await reply.redirect(`/fravaer/${id}`, 303);
  }

  @Post(':id/tilbake')
  @FormBody()
  async withdraw(
    @Param('id') id: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const absence = await this.found(caller, id);
    const refusal = await this.absences.withdraw(whosePage(caller), id, caller.context());
    if (refusal) return this.one(caller, request, reply.status(409), absence, [refusal.refused]);
    await reply.redirect(`/fravaer/${id}`, 303);
  }

  /** Another's is no other than one that there is not. */
  private async found(caller: Caller, id: string): Promise<OwnAbsence> {
    const found = await this.absences.find(whosePage(caller), id);
    if (!found) throw Problem.notFound();
    return found;
  }

  private async form(
    caller: Caller,
    request: FastifyRequest,
    reply: FastifyReply,
    asked: unknown,
    filledIn: FilledIn,
  ): Promise<void> {
    const personId = whosePage(caller);
    const [viewer, classes, absences] = await Promise.all([
      this.viewers.of(caller),
      this.classes.of(personId),
      this.absences.of(personId),
    ]);
    const now = this.clock.now();
    const groups = choicesIn(classes, absences, now);
    const group = chosenOf(groups, asked, now);
    const language = languageOf(request, reply, viewer.language);
    const parts = { groups, ...(group && { group }), filledIn, formId: newUuid(), absences };
    void sendPage(reply, language, absencesPage(language, viewer.in(language), parts));
  }

  private async one(
    caller: Caller,
    request: FastifyRequest,
    reply: FastifyReply,
    absence: OwnAbsence,
    faults: readonly AbsenceFault[],
  ): Promise<void> {
    const personId = whosePage(caller);
    const [viewer, classes, after] = await Promise.all([
      this.viewers.of(caller),
      this.classes.of(personId),
      this.absences.attendanceAfter(personId, absence.classId),
    ]);
    const own = classes.filter(({ classId }) => classId === absence.classId);
    const sessions = own
      .flatMap(({ meetings }) => meetings.flatMap((meeting) => meeting.sessions))
      .filter(({ code }) => absence.sessions.includes(code))
      .map(({ code, startsAt, halfHours }) => ({
        code,
        startsAt,
        endsAt: new Date(Date.parse(startsAt) + halfHours * 1_800_000).toISOString(),
      }));
    const language = languageOf(request, reply, viewer.language);
    const parts = { absence, sessions, ...(after && { after }), faults };
    void sendPage(reply, language, absencePage(language, viewer.in(language), parts));
  }
}
