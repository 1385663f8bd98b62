import type { Letter } from '@kull/mail/contracts';
import type { Addressee } from '../addresses';
import { letterOf } from '../domain/letter';
import type { Occasion } from '../domain/occasion';
import type { OccasionText } from '../domain/occasion-text';
import type { Plan } from '../domain/plan';
import type { Reminder } from '../domain/reminder';
import type { HandedReminder } from '../planning/due-reminders';

/** A reminder that is going to be sent now, with what is said in it. */
export interface Outgoing {
  readonly handed: HandedReminder;
  readonly state: Reminder;
  readonly occasion: Occasion;
  readonly plan: Plan;
  readonly text: OccasionText;
}

/** Reminders that go as one message. */
export interface OutgoingMessage {
  readonly messageId: string;
  readonly reminders: readonly [Outgoing, ...Outgoing[]];
}

const earlierMessageId = ({ state }: Outgoing): string | undefined =>
  'messageId' in state ? state.messageId : undefined;

/**
 * What was attempted as one message is attempted as one again, under its old id; the rest goes together under the id of
 * its first. So a reminder has one Message-ID for ever (reliability.md I8).
 */
export const messagesOf = (outgoing: readonly Outgoing[]): readonly OutgoingMessage[] => {
  const fresh = outgoing.find((one) => earlierMessageId(one) === undefined)?.handed.id;
  const messages = new Map<string, [Outgoing, ...Outgoing[]]>();
  for (const one of outgoing) {
    const messageId = earlierMessageId(one) ?? fresh!;
    const same = messages.get(messageId);
    if (same) same.push(one);
    else messages.set(messageId, [one]);
  }
  return [...messages].map(([messageId, reminders]) => ({ messageId, reminders }));
};

/** The letter of a message. */
export const letterFor = (
  { reminders }: OutgoingMessage,
  { language, givenNames }: Addressee,
  declineUrl: string | undefined,
): Letter => {
  const [first, ...others] = reminders;
  return letterOf([first.text, ...others.map(({ text }) => text)], { language, givenNames, declineUrl });
};
