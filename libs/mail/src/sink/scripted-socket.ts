import type { Socket } from 'node:net';
import { type Conduct, type Phase, phases } from './conduct';

type Write = (data: Uint8Array | string) => boolean;

/** A connection whose replies go the way that a script says. The server writes one reply at a time. */
export class ScriptedSocket {
  private replies = 0;
  private silent = false;
  private conduct: Conduct;
  private readonly write: Write;

  constructor(
    readonly socket: Socket,
    conduct: Conduct,
  ) {
    this.conduct = conduct;
    this.write = socket.write.bind(socket);
    socket.write = ((data: Uint8Array | string) => this.reply(data)) as Socket['write'];
  }

  /** From now on. */
  behave(conduct: Conduct): void {
    if (conduct.do !== 'ACCEPT') this.conduct = conduct;
  }

  private reply(data: Uint8Array | string): boolean {
    const phase = phases[Math.min(this.replies++, phases.length - 1)]!;
    if (this.silent) return true;
    const { conduct } = this;
    switch (conduct.do) {
      case 'ACCEPT':
      case 'REPLY':
        return this.write(data);
      case 'STALL':
        if (phase !== conduct.at) return this.write(data);
        this.silent = true;
        return true;
      case 'DROP':
        return phase === conduct.at ? this.drop() : this.write(data);
      case 'DRIP':
        return this.isFrom(phase, conduct.at) ? this.drip(Buffer.from(data), conduct.msPerByte) : this.write(data);
      case 'STALL_ACCEPTED':
        if (phase !== 'DATA_END') return this.write(data);
        this.silent = true;
        return true;
      case 'DROP_ACCEPTED':
        return phase === 'DATA_END' ? this.drop() : this.write(data);
    }
  }

  private isFrom(phase: Phase, first: Phase): boolean {
    return phases.indexOf(phase) >= phases.indexOf(first);
  }

  private drop(): boolean {
    this.silent = true;
    this.socket.destroy();
    return true;
  }

  private drip(data: Buffer, msPerByte: number): boolean {
    let at = 0;
    const timer = setInterval(() => {
      if (this.socket.destroyed || at === data.length) clearInterval(timer);
      else this.write(data.subarray(at, ++at));
    }, msPerByte);
    return true;
  }
}
