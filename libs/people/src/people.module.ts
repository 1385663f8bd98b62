import { join } from 'node:path';
import {
  type Codec,
  Database,
  type Migration,
  migrationsIn,
  type ReadModel,
  type WhoseTables,
} from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { type DynamicModule, Module } from '@nestjs/common';
import { contactCodec } from './contact/contact.codec';
import { OwnContact } from './contact/own-contact';
import { HprApi } from './hpr/hpr-api';
import { HprRegister } from './hpr-register';
import { AddressFaultsController } from './http/address-faults.controller';
import { ReadsController } from './http/reads.controller';
import { StaffController } from './http/staff.controller';
import { loadPeopleKeys } from './keys';
import { MaskinportenClient } from './maskinporten/maskinporten-client';
import { loadMaskinportenKey } from './maskinporten/maskinporten-key';
import { People } from './people';
import { personReadModel } from './reads/person-read.v1';
import { Reads } from './reads/reads';
import { readsCodec } from './reads/reads.codec';
import { StaffDirectory } from './staff-directory';

export const peopleMigrations: readonly Migration[] = migrationsIn('people', join(__dirname, 'sql'));

/** What is stored of who has looked at whom, and of changes of how somebody is reached. */
export const peopleParts: {
  readonly codecs: readonly Codec[];
  readonly readModels: readonly ReadModel[];
  readonly whose: WhoseTables;
} = {
  codecs: [readsCodec, contactCodec],
  readModels: [personReadModel],
  whose: {
    'people.person': { person: 'id' },
    'people.data_key': { person: 'person_id' },
    'people.address_fault': { person: 'person_id' },
    'people.staff': { staff: 'the directory opens it as the service, for the few whom a page names' },
    'people.hpr_register': { staff: 'everybody in the register: it is asked about one number, as the service' },
    'people.hpr_register_entry': { staff: 'everybody in the register: it is asked about one number, as the service' },
    'people.hpr_look_up': { staff: 'everybody who was looked up: it is asked about one number, as the service' },
  },
};

/** HPR's open API, and our client at Maskinporten that opens it. */
export interface HprApiSettings {
  readonly baseUrl: string;
  readonly issuer: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly keyId: string;
  readonly keyFile: string;
}

export interface PeopleOptions {
  /** Where the installation's secret is kept; made at the first start. */
  readonly keysFolder: string;
  /** The secret itself, base64, when it comes from a key store. */
  readonly key?: string;
  /** Absent: HPR numbers are looked up in register files only. */
  readonly hprApi?: HprApiSettings;
}

/** The scope that is open to everybody with a Norwegian organisation number (domain.md 2.2). */
const HPR_SCOPE = 'nhn:hpr/basic';

const hprApiOf = ({ baseUrl, keyFile, ...client }: HprApiSettings): HprApi =>
  new HprApi({
    baseUrl,
    maskinporten: new MaskinportenClient({ ...client, key: loadMaskinportenKey(keyFile), scope: HPR_SCOPE }),
  });

/** Gives every context `People`, `HprRegister` and `StaffDirectory`. */
@Module({})
export class PeopleModule {
  static forRoot({ keysFolder, key, hprApi }: PeopleOptions): DynamicModule {
    const keys = loadPeopleKeys({ key, folder: keysFolder });
    const api = hprApi && hprApiOf(hprApi);
    return {
      module: PeopleModule,
      global: true,
      controllers: [StaffController, AddressFaultsController, ReadsController],
      providers: [
        Reads,
        OwnContact,
        { provide: People, useFactory: (database: Database) => new People(database, keys), inject: [Database] },
        {
          provide: HprRegister,
          useFactory: (database: Database, clock: DatabaseClock) => new HprRegister(database, keys, clock, api),
          inject: [Database, DatabaseClock],
        },
        {
          provide: StaffDirectory,
          useFactory: (database: Database) => new StaffDirectory(database, keys),
          inject: [Database],
        },
      ],
      exports: [People, HprRegister, StaffDirectory, Reads, OwnContact],
    };
  }
}
