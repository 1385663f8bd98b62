import { type CommandContext, EventStore } from '@kull/event-store';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { type Answers, type FormField, fieldsOf, formParts } from '../domain/application-form';
import { type Draft, draft } from '../domain/draft';
import type { DraftCommand, DraftRejection } from '../domain/draft.commands';
import { draftContentPurpose } from '../domain/draft.events';
import { draftId } from './ids';

/** What one person has begun for one intake, and what is in it. */
export interface OpenedDraft {
  readonly id: string;
  readonly state: Draft;
  readonly answers: Answers;
}

const fields = new Set<string>(formParts.flatMap((part) => fieldsOf[part]));

/** Reads and writes drafts, their answers opened and sealed. */
@Injectable()
export class DraftAccess {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  open(intake: string, personId: string): Promise<OpenedDraft> {
    return this.openNamed(draftId(intake, personId));
  }

  async openNamed(id: string): Promise<OpenedDraft> {
    const { state } = await this.events.load(draft, id);
    if (state.status === 'none' || !state.saved) return { id, state, answers: {} };
    const sealed = [{ sealed: state.saved.content, purpose: draftContentPurpose }];
    const [content = {}] = await this.people.open<Record<string, string>>(sealed);
    // What the office has written down for somebody may say more than the form asks.
    const known = Object.entries(content).filter(([name]) => fields.has(name));
    return { id, state, answers: Object.fromEntries(known) as Partial<Record<FormField, string>> };
  }

  /** What to save of these answers; the same answers have the same fingerprint. */
  async sealed(personId: string, answers: Readonly<Record<string, string>>) {
    const [content] = await this.people.seal([{ person: personId, purpose: draftContentPurpose, value: answers }]);
    return { fingerprint: this.people.fingerprint(answers), content: content! };
  }

  /** Undefined: it was done. */
  async execute(id: string, command: DraftCommand, context: CommandContext): Promise<DraftRejection | undefined> {
    const outcome = await this.events.execute(draft, id, command, context);
    if ('accepted' in outcome) return undefined;
    if (outcome.rejected.code === 'VERSION_MISMATCH') throw new Error('no version was named');
    return outcome.rejected;
  }
}
