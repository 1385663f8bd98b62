/** Whether two pieces of data say the same, whatever the order of their keys. */
export { isDeepStrictEqual as isSame } from 'node:util';
