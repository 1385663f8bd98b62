/** What was given cannot be used, or the service is not there: nothing was changed. Exit code 2. */
export class Unusable extends Error {
  constructor(
    message: string,
    /** One line per thing to put right. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** The work was begun and could not be finished, or a check found something wrong. Exit code 1. */
export class NotDone extends Error {
  constructor(
    message: string,
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}
