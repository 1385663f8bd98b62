import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { type Behaviour, type Conduct, type Phase, Script } from './conduct';
import { ScriptedSocket } from './scripted-socket';
import { SinkFolder, type SunkMessage } from './sink-folder';

const LARGEST_MESSAGE = 25_000_000;

export interface SinkOptions {
  readonly folder: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly behaviour?: Behaviour;
  /** Offers STARTTLS with this key and certificate, PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface Sink {
  readonly port: number;
  /** What was accepted, in the order in which it came. */
  messages(): Promise<readonly SunkMessage[]>;
  close(): Promise<void>;
}

const replyWith = (conduct: Conduct, at: Phase): Error | undefined =>
  conduct.do === 'REPLY' && conduct.at === at
    ? Object.assign(new Error('As the script says'), { responseCode: conduct.code })
    : undefined;

/** Whether the letter is thrown away: the script refuses it, or lets its sender wait or go without having stored it. */
const throwsAway = (conduct: Conduct): boolean =>
  (conduct.do === 'REPLY' || conduct.do === 'STALL' || conduct.do === 'DROP') && conduct.at === 'DATA_END';

const bytesOf = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** A mail server on loopback that delivers to a folder, and misbehaves as it is told. For development and tests. */
export const startSink = async ({ folder, port, behaviour = {}, tls }: SinkOptions): Promise<Sink> => {
  const kept = new SinkFolder(folder);
  kept.prepare();
  const script = new Script(behaviour);
  const sockets = new Map<number, ScriptedSocket>();
  const ofConnection = new Map<number, Conduct>();
  const ofLetter = new Map<string, Conduct>();

  const server = new SMTPServer({
    name: 'kull-sink',
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MESSAGE,
    logger: false,
    ...tls,
    onConnect: ({ remotePort }, done) => done(replyWith(ofConnection.get(remotePort)!, 'GREETING')),
    onMailFrom: (_address, { remotePort }, done) => done(replyWith(ofConnection.get(remotePort)!, 'MAIL')),
    onRcptTo: ({ address }, session, done) => {
      const conduct = script.forRecipient(address);
      ofLetter.set(session.id, conduct);
      sockets.get(session.remotePort)?.behave(conduct);
      done(replyWith(conduct, 'RCPT'));
    },
    onData: (stream, session, done) => {
      const conduct = ofLetter.get(session.id) ?? { do: 'ACCEPT' };
      void bytesOf(stream)
        .then((bytes) => (throwsAway(conduct) ? undefined : kept.keep(envelopeOf(session), bytes)))
        .then(() => done(replyWith(conduct, 'DATA_END')), done);
    },
  });
  server.server.prependListener('connection', (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return void socket.destroy();
    const conduct = script.forConnection();
    ofConnection.set(remotePort, conduct);
    sockets.set(remotePort, new ScriptedSocket(socket, conduct));
    socket.once('close', () => {
      sockets.delete(remotePort);
      ofConnection.delete(remotePort);
    });
  });
  // Connections that are cut are what it is for.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the sink has no port');
  return {
    port: address.port,
    messages: () => kept.messages(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const { socket } of sockets.values()) socket.destroy();
      }),
  };
};

const envelopeOf = ({ envelope }: SMTPServerSession): Pick<SunkMessage, 'from' | 'to'> => ({
  from: envelope.mailFrom ? envelope.mailFrom.address : '',
  to: envelope.rcptTo.map(({ address }) => address),
});
