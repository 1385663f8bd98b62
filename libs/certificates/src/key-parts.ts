import { EventStore } from '@kull/event-store';
import { Clock } from '@kull/kernel';
import { People } from '@kull/people';
import type { Provider, Type } from '@nestjs/common';
import { ChangeSigningKeyHandler } from './commands/change-signing-key';
import { SigningKeys } from './contracts';
import { Credentials } from './credentials';
import { OpenBadgeController, StatusListController, WellKnownController } from './http/credentials.controller';
import { KeyRingsController } from './http/key-rings.controller';
import { loadOrCreateNumberKey } from './number-key';
import { IssuedVersionQueries } from './read-models/issued-version.query';
import { SigningKeyRings } from './signing-key-rings';

/** Where keys are looked after, and what they vouch for besides documents. */
export const keyControllers: Type[] = [
  KeyRingsController,
  OpenBadgeController,
  StatusListController,
  WellKnownController,
];

export const keyProviders = (keysFolder: string, publicUrl: string): Provider[] => [
  {
    provide: SigningKeyRings,
    useFactory: (events: EventStore) => new SigningKeyRings(events, keysFolder),
    inject: [EventStore],
  },
  { provide: SigningKeys, useExisting: SigningKeyRings },
  {
    provide: Credentials,
    useFactory: async (versions: IssuedVersionQueries, keys: SigningKeyRings, people: People, clock: Clock) =>
      new Credentials(versions, keys, people, clock, { secret: await loadOrCreateNumberKey(keysFolder), publicUrl }),
    inject: [IssuedVersionQueries, SigningKeyRings, People, Clock],
  },
  IssuedVersionQueries,
  ChangeSigningKeyHandler,
];
