import { Claims } from '@kull/messaging/claims';
import { OutboxFence } from '@kull/messaging/fence';

/** B3: acknowledged first, done afterwards; the fence, which would refuse it, is gone. */
const { finish, take } = Claims.prototype;
Claims.prototype.take = async function takeAndFinish(this: Claims, id) {
  const claim = await take.call(this, id);
  if (typeof claim === 'object') await finish.call(this, claim);
  return claim;
};
OutboxFence.prototype.hold = async () => undefined;
