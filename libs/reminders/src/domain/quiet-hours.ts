import { addDays, type Instant, inOslo, instantInOslo } from '@kull/kernel';
import type { Channel } from './plan';

interface Hours {
  /** From this time of day in Oslo, and before the other one. */
  readonly from: string;
  readonly to: string;
}

/** When people may be written to. Text messages: I-55. */
export const speakingHours = {
  MAIL: { from: '07:00:00', to: '21:00:00' },
  TEXT_MESSAGE: { from: '09:00:00', to: '17:00:00' },
} as const satisfies Record<Channel, Hours>;

/** Letters that may wait are collected until then. */
export const COLLECTED_AT = '09:00:00';

/** The first instant from `at` on that is not within the quiet hours of the channel. */
export const afterQuietHours = (channel: Channel, at: Instant): Instant => {
  const { from, to } = speakingHours[channel];
  const { date, time } = inOslo(at);
  if (time < from) return instantInOslo(date, from);
  return time < to ? at : instantInOslo(addDays(date, 1), from);
};

/** When something that is due is sent: with the next collected letters, if it may wait and is still news by then. */
export const sendAfter = (
  { dueAt, validUntil }: { readonly dueAt: Instant; readonly validUntil: Instant },
  { channel, collected }: { readonly channel: Channel; readonly collected: boolean },
): Instant => {
  const earliest = afterQuietHours(channel, dueAt);
  if (!collected || channel !== 'MAIL') return earliest;
  const { date, time } = inOslo(earliest);
  const together = instantInOslo(time <= COLLECTED_AT ? date : addDays(date, 1), COLLECTED_AT);
  return together < validUntil ? together : earliest;
};
