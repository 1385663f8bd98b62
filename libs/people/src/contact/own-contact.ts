import { type CommandContext, EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { PersonId, Profile } from '../contracts';
import { People } from '../people';
import { type Contact, type ContactRejection, contact } from './contact';

/** The purposes under which the texts of events are sealed. */
export const emailPurpose = 'EmailChanged.email';
export const emailBeforePurpose = 'EmailChanged.before';
const workplacePurpose = 'WorkplaceChanged.workplace';

/** What somebody writes of themselves; what is absent stays. */
export type ContactWish = Pick<Contact, 'email'> & Partial<Contact>;

/** Where the changes of one person are. */
export const contactStreamOf = (personId: PersonId): string => `${contact.category}-${personId}`;

const knownOf = ({ email = '', language, workplace = '' }: Profile) => ({ email, language, workplace });

const tidied = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ').trim();

/** How one person is reached, changed by that person (ux.md S10). */
@Injectable()
export class OwnContact {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /**
   * The event comes first: were the service to stop between the two, the same change asked again is made then. Undefined:
   * it is as they want it.
   */
  async change(
    personId: PersonId,
    wish: ContactWish,
    context: CommandContext,
  ): Promise<ContactRejection['code'] | undefined> {
    const profile = (await this.people.profiles([personId])).get(personId);
    if (!profile) throw new Error(`${personId} is unknown or forgotten`);
    const known = knownOf(profile);
    const wanted = {
      email: wish.email.trim(),
      language: wish.language ?? known.language,
      workplace: wish.workplace === undefined ? known.workplace : tidied(wish.workplace),
    };
    const seal = (purpose: string, value: string) => ({ person: personId, purpose, value });
    const [email, emailBefore, workplace] = await this.people.seal([
      seal(emailPurpose, wanted.email),
      seal(emailBeforePurpose, known.email),
      seal(workplacePurpose, wanted.workplace),
    ]);
    const sealed = { email: email!, emailBefore: emailBefore!, workplace: workplace! };
    const command = { type: 'ChangeContact', data: { personId, known, wanted, sealed } } as const;
    const outcome = await this.events.execute(contact, personId, command, context);
    if ('rejected' in outcome) {
      if (outcome.rejected.code === 'VERSION_MISMATCH') throw new Error('no version was named');
      return outcome.rejected.code;
    }
    await this.people.rectify(personId, {
      email: wanted.email,
      language: wanted.language as Profile['language'],
      workplace: wanted.workplace === '' ? undefined : wanted.workplace,
    });
    return undefined;
  }
}
