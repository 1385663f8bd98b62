/**
 * Whether somebody whom nobody here knows yet has something to come in for. Held by a context: access does not know what
 * one can apply to. While the answer is no, they are turned away, and nothing is kept of them.
 */
export abstract class Newcomers {
  abstract areWelcome(): Promise<boolean>;
}
