export { type Mailbox, parseAddress, parseMailbox } from './address';
export { type Bounce, readBounce } from './bounce';
export * from './contracts';
export { UnsendableLetter } from './letter/unsendable-letter';
export { MailModule, type MailOptions } from './mail.module';
export { type Behaviour, behaviourSchema, type Conduct } from './sink/conduct';
export { type Sink, type SinkOptions, startSink } from './sink/sink';
export { SinkFolder, type SunkMessage } from './sink/sink-folder';
export { type WrittenTextMessage, writtenTextMessages } from './text-messages/file-text-message-sender';
