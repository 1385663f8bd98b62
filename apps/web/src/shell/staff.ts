/** Who works in the administrators' application, as the page tells the script. */
export interface Staff {
  /** The code of the account. */
  readonly code: string;
  readonly name: string;
  readonly roles: readonly string[];
}
