import { type HprCheck, type OwnDraft, OwnDrafts, OwnHprCheck } from '@kull/admissions';
import { type Caller, Problem } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../kit/language';
import { sendPage } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { type ApplicationPageParts, applicationPage } from './application-page';
import { documentsPage } from './documents-page';
import { type PartPageParts, partPage } from './part-page';

/** Who asks for a page of their own application, and how it is answered. */
export interface Asked {
  readonly intake: string;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Finds and shows somebody's own application. Whose it is, the session says. */
@Injectable()
export class OwnForm {
  constructor(
    private readonly drafts: OwnDrafts,
    private readonly register: OwnHprCheck,
    private readonly viewers: Viewers,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async find({ intake, caller }: Asked): Promise<OwnDraft> {
    const draft = await this.drafts.find(intake, caller.actor, this.clock.now());
    if (!draft) throw Problem.notFound();
    return draft;
  }

  /** What the register says of the number that is saved; undefined: there is none to ask about. */
  async hprOf({ answers, faults, definition, intakeId, profile }: OwnDraft) {
    const { physician, hpr_number: number } = answers;
    const isAskable = physician === 'Y' && number && faults.QUOTA.every(({ field }) => field !== 'hpr_number');
    return isAskable ? this.register.ask(intakeId, number, profile.birthDate, definition) : undefined;
  }

  async showWhole(asked: Asked, said: Partial<ApplicationPageParts> = {}, status = 200): Promise<void> {
    const draft = await this.find(asked);
    const [{ viewer, language }, hpr] = await Promise.all([this.viewerOf(asked, draft), this.hprOf(draft)]);
    const now = this.clock.now();
    const page = applicationPage(viewer, { language, draft, now, ...(hpr && { hpr }), ...said });
    void sendPage(asked.reply.status(status), language, page);
  }

  async showPart(
    asked: Asked,
    said: Pick<PartPageParts, 'part'> & Partial<Pick<PartPageParts, 'faults' | 'refusal'>>,
    status = 200,
  ): Promise<void> {
    const draft = await this.find(asked);
    const hpr: HprCheck | 'NOT_ANSWERING' | undefined =
      said.part === 'QUOTA' && draft.isOpen ? await this.hprOf(draft) : undefined;
    const { viewer, language } = await this.viewerOf(asked, draft);
    const page = partPage(viewer, { language, draft, faults: [], ...(hpr && { hpr }), ...said });
    void sendPage(asked.reply.status(status), language, page);
  }

  async showDocuments(
    asked: Asked,
    said: Omit<Parameters<typeof documentsPage>[1], 'language' | 'draft'> = {},
    status = 200,
  ): Promise<void> {
    const draft = await this.find(asked);
    const { viewer, language } = await this.viewerOf(asked, draft);
    void sendPage(asked.reply.status(status), language, documentsPage(viewer, { language, draft, ...said }));
  }

  private async viewerOf({ caller, request, reply }: Asked, { profile }: OwnDraft) {
    const language = languageOf(request, reply, profile.language);
    return { language, viewer: (await this.viewers.of(caller)).in(language) };
  }
}
