/** A student that something is to be done about. */
export interface ChosenStudent {
  readonly studentNo: string;
  readonly name: string;
  readonly isOnLeave: boolean;
}
