import { connect, createServer, type Server, type Socket } from 'node:net';

/** The wire between one device and the service: it can be cut, and mended. */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private server!: Server;
  origin = '';

  static async to(address: string): Promise<Wire> {
    const { hostname, port } = new URL(address);
    const wire = new Wire();
    wire.server = createServer((near) => {
      if (wire.isCut) {
        near.destroy();
        return;
      }
      const far = connect(Number(port), hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        wire.sockets.add(one);
        one.on('error', () => undefined);
        one.on('close', () => {
          wire.sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    const listening = wire.server.address() as { readonly port: number };
    wire.origin = `http://127.0.0.1:${listening.port}`;
    return wire;
  }

  /** Whatever is on the wire is lost, also answers. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
