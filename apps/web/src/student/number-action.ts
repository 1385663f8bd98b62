import type { ToldRequirement } from '../points/told-points';

/** Whether the page where HPR numbers are mended is the way on. */
export const isNumberAction = ({ action }: ToldRequirement): boolean =>
  action === 'CORRECT_HPR_NUMBER' || action === 'GIVE_HPR_NUMBER';
