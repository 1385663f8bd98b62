import type { ContextParts } from '../../../contexts';

/** Codecs and read models of all contexts. Read when asked for: the other commands start without the whole house. */
export const partsOfTheHouse = (): Required<ContextParts> => {
  const { allParts } = require('../../../contexts') as typeof import('../../../contexts');
  return allParts();
};
