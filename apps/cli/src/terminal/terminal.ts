/** Where a command's words go: results to `out`, all else to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person watches `err`, so that a line may be replaced in place. */
  readonly watched: boolean;
}

export const processTerminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  watched: process.stderr.isTTY === true,
};

/** Tells what is being done while it is done: one line, replaced in place when somebody watches. */
export class Progress {
  private shown = '';

  constructor(private readonly terminal: Terminal) {}

  /** A new piece of work begins. */
  step(text: string): void {
    if (text === this.shown) return;
    this.shown = text;
    this.terminal.err(this.terminal.watched ? `\r\u001b[2K${text} …` : `${text} …\n`);
  }

  /** How far the present piece of work is; said only to somebody who watches. */
  count(text: string): void {
    if (this.terminal.watched) this.terminal.err(`\r\u001b[2K${this.shown} … ${text}`);
  }

  /** Takes the line away: the result follows. */
  end(): void {
    if (this.terminal.watched && this.shown !== '') this.terminal.err('\r\u001b[2K');
    this.shown = '';
  }
}
