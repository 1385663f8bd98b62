import type { ChangeReason, ExcuseCode } from '../../../../../libs/attendance/src/domain/mark';
import { excuseWords, reasonWords } from './attendance-texts';

export type { ChangeReason, ExcuseCode };

/** The codes in the order in which they are offered. */
export const changeReasons = Object.keys(reasonWords) as readonly ChangeReason[];
export const excuseCodes = Object.keys(excuseWords) as readonly ExcuseCode[];
