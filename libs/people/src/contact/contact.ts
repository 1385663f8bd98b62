import type { Sealed } from '@kull/event-store/contracts';
import { accept, type Command, type Decider, type DomainEvent, nothing, type Rejection, reject } from '@kull/kernel';
import { isSameAddress } from '../address-faults';
import { type Language } from '../contracts';

/** Somebody is written to at another address from now on. */
export type EmailChanged = DomainEvent<
  'EmailChanged',
  {
    readonly personId: string;
    readonly email: Sealed;
    /** Absent: there was none. It is told of the change, so that nobody takes letters over unseen. */
    readonly before?: Sealed;
  }
>;

/** Somebody is written to in another language from now on. */
export type LanguageChanged = DomainEvent<
  'LanguageChanged',
  { readonly personId: string; readonly language: Language; readonly before: Language }
>;

/** Somebody works elsewhere than they said before. */
export type WorkplaceChanged = DomainEvent<
  'WorkplaceChanged',
  {
    readonly personId: string;
    /** Absent: they say nothing of where they work any more. */
    readonly workplace?: Sealed;
  }
>;

export type ContactEvent = EmailChanged | LanguageChanged | WorkplaceChanged;

/** How somebody is reached, as they know it themselves. */
export interface Contact {
  /** Blank: none. */
  readonly email: string;
  readonly language: string;
  /** Blank: not said. */
  readonly workplace: string;
}

export type ContactRejection = Rejection<'EMAIL_INVALID' | 'LANGUAGE_UNKNOWN' | 'WORKPLACE_TOO_LONG'>;

/** `known` is what is known now; `sealed` are the texts of both under the person's key. */
export type ChangeContact = Command<
  'ChangeContact',
  {
    readonly personId: string;
    readonly known: Contact & { readonly language: Language };
    readonly wanted: Contact;
    readonly sealed: { readonly email: Sealed; readonly emailBefore: Sealed; readonly workplace: Sealed };
  }
>;

export const languagesWrittenIn = ['nb', 'nn', 'en'] as const satisfies readonly Language[];

export const longestWorkplace = 120;

/** As much of an address as can be told without sending to it. */
const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(text);

const isLanguage = (text: string): text is Language => (languagesWrittenIn as readonly string[]).includes(text);

/** What one person says of how they are reached. Where it stands is the profile; here is who changed it, and when. */
export const contact: Decider<null, ChangeContact, ContactEvent, ContactRejection> = {
  category: 'contact',
  initial: null,

  decide: (_, { data: { personId, known, wanted, sealed } }) => {
    const { email, language, workplace } = wanted;
    if (!isEmail(email)) return reject({ code: 'EMAIL_INVALID' });
    if (!isLanguage(language)) return reject({ code: 'LANGUAGE_UNKNOWN' });
    if (workplace.length > longestWorkplace) return reject({ code: 'WORKPLACE_TOO_LONG' });
    const events: ContactEvent[] = [];
    if (!isSameAddress(email, known.email)) {
      const before = known.email === '' ? {} : { before: sealed.emailBefore };
      events.push({ type: 'EmailChanged', data: { personId, email: sealed.email, ...before } });
    }
    if (language !== known.language)
      events.push({ type: 'LanguageChanged', data: { personId, language, before: known.language } });
    if (workplace !== known.workplace) {
      const where = workplace === '' ? {} : { workplace: sealed.workplace };
      events.push({ type: 'WorkplaceChanged', data: { personId, ...where } });
    }
    return events.length === 0 ? nothing : accept(...events);
  },

  evolve: () => null,
};
