import type { ProblemBody } from '@kull/http';

/** The service's own refusal, or fault, of a request: what happened, where, and what to do (RFC 9457). */
export class ApiProblem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.title);
    this.name = 'ApiProblem';
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }
}

/** The service did not answer: no network, or it is down. */
export class NoAnswer extends Error {
  constructor() {
    super('No answer');
    this.name = 'NoAnswer';
  }
}
