import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feed } from '@kull/deliveries/domain/feed';

/** B9: the number of a delivery is drawn before it is stored, and a delivery that is rolled back does not give it back. */
const file = join(process.env.FAULT_BUDGET ?? '', 'b9-drawn');
const draw = (): number => {
  let last = 0;
  try {
    last = Number(readFileSync(file, 'utf8'));
  } catch {
    // Nothing was drawn yet.
  }
  writeFileSync(file, String(last + 1));
  return last + 1;
};

const { decide } = feed;
Object.assign(feed, {
  decide: (...[state, command]: Parameters<typeof decide>) => {
    if (command.type !== 'ReleaseBatch') return decide(state, command);
    const seq = draw();
    const data = { ...command.data, batch: { ...command.data.batch, seq } };
    return decide({ ...state, seq: seq - 1 }, { ...command, data });
  },
});
